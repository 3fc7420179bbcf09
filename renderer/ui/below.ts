import { useLayoutEffect, useRef, useState } from 'react';

/**
 * How many rows of a panel's table are not whole in sight, because the panel has to be scrolled to them.
 * @param rows the selector of the rows within the panel
 * @param covered how much (px) above the foot is covered too, but only while there is anything to count
 * @returns the ref of the panel, the ref of the foot that covers its lower end, and the count
 */
export function useRowsBelow(rows: string, covered = 0) {
  const panel = useRef<HTMLElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(0);
  // Whatever was drawn may have moved the rows: it is measured as the next frame is drawn, when the browser lays them out
  // anyway, and set only where it changed.
  useLayoutEffect(() => {
    const scrolled = panel.current;
    const measure = () => setBelow(countBelow(scrolled, foot.current, rows, covered));
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

function countBelow(panel: HTMLElement | null, foot: HTMLElement | null, rows: string, covered: number): number {
  if (!panel || !foot || panel.scrollHeight <= panel.clientHeight) return 0;
  const edge = foot.getBoundingClientRect().top + 1;
  const ends = [...panel.querySelectorAll(rows)].map((row) => row.getBoundingClientRect().bottom);
  return ends.some((end) => end > edge) ? ends.filter((end) => end > edge - covered).length : 0;
}
