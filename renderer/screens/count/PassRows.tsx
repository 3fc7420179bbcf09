import { type ReactNode, useLayoutEffect } from 'react';
import { useRowsBelow } from '../../ui/below.ts';
import { RowsAbove } from '../../ui/RowsAbove.tsx';
import { RowsBelow } from '../../ui/RowsBelow.tsx';

/**
 * The papers of one pass and the row that is typed in, at their end. They scroll between the head of the pass and its sum,
 * which both stay; the row that is typed in, and what is wrong with it, stay in sight.
 */
export function PassRows({ children }: { children: ReactNode }) {
  const { panel, foot, below, head, above } = useRowsBelow<HTMLDivElement>('.pass-row, .next-check');
  useLayoutEffect(() => {
    const rows = panel.current;
    if (!rows?.contains(document.activeElement)) return;
    const frame = requestAnimationFrame(() => {
      rows.scrollTop = rows.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  });
  return (
    <div className="pass-rows" ref={panel}>
      <RowsAbove head={head} above={above} />
      {children}
      <RowsBelow foot={foot} below={below} />
    </div>
  );
}
