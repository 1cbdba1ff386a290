import type { ComponentChildren, JSX } from 'preact';
import { usePageModel } from '../library/page-context.ts';
import { LibraryClosed } from './LibraryClosed.tsx';
import { RecoveryNotice } from './RecoveryNotice.tsx';
import { SupersededNotice } from './SupersededNotice.tsx';
import './safekeeping.css';

/**
 * Shows the page once the library is ready, and how the library stands until then: an empty list is never shown of a
 * library that is not read.
 */
export function LibraryGate({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { watch } = usePageModel();
  if (!watch.isOpen.value) return <LibraryClosed state={watch.state.value} />;
  return (
    <>
      {watch.state.value.kind === 'superseded' && <SupersededNotice />}
      <RecoveryNotice />
      {children}
    </>
  );
}
