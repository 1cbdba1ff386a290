import type { Facet } from '../../core/catalogue/facet.ts';
import { topicLabel } from '../../core/library/topic-label.ts';
import type { Translate } from '../translation.ts';
import type { LabelOf } from './facet-view.ts';

/** Labels of facet values for `locale`: languages and months by name, topics in sentence case, the rest as they are. */
export function facetLabels(locale: string, t: Translate): LabelOf {
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const states: Record<string, string> = {
    unread: t('library.state.unread'),
    read: t('library.state.read'),
    starred: t('library.state.starred'),
    archived: t('library.state.archived'),
  };
  const labels: { readonly [Name in Facet]?: (value: string) => string } = {
    topics: topicLabel,
    languages: (value) => languageName(languages, value),
    months: (value) => monthName(months, value),
    state: (value) => states[value] ?? value,
  };
  return (facet, value) => labels[facet]?.(value) ?? value;
}

/** `DisplayNames` throws on what is no language tag, and a query may name anything. */
function languageName(names: Intl.DisplayNames, value: string): string {
  try {
    return names.of(value) ?? value;
  } catch {
    return value;
  }
}

function monthName(names: Intl.DateTimeFormat, value: string): string {
  const time = Date.parse(`${value}-01T00:00:00Z`);
  return Number.isNaN(time) ? value : names.format(time);
}
