import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SupersededNotice } from '../safekeeping/SupersededNotice.tsx';

/** Fetches the code of a view that most visits of the page never need. */
export type LoadView = () => Promise<FunctionComponent>;

/**
 * A view whose code is fetched when it is first shown. It lies in the extension beside the page, so that it is missing
 * only when another version was installed since.
 */
export function LaterView({ load }: { readonly load: LoadView }): JSX.Element | null {
  const [loaded, setLoaded] = useState<{ readonly View: FunctionComponent } | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let isShown = true;
    load().then(
      (View) => isShown && setLoaded({ View }),
      (error: unknown) => {
        console.error('A view could not be loaded', error);
        if (isShown) setMissing(true);
      },
    );
    return () => {
      isShown = false;
    };
  }, [load]);
  if (isMissing) return <SupersededNotice />;
  return loaded === null ? null : <loaded.View />;
}
