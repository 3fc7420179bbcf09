import type { ReactNode } from 'react';
import { keepInView } from './inView.ts';

type PickRowProps = {
  isChosen: boolean;
  /** Nothing of it stands: it is struck through. */
  isVoid?: boolean;
  onPick: () => void;
  children: ReactNode;
};

/** A row that a click chooses; the one that is chosen is kept in view. */
export function PickRow({ isChosen, isVoid = false, onPick, children }: PickRowProps) {
  return (
    <tr
      className="pick"
      data-selected={isChosen ? '' : undefined}
      data-void={isVoid ? '' : undefined}
      onClick={onPick}
      ref={isChosen ? keepInView : null}
    >
      {children}
    </tr>
  );
}
