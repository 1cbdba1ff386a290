import { render } from '@testing-library/preact';
import { ArticleReader, type ArticleReaderProps } from '../../../components/reader/ArticleReader.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import type { ArticleRecord, BodyRecord } from '../../../core/library/records.ts';
import { aRecord } from '../../support/article-builders.ts';
import { english } from '../../support/translate.ts';
import '../../../components/theme.css';

export type Call = readonly [name: string, ...values: unknown[]];

interface Rendered {
  readonly container: HTMLElement;
  /** What the reader asked for, in order. */
  readonly calls: readonly Call[];
}

interface Shown {
  readonly record?: Partial<ArticleRecord>;
  readonly body?: Partial<BodyRecord>;
  readonly props?: Partial<ArticleReaderProps>;
}

/** Draws one article in the product's English; what is not given is that of `aRecord`. */
export function renderReader({ record, body, props }: Shown = {}): Rendered {
  const calls: Call[] = [];
  const saved = aRecord(record);
  const { container } = render(
    <TranslationProvider value={english}>
      <ArticleReader
        article={{
          record: saved,
          body: { slug: saved.slug, articleBody: 'One paragraph.', bodyFormat: 'markdown', ...body },
        }}
        preferences={DEFAULT_PREFERENCES}
        locale="en-GB"
        onMark={(mark, on) => calls.push(['mark', mark, on])}
        onRefresh={() => calls.push(['refresh'])}
        onCite={() => calls.push(['cite'])}
        onRemove={() => calls.push(['remove'])}
        onPreferences={(change) => calls.push(['preferences', change])}
        topicHref={(slug) => `#/topic/${slug}`}
        entityHref={(name) => `#/entity/${encodeURIComponent(name)}`}
        keeping={{
          tagHref: (tag) => `#/tag/${encodeURIComponent(tag)}`,
          completeTags: async () => [],
          setTag: (tag, on) => calls.push(['tag', tag, on]),
          keepNote: async (text) => calls.push(['note', text]) > 0,
          unsaved: { read: () => null, write: () => {} },
          after: () => () => {},
        }}
        {...props}
      />
    </TranslationProvider>,
  );
  return { container: container as HTMLElement, calls };
}

/** Markdown with every kind of node. */
export const EVERY_KIND = `# First part

Text with *emphasis*, **strength**, ~~a strike~~, \`code\`, a [link](https://example.com/a) and a [bank.example](https://evil.example/).

![A chart](https://example.com/chart.png) ![](x.png)

### Deeper

- one
- two
  1. three

> quoted

\`\`\`python
print(1)
\`\`\`

\`\`\`
┌──┐
└──┘
\`\`\`

| left | right |
|:-----|------:|
| a    | 1     |

---

Last words.`;
