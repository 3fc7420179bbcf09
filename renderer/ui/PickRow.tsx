import type { ReactNode } from 'react';
import { keepInView } from './inView.ts';

type PickRowProps = { isChosen: boolean; onPick: () => void; children: ReactNode };

/** A row that a click chooses; the one that is chosen is kept in view. */
export function PickRow({ isChosen, onPick, children }: PickRowProps) {
  return (
    <tr className="pick" data-selected={isChosen ? '' : undefined} onClick={onPick} ref={isChosen ? keepInView : null}>
      {children}
    </tr>
  );
}
