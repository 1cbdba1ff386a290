import { useEffect } from 'preact/hooks';

/** Names the page in the window's title and history; with an empty name, only by the product. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    document.title = name === '' ? 'Offprint' : `${name} – Offprint`;
  }, [name]);
}
