import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADDRESS_PAYLOADS, HTML_PAYLOADS } from './payloads.ts';
import { renderReader } from './render-reader.tsx';

/** Every element and attribute a drawn article may have; anything else means that a stranger's text became markup. */
const ELEMENTS = new Set(
  'A ARTICLE BDI BLOCKQUOTE BR BUTTON CAPTION CODE DD DETAILS DIV DL DT EM FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR INPUT LABEL LEGEND LI OL OUTPUT P PRE S SPAN STRONG SUMMARY TABLE TBODY TD TH THEAD TIME TR UL'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:aria-[a-z]+|autocomplete|class|data-(?:align|face|measure|text-size)|datetime|dir|href|id|lang|name|open|placeholder|rel|role|scope|spellcheck|start|tabindex|target|translate|type)$/;

declare global {
  interface Window {
    pwned?: () => void;
  }
}

let fired = 0;

beforeEach(() => {
  fired = 0;
  window.pwned = () => {
    fired += 1;
  };
});

afterEach(() => {
  cleanup();
  delete window.pwned;
});

/** What about a drawn article should not be there, in words. */
function faultsIn(container: Element): readonly string[] {
  return [...container.querySelectorAll('*')].flatMap((element) => {
    const names = element.getAttributeNames();
    const href = element.getAttribute('href');
    return [
      ...(ELEMENTS.has(element.tagName) ? [] : [`element ${element.tagName}`]),
      ...names.filter((name) => !ATTRIBUTES.test(name)).map((name) => `attribute ${name}`),
      ...(href === null || isHarmless(href, element) ? [] : [`address ${href}`]),
    ];
  });
}

/** A place in the library, or the web in a new tab that learns nothing. */
function isHarmless(href: string, link: Element): boolean {
  if (href.startsWith('#/topic/') || href.startsWith('#/entity/')) return true;
  const isOutside = link.getAttribute('target') === '_blank' && link.getAttribute('rel') === 'noopener noreferrer';
  return isOutside && /^https?:\/\/[^@]+$/.test(href);
}

/** Waits until events that a payload's element would have caused before now have come. */
async function settle(): Promise<void> {
  const image = new Image();
  await new Promise((resolve) => {
    image.addEventListener('error', resolve);
    image.src = 'data:image/png,broken';
  });
  await new Promise(requestAnimationFrame);
}

const everyPlace = (payload: string) => `${payload}

a ${payload} b *${payload}* \`${payload}\` [${payload}](https://a.example) [a](https://a.example "${payload}") ![${payload}](https://a.example)

# ${payload}

- ${payload}

> ${payload}

| ${payload} | b |
|---|---|
| ${payload} | b |

\`\`\`${payload}
${payload}
\`\`\`
`;

const everyLink = (
  address: string,
) => `[a](${address}) [b](<${address}>) <${address}> ![c](${address}) [![d](${address})](${address}) [e][r] [f]

[r]: ${address}
[f]: <${address}>

[**g**](${address} "title")

${address}
`;

describe('an article made to attack its reader', () => {
  it.each(HTML_PAYLOADS)('shows %j as text, wherever it stands', async (payload) => {
    for (const bodyFormat of ['markdown', 'text'] as const) {
      const { container } = renderReader({
        record: {
          headline: payload,
          description: payload,
          topics: [payload],
          entities: [{ name: payload, type: payload }],
          inLanguage: payload,
          canonicalSource: 'https://source.example',
        },
        body: { articleBody: everyPlace(payload), bodyFormat },
      });
      expect(faultsIn(container)).toEqual([]);
      expect(container.querySelector('h1')?.textContent).toBe(payload);
      await settle();
    }
    expect(fired).toBe(0);
  });

  it.each(ADDRESS_PAYLOADS)('makes no link to %j', async (address) => {
    const { container } = renderReader({
      record: { canonicalSource: address },
      body: { articleBody: everyLink(address) },
    });
    expect(faultsIn(container)).toEqual([]);
    await settle();
    expect(fired).toBe(0);
  });

  it('has been tried with at least 150 attacks', () => {
    expect(new Set([...HTML_PAYLOADS, ...ADDRESS_PAYLOADS]).size).toBeGreaterThanOrEqual(150);
  });

  it('asks nobody for anything', async () => {
    const before = performance.getEntriesByType('resource').length;
    renderReader({
      body: {
        articleBody: '![a](https://evil.example/a.png) [b](https://evil.example/b)\n\n<img src=https://evil.example/c>',
      },
    });
    await settle();
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => name.includes('evil.example'))).toEqual([]);
  });
});

describe('the same attacks without protection', () => {
  const unguarded = (html: string, index: number) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms');
    frame.srcdoc = `<script>window.pwned = () => parent.postMessage({ pwned: ${index} }, '*')
      addEventListener('load', () => { for (const link of document.links) link.click() })</script>${html}`;
    return frame;
  };

  it('run by the dozen, so a reader that let them through would be caught', async () => {
    const links = ADDRESS_PAYLOADS.map((address) => `<a href="${address}">a</a>`);
    const ran = new Set<number>();
    const hear = ({ data }: MessageEvent<{ readonly pwned?: number } | null>) => {
      if (typeof data?.pwned === 'number') ran.add(data.pwned);
    };
    window.addEventListener('message', hear);
    const frames = [...HTML_PAYLOADS, ...links].map(unguarded);
    document.body.append(...frames);
    await expect.poll(() => ran.size, { timeout: 40_000 }).toBeGreaterThanOrEqual(60);
    window.removeEventListener('message', hear);
    for (const frame of frames) frame.remove();
  }, 50_000);

  it('are noticed by the look at the drawn elements', () => {
    const page = document.implementation.createHTMLDocument();
    const seen = HTML_PAYLOADS.filter((payload) => {
      const parsed = new DOMParser().parseFromString(payload, 'text/html');
      page.body.replaceChildren(...parsed.body.childNodes);
      return faultsIn(page.body).length > 0;
    });
    expect(seen.length).toBeGreaterThanOrEqual(80);
  });
});
