import { useLayoutEffect, useRef } from 'react';
import { keepInView } from './inView.ts';

/** Where the hand goes next. `turn` grows each time, so that the same place can be asked for twice. */
export type Focus = { on: string; turn: number };

export function focusOn(before: Focus, on: string): Focus {
  return { on, turn: before.turn + 1 };
}

/** The name of the place that the hand is on, wherever it came from. */
export function placeInHand(): string {
  const at = document.activeElement;
  return at instanceof HTMLElement ? (at.dataset.focus ?? '') : '';
}

/**
 * Puts the focus where the screen's reducer says, on the element that carries `data-focus`, and selects what it holds.
 * When that is not there yet, because the screen still waits for an answer, it goes there as soon as it is.
 * @param scroll `nearest`: no further than it must, where the browser would bring it to the middle
 */
export function useFocus(focus: Focus, scroll: 'whole' | 'nearest' = 'whole'): void {
  const reached = useRef<Focus | null>(null);
  useLayoutEffect(() => {
    if (reached.current === focus) return;
    const found = document.querySelector<HTMLElement>(`[data-focus="${focus.on}"]`);
    if (!found || document.querySelector('dialog[open]')?.contains(found) === false) return;
    reached.current = focus;
    found.focus({ preventScroll: scroll === 'nearest' });
    if (scroll === 'nearest') keepInView(found);
    if (found instanceof HTMLInputElement) found.select();
  });
}
