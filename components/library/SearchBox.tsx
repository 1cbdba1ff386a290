import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { printRoute } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';
import { usePageModel } from './page-context.ts';
import { QueryProblem } from './QueryProblem.tsx';
import './search.css';

const PROBLEM_ID = 'search-problem';

/**
 * The search box. What is typed becomes the hash once a frame; the first letter is a step that Back leaves, the next
 * ones change that step.
 */
export function SearchBox(): JSX.Element {
  const t = useTranslate();
  const { queryText, queryError, route, services } = usePageModel();
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef(0);
  const typing = useRef<string | null>(null);
  const text = queryText.value;
  const error = route.value.page === 'list' ? queryError.value : null;

  useLayoutEffect(() => {
    if (text === typing.current || input.current === null) return;
    typing.current = null;
    input.current.value = text;
  }, [text]);

  function write() {
    if (input.current === null) return;
    const hash = printRoute({ page: 'list', queryText: input.current.value });
    const { location } = services;
    const step = typing.current === null ? location.go : location.replace;
    typing.current = input.current.value;
    step(hash);
  }
  return (
    <search class="search">
      <input
        ref={input}
        type="search"
        id="search"
        aria-label={t('library.search')}
        placeholder={t('library.searchExample')}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : PROBLEM_ID}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={() => {
          cancelAnimationFrame(frame.current);
          frame.current = requestAnimationFrame(write);
        }}
        onBlur={() => {
          typing.current = null;
        }}
      />
      {error !== null && <QueryProblem id={PROBLEM_ID} text={text} error={error} />}
    </search>
  );
}
