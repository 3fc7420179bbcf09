import { readAmount } from '#domain/amountEntry';
import { type Cents, ZERO } from '#domain/money';

/** What an amount field says, in cents; zero while it says nothing that can be read. */
export function typedCents(text: string): Cents {
  const entry = readAmount(text);
  return entry.state === 'amount' ? entry.amount : ZERO;
}
