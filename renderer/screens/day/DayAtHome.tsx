import { useState } from 'react';
import { useQuery } from '../../page.ts';
import { Receipts } from '../receipts/Receipts.tsx';
import { DayTheDistrict } from './DayTheDistrict.tsx';

/** Where whoever has no tray begins: at the day, or at the receipts of this station where the ledger tells none. */
export function DayAtHome() {
  // Whoever has begun at the one stays there: what is looked at does not change under her hands.
  const [began, setBegan] = useState<'day' | 'receipts' | null>(null);
  const { state, value } = useQuery('day', began === 'receipts' ? null : {});
  if (began === null && value !== undefined) setBegan('day');
  if (began === null && state === 'refused') setBegan('receipts');
  return began === 'receipts' ? <Receipts label={null} isHome /> : <DayTheDistrict day={null} isHome />;
}
