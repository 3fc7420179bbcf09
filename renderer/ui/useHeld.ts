import { useRef } from 'react';

/**
 * What is on show stays on show until the hand moves: neither a row that comes above it nor its leaving the list may bring
 * another one under the key that acts.
 * @param list what is asked for: another list begins with its first row
 */
export function useHeld(list: string, chosen: string | null, first: string | null): string | null {
  const held = useRef<{ list: string; row: string | null }>({ list, row: null });
  if (held.current.list !== list) held.current = { list, row: null };
  const row = chosen ?? held.current.row ?? first;
  held.current = { list, row };
  return row;
}
