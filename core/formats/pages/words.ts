/** The few words of ours in a file that is handed over, in the languages of the product. */
export interface Words {
  readonly library: string;
  readonly contents: string;
  readonly noTopic: string;
  readonly articles: (count: number, locale: string) => string;
  readonly exported: (day: string) => string;
  readonly found: (query: string) => string;
  readonly source: string;
  readonly onSite: string;
  readonly tags: string;
  readonly note: string;
  readonly cut: string;
  readonly backToContents: string;
  readonly picture: (description: string) => string;
  readonly goesTo: (host: string) => string;
}

const ENGLISH: Words = {
  library: 'Articles from Offprint',
  contents: 'Contents',
  noTopic: 'Without a topic',
  articles: (count, locale) => (count === 1 ? '1 article' : `${count.toLocaleString(locale)} articles`),
  exported: (day) => `Exported on ${day}`,
  found: (query) => `Found by: ${query}`,
  source: 'Original source',
  onSite: 'On wpnews.pro',
  tags: 'Tags',
  note: 'Note',
  cut: 'The end of this text is left out: it is too long or too deeply nested for a page. Other formats have it whole.',
  backToContents: 'Contents',
  picture: (description) => (description === '' ? '[Picture]' : `[Picture: ${description}]`),
  goesTo: (host) => `(goes to ${host})`,
};

const GERMAN: Words = {
  library: 'Artikel aus Offprint',
  contents: 'Inhalt',
  noTopic: 'Ohne Thema',
  articles: (count, locale) => `${count.toLocaleString(locale)} Artikel`,
  exported: (day) => `Exportiert am ${day}`,
  found: (query) => `Gefunden mit: ${query}`,
  source: 'Originalquelle',
  onSite: 'Auf wpnews.pro',
  tags: 'Schlagwörter',
  note: 'Notiz',
  cut: 'Das Ende dieses Textes fehlt: Er ist für eine Seite zu lang oder zu tief verschachtelt. Andere Formate haben ihn ganz.',
  backToContents: 'Inhalt',
  picture: (description) => (description === '' ? '[Bild]' : `[Bild: ${description}]`),
  goesTo: (host) => `(führt zu ${host})`,
};

/** The words for the language of `locale` (BCP 47): German, or else English. */
export function wordsFor(locale: string): Words {
  return /^de\b/i.test(locale) ? GERMAN : ENGLISH;
}

/** The language those words are in. */
export function languageOfWords(locale: string): 'de' | 'en' {
  return wordsFor(locale) === GERMAN ? 'de' : 'en';
}
