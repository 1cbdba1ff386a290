import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SupersededNotice } from '../safekeeping/SupersededNotice.tsx';

export interface LaterView<Props> extends FunctionComponent<Props> {
  /** Fetches the code before it is shown. Where that fails, the view says so once it is shown. */
  readonly fetchAhead: () => void;
}

/**
 * A view that the page can be drawn without: its code is fetched when it is first shown, or ahead of that, and once. It
 * lies in the extension beside the page, so that it is missing only when another version was installed since.
 */
export function laterView<Props extends object>(load: () => Promise<FunctionComponent<Props>>): LaterView<Props> {
  let View: FunctionComponent<Props> | null = null;
  const fetch = async () => {
    View ??= await load();
  };

  function Later(props: Props): JSX.Element | null {
    const [state, setState] = useState<'waiting' | 'there' | 'missing'>(View === null ? 'waiting' : 'there');
    useEffect(() => {
      let isShown = true;
      const show = (next: 'there' | 'missing') => {
        if (isShown) setState(next);
      };
      fetch().then(
        () => show('there'),
        (error: unknown) => {
          console.error('A view could not be loaded', error);
          show('missing');
        },
      );
      return () => {
        isShown = false;
      };
    }, []);
    if (state === 'missing') return <SupersededNotice />;
    return View === null ? null : <View {...props} />;
  }

  return Object.assign(Later, { fetchAhead: () => void fetch().catch(() => {}) });
}
