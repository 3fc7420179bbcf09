import type { RefObject } from 'react';
import { say } from '../messages/en.ts';
import { Keys } from './Keys.tsx';
import { useColumnsBeside } from './useColumnsBeside.ts';

/** Under a table that is wider than its room: how many columns stand to either side, and the keys that lead there. */
export function ColumnsBeside({ room }: { room: RefObject<HTMLElement | null> }) {
  const beside = useColumnsBeside(room);
  if (beside.left + beside.right === 0) return null;
  return (
    <p className="columns-beside">
      <Keys keys="← →" /> {say.beside(beside)}
    </p>
  );
}
