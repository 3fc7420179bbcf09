import type { ReactNode } from 'react';
import { Room } from './Room.tsx';

type ListRoomProps = {
  label: string;
  focusName: string;
  /** Why the ledger does not show the list; null while it does. */
  refused: string | null;
  /** What is said where nothing is listed; null while there is something, or nobody knows yet. */
  none: string | null;
  onMove: (by: 1 | -1) => void;
  /** What Enter does with the one in hand. */
  onEnter?: () => void;
  children: ReactNode;
};

/** A list of the office's. It keeps the hand also while it is empty or the ledger does not show it. */
export function ListRoom({ label, focusName, refused, none, onMove, onEnter, children }: ListRoomProps) {
  return (
    <Room
      label={label}
      focusName={focusName}
      hasArrows
      rows="tbody tr:not(.group)"
      onEnter={onEnter}
      onKey={(key) => {
        if (key === 'ArrowDown') onMove(1);
        if (key === 'ArrowUp') onMove(-1);
      }}
    >
      {refused === null ? null : (
        <p className="pad" role="status">
          {refused}
        </p>
      )}
      {none === null ? null : <p className="pad muted">{none}</p>}
      {children}
    </Room>
  );
}
