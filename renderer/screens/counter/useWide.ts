import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1600px)';

/** Whether there is room beside the counter for the last receipts and a slip. */
export function useWide(): boolean {
  return useSyncExternalStore(watch, read);
}

function watch(changed: () => void): () => void {
  const list = query();
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
}

function read(): boolean {
  return query()?.matches ?? false;
}

function query(): MediaQueryList | null {
  return typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null;
}
