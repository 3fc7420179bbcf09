import { type RefObject, useLayoutEffect, useState } from 'react';

/** Columns of a table that are not whole in sight, to either side. */
type Beside = { left: number; right: number };

const NONE: Beside = { left: 0, right: 0 };

/** How many columns of the table in a room one has to scroll sideways to. Its first column stays where it is. */
export function useColumnsBeside(room: RefObject<HTMLElement | null>): Beside {
  const [beside, setBeside] = useState(NONE);
  // As with rows that are below: measured when the next frame is drawn, and set only where it changed.
  useLayoutEffect(() => {
    const scrolled = room.current;
    const measure = () => {
      const now = scrolled ? besideIn(scrolled) : NONE;
      setBeside((was) => (was.left === now.left && was.right === now.right ? was : now));
    };
    const frame = requestAnimationFrame(measure);
    scrolled?.addEventListener('scroll', measure);
    window.addEventListener('resize', measure);
    return () => {
      cancelAnimationFrame(frame);
      scrolled?.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  });
  return beside;
}

function besideIn(room: HTMLElement): Beside {
  if (room.scrollWidth <= room.clientWidth) return NONE;
  const [first, ...others] = [...room.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect());
  const from = (first?.right ?? 0) - 1;
  const to = room.getBoundingClientRect().left + room.clientWidth + 1;
  return {
    left: others.filter(({ left }) => left < from).length,
    right: others.filter(({ right }) => right > to).length,
  };
}
