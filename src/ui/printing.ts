// Whether the page is being laid out for paper, where nothing scrolls.
import { useSyncExternalStore } from 'react';

/** Not there in pages without layout. */
const paper = () => (typeof window.matchMedia === 'function' ? window.matchMedia('print') : null);

function subscribe(listener: () => void): () => void {
  const media = paper();
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}

/** Renders before the page is printed. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => paper()?.matches ?? false);
}
