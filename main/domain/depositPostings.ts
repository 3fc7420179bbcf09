import { BankTender, undepositedAccount } from './bankTender.ts';
import type { DepositPart } from './deposit.ts';
import { unexplainedBy } from './handoff.ts';
import { type Cents, cents, negate, subtract, sum } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** What was found in a deposit, by tender. */
export type Found = Record<BankTender, Cents>;

/**
 * A deposit made (design §6): what was found in it is the deposit's, what its batches held is deposited, and what is
 * missing between the two, tender by tender, is over or short, or a difference.
 */
export function depositMade(deposit: string, parts: readonly DepositPart[], found: Found): Posting[] {
  return [
    ...debit(`deposit:${deposit}`, sum(BankTender.options.map((tender) => found[tender]))),
    ...BankTender.options.flatMap((tender) => {
      const missing = subtract(heldOf(parts, tender), found[tender]);
      const account = unexplainedBy(tender);
      return missing < 0 ? credit(account, negate(missing)) : debit(account, missing);
    }),
    ...parts.flatMap(({ batch, tender, cents: held }) => credit(undepositedAccount(batch, tender), cents(held))),
  ];
}

/** What the parts hold of one tender. */
export function heldOf(parts: readonly DepositPart[], tender: BankTender): Cents {
  return sum(parts.filter((part) => part.tender === tender).map((part) => cents(part.cents)));
}

/** A deposit that ends with the county: what their receipt says is in the fund, the rest a difference to be explained. */
export function depositWithTreasurer(deposit: string, fund: string, deposited: Cents, received: Cents): Posting[] {
  const missing = subtract(deposited, received);
  return [
    ...debit(`treasurer:${fund}`, received),
    ...(missing < 0 ? credit('difference:deposit', negate(missing)) : debit('difference:deposit', missing)),
    ...credit(`deposit:${deposit}`, deposited),
  ];
}
