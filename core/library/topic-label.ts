/**
 * Labels of topics. The site's list of topics is curated and changes, so none is hard-coded: a label is made from the
 * slug, and only words that are not spelt like words ("ai", "llm") are listed.
 */

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    'AI',
    'AGI',
    'API',
    'AR',
    'CEO',
    'CPU',
    'CVE',
    'EU',
    'GPU',
    'GPT',
    'IT',
    'IoT',
    'IPO',
    'LLM',
    'LLMs',
    'MCP',
    'ML',
    'MLOps',
    'NLP',
    'OpenAI',
    'RAG',
    'RL',
    'SaaS',
    'SDK',
    'SQL',
    'TPU',
    'UK',
    'UN',
    'US',
    'USA',
    'UX',
    'VR',
    'XR',
  ].map((spelling) => [spelling.toLowerCase(), spelling]),
);

/** The label of a topic's slug in sentence case: `ai-policy` → `AI policy`. An empty slug gives an empty label. */
export function topicLabel(slug: string): string {
  const words = slug.split('-').filter((word) => word !== '');
  return words.map((word, position) => SPELLINGS.get(word) ?? (position === 0 ? capitalised(word) : word)).join(' ');
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
