import type { RefObject } from 'react';
import { say } from '../messages/en.ts';
import { Keys } from './Keys.tsx';
import { Mark } from './Mark.tsx';

/** How much (px) of a list's lower end it lies over. */
export const ROWS_BELOW = 24;

type RowsBelowProps = {
  foot: RefObject<HTMLDivElement | null>;
  below: number;
  /** The key that shows all of them, where the list's own arrows do not. */
  keys?: string;
};

/** At the lower end of a list that scrolls: how many of its rows are under it. It takes no room, and goes at the last row. */
export function RowsBelow({ foot, below, keys }: RowsBelowProps) {
  return (
    <div className="rows-below" ref={foot}>
      {below > 0 ? (
        <p>
          <Mark name="open" /> {say.below(below)} {keys ? <Keys keys={keys} /> : null}
        </p>
      ) : null}
    </div>
  );
}
