import { useEffect, useLayoutEffect } from 'react';
import { keepInView } from './inView.ts';

/**
 * Keeps what has the focus whole in view when the window changes its size or its zoom, and when something above it grows:
 * charges by what was typed, a question of the station's by what it answered. Who scrolls away to read is left alone.
 * @param typed changes whenever the screen does because of what was typed
 * @param told changes whenever it does because of an answer
 */
export function useHandInView(typed: unknown, told?: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that matters
  useLayoutEffect(show, [typed, told]);
  useEffect(() => {
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, []);
}

function show(): void {
  const at = document.activeElement;
  if (!at?.matches('main input, main select, main .primary')) return;
  // The hand of a field over a list is on a row: where both have no room, one has to see what Enter takes.
  const row = at.getAttribute('aria-activedescendant');
  keepInView((row && document.getElementById(row)) || at);
}
