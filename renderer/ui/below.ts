import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** How much (px) of a list's lower end the sign lies over at least. */
const SIGN_PX = 22;

/** How many rows are not whole in sight, and how high (px) the sign is that says so: up to the first row that is whole. */
export type Below = { rows: number; px: number };

const NONE: Below = { rows: 0, px: 0 };

/**
 * How many rows of a panel's table are not whole in sight, because the panel has to be scrolled to them.
 * @param rows the selector of the rows within the panel; null where nobody asks
 * @returns the ref of the panel, the ref of the foot that covers its lower end, and the count; where the panel has a head
 * that covers its upper end, the same of what is above it
 */
export function useRowsBelow<P extends HTMLElement = HTMLElement>(rows: string | null) {
  const panel = useRef<P>(null);
  const foot = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(NONE);
  const [above, setAbove] = useState(NONE);
  // A panel may be put on the screen later than whoever watches it, or in another's place.
  const [watched, setWatched] = useState<P | null>(null);
  const measure = useCallback(() => {
    if (rows === null) return;
    const underneath = belowOf(panel.current, foot.current, rows);
    const overhead = aboveOf(panel.current, head.current, rows);
    setBelow((was) => (isSame(was, underneath) ? was : underneath));
    setAbove((was) => (isSame(was, overhead) ? was : overhead));
  }, [rows]);
  // Whatever was drawn may have moved the rows: it is measured as the next frame is drawn, when the browser lays them out
  // anyway, and set only where it changed.
  useLayoutEffect(() => {
    setWatched(panel.current);
    const frame = requestAnimationFrame(measure);
    return () => cancelAnimationFrame(frame);
  });
  useLayoutEffect(() => {
    watched?.addEventListener('scroll', measure);
    window.addEventListener('resize', measure);
    // What stands under the panel may grow without the panel being drawn anew.
    const sized = watched && 'ResizeObserver' in window ? new ResizeObserver(measure) : null;
    if (watched) sized?.observe(watched);
    return () => {
      sized?.disconnect();
      watched?.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [measure, watched]);
  return { panel, foot, below, head, above };
}

function isSame(one: Below, other: Below): boolean {
  return one.rows === other.rows && one.px === other.px;
}

function belowOf(panel: HTMLElement | null, foot: HTMLElement | null, rows: string): Below {
  if (!panel || !foot || panel.scrollHeight <= panel.clientHeight) return NONE;
  const edge = foot.getBoundingClientRect().top;
  const ends = endsOf(panel, rows);
  if (!ends.some((end) => end > edge + 1)) return NONE;
  const isWhole = (end: number) => end <= edge + 1 - SIGN_PX;
  // A head whose rows are all below goes with them. A single row higher than half the panel is rather cut than hidden.
  const px = Math.min(edge - Math.max(...ends.filter(isWhole)), panel.clientHeight / 2);
  return { rows: ends.filter((end) => !isWhole(end)).length, px: Math.max(SIGN_PX, Math.round(px)) };
}

function aboveOf(panel: HTMLElement | null, head: HTMLElement | null, rows: string): Below {
  if (!panel || !head || panel.scrollTop < 1) return NONE;
  const edge = head.getBoundingClientRect().bottom;
  const tops = [...panel.querySelectorAll(rows)].map((row) => row.getBoundingClientRect().top);
  if (!tops.some((top) => top < edge - 1)) return NONE;
  const isWhole = (top: number) => top >= edge + SIGN_PX - 1;
  const heads = [...panel.querySelectorAll('h2, thead')].map((one) => one.getBoundingClientRect().top);
  const px = Math.min(Math.min(...[...tops, ...heads].filter(isWhole)) - edge, panel.clientHeight / 2);
  return { rows: tops.filter((top) => !isWhole(top)).length, px: Math.max(SIGN_PX, Math.round(px)) };
}

function endsOf(panel: HTMLElement, selector: string): number[] {
  return [...panel.querySelectorAll(selector)].map((row) => row.getBoundingClientRect().bottom);
}
