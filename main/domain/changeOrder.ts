import * as z from 'zod';
import { type Cents, negate, subtract } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** Change ordered from the bank: `L-G0012`. Its transit account bears the same name. */
export const ChangeOrderLabel = z
  .string()
  .regex(/^L-G\d{4,9}$/, { error: 'must be the number of a change order, such as L-G0012' });

/** Cash out of the safe, on its way to the bank for as much in other pieces. */
export function changeOrdered(order: string, cents: Cents): Posting[] {
  return [...debit(`transit:${order}`, cents), ...credit('safe', cents)];
}

/** What came back for it lies in the safe; what is missing, or too much, is over or short. */
export function changeReceived(order: string, ordered: Cents, received: Cents): Posting[] {
  const missing = subtract(ordered, received);
  return [
    ...debit('safe', received),
    ...(missing < 0 ? credit('over-short', negate(missing)) : debit('over-short', missing)),
    ...credit(`transit:${order}`, ordered),
  ];
}
