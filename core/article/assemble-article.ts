import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Article, type ArticleContent, type ContentField, SOURCES, type Source } from './article.ts';
import { completenessOf, hasAnnouncedLength, haveSameEnd, type Told } from './completeness.ts';
import { isSameVersion } from './same-version.ts';

/**
 * One article out of what several sources told. The first source, in the order of `SOURCES`, that tells a field wins. A
 * source that tells of another article or version than the first with a headline is treated as absent: better a field too
 * few than two versions glued together.
 */

/** Problems: `not-an-article` without a headline, `no-body` without a text, `truncated` when every body is shorter than announced. */
export function assembleArticle(slug: string, told: readonly Told[]): Result<Article> {
  const accepted = acceptOneVersion(told);
  if (accepted.length === 0) return fail(problem('not-an-article', 'no headline'));
  const withBody = accepted.filter(({ draft }) => draft.articleBody !== undefined);
  if (withBody.length === 0) return fail(problem('no-body'));
  const body = withBody.find(({ draft }) => isWhole(draft.articleBody ?? '', accepted));
  const checked = body ?? findAgreed(withBody);
  if (checked === undefined) return fail(problem('truncated', 'fewer words than announced'));
  const completeness = body === undefined ? 'agreement' : completenessOf(body, accepted);
  return succeed({ slug, ...fieldsOf(accepted, checked), completeness });
}

/** The sources in order, those left out that differ from the first with a headline; none when none has one. */
function acceptOneVersion(told: readonly Told[]): readonly Told[] {
  const inOrder = [...told].sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
  const lead = inOrder.find(({ draft }) => draft.headline !== undefined);
  return lead === undefined ? [] : inOrder.filter(({ draft }) => isSameVersion(lead.draft, draft));
}

function isWhole(articleBody: string, accepted: readonly Told[]): boolean {
  const announced = firstTold(accepted, 'wordCount');
  return hasAnnouncedLength(articleBody, announced?.value, firstTold(accepted, 'inLanguage')?.value ?? null);
}

/** When the site announces more words than it sends anywhere, two sources that end alike are all that there is. */
function findAgreed(withBody: readonly Told[]): Told | undefined {
  return withBody.find((one) => withBody.some((other) => other !== one && haveSameEnd(one.draft, other.draft)));
}

function firstTold<Field extends keyof Told['draft']>(accepted: readonly Told[], field: Field) {
  for (const { source, draft } of accepted) {
    const value = draft[field];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) return { source, value };
  }
  return undefined;
}

function fieldsOf(accepted: readonly Told[], body: Told): ArticleContent & Pick<Article, 'provenance'> {
  const provenance: { [Field in ContentField]?: Source } = { articleBody: body.source };
  const take = <Field extends ContentField>(field: Field) => {
    const found = firstTold(accepted, field);
    if (found !== undefined) provenance[field] = found.source;
    return found?.value;
  };
  return {
    headline: take('headline') ?? '',
    description: take('description') ?? null,
    articleBody: body.draft.articleBody ?? null,
    bodyFormat: body.draft.bodyFormat ?? 'markdown',
    datePublished: take('datePublished') ?? null,
    dateModified: take('dateModified') ?? null,
    inLanguage: take('inLanguage') ?? null,
    canonicalSource: take('canonicalSource') ?? null,
    topics: take('topics') ?? [],
    entities: take('entities') ?? [],
    provenance,
  };
}
