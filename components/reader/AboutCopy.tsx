import type { ComponentChildren, JSX } from 'preact';
import { CONTENT_FIELDS, type Completeness } from '../../core/article/article.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { type Translate, useTranslate } from '../translation.ts';
import { writeMoment } from './article-details.ts';

/** What is known about the copy itself: when it was made, whether it is whole, which source each part came from. */
export function AboutCopy({
  record,
  locale,
}: {
  readonly record: ArticleRecord;
  readonly locale: string;
}): JSX.Element {
  const t = useTranslate();
  return (
    <details class="reader-about">
      <summary>{t('reader.about.title')}</summary>
      <dl>
        <Fact name={t('reader.about.saved')}>{writeMoment(record.savedAt, locale)}</Fact>
        <Fact name={t('reader.about.checked')}>{writeMoment(record.checkedAt, locale)}</Fact>
        <Fact name={t('reader.about.words')}>
          {t('reader.about.wordCount', record.wordCount, [record.wordCount.toLocaleString(locale)])}
        </Fact>
        <Fact name={t('reader.about.completeness')}>{completenessSentence(record.completeness, t)}</Fact>
      </dl>
      <ProvenanceTable provenance={record.provenance} />
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ProvenanceTable({ provenance }: Pick<ArticleRecord, 'provenance'>): JSX.Element | null {
  const t = useTranslate();
  const rows = CONTENT_FIELDS.flatMap((field) => {
    const source = provenance[field];
    return source === undefined ? [] : [{ field, source }];
  });
  if (rows.length === 0) return null;
  return (
    <table>
      <caption>{t('reader.about.fields')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reader.about.field')}</th>
          <th scope="col">{t('reader.about.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, source }) => (
          <tr key={field}>
            <th scope="row">{t(`reader.field.${field}`)}</th>
            <td>{t(`reader.source.${source}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function completenessSentence(completeness: Completeness, t: Translate): string {
  switch (completeness) {
    case 'word-count':
      return t('reader.completeness.wordCount');
    case 'content-length':
      return t('reader.completeness.contentLength');
    case 'structure':
    case 'agreement':
    case 'unchecked':
      return t(`reader.completeness.${completeness}`);
  }
}
