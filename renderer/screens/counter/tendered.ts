import type { CounterForm } from './counterForm.ts';
import { tenderPlace } from './places.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';

/** Where the first thing stands that the payer has handed over; null while nothing of a tender is typed. */
export function tenderedPlace({ tenders, cash }: Pick<CounterForm, 'tenders' | 'cash'>): string | null {
  const at = tenders.findIndex((tender) =>
    rulesOfTender(tender)
      .typed(tender)
      .some((text) => text.trim() !== ''),
  );
  if (at >= 0) return tenderPlace(at, 'text');
  return cash.trim() === '' ? null : 'cash';
}

/** With money on the counter a payment is finished or emptied before anything else. */
export function isTendered(form: Pick<CounterForm, 'tenders' | 'cash'>): boolean {
  return tenderedPlace(form) !== null;
}
