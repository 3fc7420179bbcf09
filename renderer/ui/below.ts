import { useLayoutEffect, useRef, useState } from 'react';

/**
 * How many rows of a panel's table are not whole in sight, because the panel has to be scrolled to them.
 * @param rows the selector of the rows within the panel
 * @returns the ref of the panel, the ref of the foot that covers its lower end, and the count
 */
export function useRowsBelow(rows: string) {
  const panel = useRef<HTMLElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(0);
  // Whatever was drawn may have moved the rows: it is measured as the next frame is drawn, when the browser lays them out
  // anyway, and set only where it changed.
  useLayoutEffect(() => {
    const scrolled = panel.current;
    const measure = () => setBelow(countBelow(scrolled, foot.current, rows));
    const frame = requestAnimationFrame(measure);
    scrolled?.addEventListener('scroll', measure);
    window.addEventListener('resize', measure);
    return () => {
      cancelAnimationFrame(frame);
      scrolled?.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  });
  return { panel, foot, below };
}

function countBelow(panel: HTMLElement | null, foot: HTMLElement | null, rows: string): number {
  if (!panel || !foot || panel.scrollHeight <= panel.clientHeight) return 0;
  const edge = foot.getBoundingClientRect().top;
  return [...panel.querySelectorAll(rows)].filter((row) => row.getBoundingClientRect().bottom > edge + 1).length;
}
