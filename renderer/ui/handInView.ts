import { useEffect, useLayoutEffect } from 'react';

/**
 * Keeps the field that has the focus whole in view when the window changes its size or its zoom, and when what was typed
 * makes anything longer: a sentence under it, charges above it. Who scrolls away to read is left alone.
 * @param typed changes whenever the screen does because of what was typed
 */
export function useHandInView(typed: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that matters
  useLayoutEffect(show, [typed]);
  useEffect(() => {
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, []);
}

function show(): void {
  const at = document.activeElement;
  // A document without layout (as in tests) has nothing to scroll.
  if (at?.matches('main input, main select')) at.scrollIntoView?.({ block: 'nearest' });
}
