import { useRef } from 'react';
import { useQuery } from '../../page.ts';
import { Receipts } from '../receipts/Receipts.tsx';
import { DayTheDistrict } from './DayTheDistrict.tsx';

/** Where whoever has no tray begins: at the day, or at the receipts of this station where the ledger tells none. */
export function DayAtHome() {
  const { state, value } = useQuery('day', {});
  // Whoever has begun at the one stays there: what is looked at does not change under her hands.
  const began = useRef<'day' | 'receipts' | null>(null);
  if (began.current === null && value !== undefined) began.current = 'day';
  if (began.current === null && state === 'refused') began.current = 'receipts';
  return began.current === 'receipts' ? <Receipts label={null} isHome /> : <DayTheDistrict day={null} isHome />;
}
