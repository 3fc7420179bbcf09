import type { RefObject } from 'react';
import { say } from '../messages/en.ts';
import type { Below } from './below.ts';
import { Keys } from './Keys.tsx';
import { Mark } from './Mark.tsx';

type RowsBelowProps = {
  foot: RefObject<HTMLDivElement | null>;
  below: Below;
  /** Rows that are further down than any that is drawn. */
  further?: number;
  /** The key that shows all of them, where the list's own arrows do not. */
  keys?: string;
};

/**
 * At the lower end of a list that scrolls: how many of its rows are under it. It begins where the last whole row ends, so
 * that none is cut; it takes no room, and goes at the last row.
 */
export function RowsBelow({ foot, below, further = 0, keys }: RowsBelowProps) {
  return (
    <div className="rows-below" ref={foot}>
      {below.rows > 0 ? (
        <p style={{ height: below.px }}>
          <Mark name="open" /> {say.below(below.rows + further)} {keys ? <Keys keys={keys} /> : null}
        </p>
      ) : null}
    </div>
  );
}
