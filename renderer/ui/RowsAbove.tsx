import type { RefObject } from 'react';
import { say } from '../messages/en.ts';
import type { Below } from './below.ts';
import { Mark } from './Mark.tsx';

/** At the upper end of a list that scrolls: how many of its rows are over it, as its foot says how many are under it. */
export function RowsAbove({ head, above }: { head: RefObject<HTMLDivElement | null>; above: Below }) {
  return (
    <div className="rows-above" ref={head}>
      {above.rows > 0 ? (
        <p style={{ height: above.px }}>
          <Mark name="open" /> {say.above(above.rows)}
        </p>
      ) : null}
    </div>
  );
}
