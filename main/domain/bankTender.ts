import * as z from 'zod';

/** What is taken to the bank: a card's money comes by itself. */
export const BankTender = z.enum(['cash', 'check', 'money-order']);
export type BankTender = z.infer<typeof BankTender>;

/** Where what the office counted of a batch waits for its deposit. */
export function undepositedAccount(batch: string, tender: BankTender): string {
  return `undeposited:${batch}:${tender}`;
}
