import type { Facet } from '../../../core/catalogue/facet.ts';
import type { ListSort } from '../../../core/catalogue/row-lists.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { fold, isUnspaced, words } from '../../../core/query/fold.ts';
import type { Age, Attachment, DateRange, Expression, Query } from '../../../core/query/query.ts';

/**
 * What a search must answer, said as plainly as possible: an array of records, filtered, sorted and counted from the
 * start for every question. Words are looked for in headline, description, topics and entities.
 */

export interface Kept {
  readonly record: ArticleRecord;
  /** Its notes are in the record. */
  readonly attachments: readonly Attachment[];
}

/** The records that match `query`, in the order of `sort`. */
export function naiveSearch(library: readonly Kept[], query: Query, now: number, sort: ListSort): readonly Kept[] {
  return library
    .filter((kept) => matches(kept, query, now) ?? true)
    .sort(({ record: one }, { record: other }) => {
      const published =
        (other.datePublished === null ? -1 : Date.parse(other.datePublished)) -
        (one.datePublished === null ? -1 : Date.parse(one.datePublished));
      if (sort === 'published' && published !== 0) return published;
      return other.order - one.order;
    });
}

/** `query` with words that ask for nothing in place of all its words and phrases. */
export function withoutText(query: Query): Query {
  return query.kind === 'all' ? query : silenced(query);
}

function silenced(part: Expression): Expression {
  if (part.kind === 'word' || part.kind === 'phrase') return { kind: 'word', text: '!', prefix: false };
  if (part.kind === 'not') return { kind: 'not', of: silenced(part.of) };
  if (part.kind !== 'and' && part.kind !== 'or') return part;
  const [first, second, ...others] = part.of;
  return { kind: part.kind, of: [silenced(first), silenced(second), ...others.map(silenced)] };
}

/** For each facet the folded values of `found` with their counts, most first, then by name. */
export function naiveFacet(found: readonly Kept[], facet: Facet): readonly { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { record } of found) {
    for (const value of new Set(values(record, facet).map(fold))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function values(record: ArticleRecord, facet: Facet): readonly string[] {
  switch (facet) {
    case 'topics':
      return record.topics;
    case 'entities':
      return record.entities.map((entity) => entity.name);
    case 'tags':
      return record.own.tags;
    case 'sources':
      return record.canonicalSource === null ? [] : [new URL(record.canonicalSource).host.replace('www.', '')];
    case 'languages': {
      const [language = '', region] = record.inLanguage?.split('-') ?? [];
      return record.inLanguage === null ? [] : region === undefined ? [language] : [language, record.inLanguage];
    }
    case 'months':
      return record.datePublished === null ? [] : [record.datePublished.slice(0, 7)];
    case 'state': {
      const { readAt, starredAt, archivedAt } = record.own;
      const states = [readAt === null ? 'unread' : 'read'];
      if (starredAt !== null) states.push('starred');
      if (archivedAt !== null) states.push('archived');
      return states;
    }
  }
}

/** Whether the record matches, or null when the query asks for nothing (words without a letter or digit). */
function matches({ record, attachments }: Kept, query: Query, now: number): boolean | null {
  const ask = (part: Query) => matches({ record, attachments }, part, now);
  const holds = (facet: Facet, value: string) => values(record, facet).some((own) => fold(own) === fold(value));
  switch (query.kind) {
    case 'all':
      return null;
    case 'not': {
      const inside = ask(query.of);
      return inside === null ? null : !inside;
    }
    case 'and': {
      const asked = query.of.map(ask).filter((answer) => answer !== null);
      return asked.length === 0 ? null : !asked.includes(false);
    }
    case 'or': {
      const asked = query.of.map(ask).filter((answer) => answer !== null);
      return asked.length === 0 ? null : asked.includes(true);
    }
    case 'word':
      return hasWords(record, query.text, query.prefix);
    case 'phrase':
      return hasWords(record, query.text, false);
    case 'field': {
      const facet = (
        { topic: 'topics', entity: 'entities', source: 'sources', lang: 'languages', tag: 'tags' } as const
      )[query.field];
      return holds(facet, query.field === 'source' ? query.value.replace(/^www\./, '') : query.value);
    }
    case 'is':
      return holds('state', query.state);
    case 'has':
      return query.what === 'note' ? record.own.note !== undefined : attachments.includes(query.what);
    case 'date':
      return isWithin(record, query);
    case 'age':
      return isOfAge(record, query, now);
  }
}

function hasWords(record: ArticleRecord, term: string, prefix: boolean): boolean | null {
  const asked = words(term);
  if (asked.length === 0) return null;
  const fields = [record.headline, record.description ?? '', ...record.topics, ...values(record, 'entities')];
  return fields.some((field) => {
    const own = words(field);
    return own.some((_, start) =>
      asked.every((word, index) => isWordAt(own[start + index], word, index === 0, index === asked.length - 1, prefix)),
    );
  });
}

function isWordAt(own: string | undefined, asked: string, isFirst: boolean, isLast: boolean, prefix: boolean): boolean {
  const mayStartInside = isFirst && isUnspaced(asked);
  const mayGoOn = isLast && (prefix || isUnspaced(asked));
  if (own === undefined) return false;
  if (mayStartInside) return mayGoOn ? own.includes(asked) : own.endsWith(asked);
  return mayGoOn ? own.startsWith(asked) : own === asked;
}

/** A day as the calendar writes it: the site's in UTC, the reader's on the wall of their room. */
function dayOf(record: ArticleRecord, field: DateRange['field']): string | null {
  if (field === 'published') return record.datePublished?.slice(0, 10) ?? null;
  if (field === 'updated') return record.dateModified?.slice(0, 10) ?? null;
  const saved = new Date(record.savedAt);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${saved.getFullYear()}-${two(saved.getMonth() + 1)}-${two(saved.getDate())}`;
}

function isWithin(record: ArticleRecord, { field, from, to }: DateRange): boolean {
  const day = dayOf(record, field);
  if (day === null) return false;
  return (from === null || day.slice(0, from.length) >= from) && (to === null || day.slice(0, to.length) <= to);
}

function isOfAge(record: ArticleRecord, { field, relation, count, unit }: Age, now: number): boolean {
  const date = { published: record.datePublished, updated: record.dateModified, saved: record.savedAt }[field];
  if (date === null) return false;
  const instant = new Date(date).getTime();
  const isUnder =
    instant >
    (unit === 'd' || unit === 'w' ? now - count * { d: 1, w: 7 }[unit] * 864e5 : calendarBack(now, count, unit));
  return relation === 'under' ? isUnder : !isUnder;
}

function calendarBack(now: number, count: number, unit: 'm' | 'y'): number {
  const date = new Date(now);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - count * (unit === 'm' ? 1 : 12);
  const [year, month] = [Math.floor(months / 12), months % 12];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (now % 864e5);
}
