import type { Facet } from '../../core/catalogue/facet.ts';
import { topicLabel } from '../../core/library/topic-label.ts';
import { languageName } from '../reader/article-details.ts';
import type { Translate } from '../translation.ts';
import type { LabelOf } from './facet-view.ts';

/** Labels of facet values for `locale`: languages and months by name, topics in sentence case, the rest as they are. */
export function facetLabels(locale: string, t: Translate): LabelOf {
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const states: Record<string, string> = {
    unread: t('library.state.unread'),
    read: t('library.state.read'),
    starred: t('library.state.starred'),
    archived: t('library.state.archived'),
  };
  const labels: { readonly [Name in Facet]?: (value: string) => string } = {
    topics: topicLabel,
    languages: (value) => languageName(value, locale),
    months: (value) => monthName(months, value),
    state: (value) => states[value] ?? value,
  };
  return (facet, value) => labels[facet]?.(value) ?? value;
}

function monthName(names: Intl.DateTimeFormat, value: string): string {
  const time = Date.parse(`${value}-01T00:00:00Z`);
  return Number.isNaN(time) ? value : names.format(time);
}
