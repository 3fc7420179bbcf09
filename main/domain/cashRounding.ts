import type { OpenCharge } from './account.ts';
import { cents, sum } from './money.ts';
import type { Rounding } from './settlement.ts';
import type { AskedLine } from './suspension.ts';

/** What a line asks for, and what is open on its account. */
export type AskedOf = {
  asked: { kind: AskedLine['kind']; cents: number; charges?: readonly { chargeId: number }[] | undefined };
  open: readonly Pick<OpenCharge, 'chargeId' | 'openCents'>[];
};

/**
 * Whether the cash of a receipt is rounded: as the district has it, but never where the payer chose to pay a part or
 * beyond what is due (rules.md, SHB 2334), because then the payer chose the amount.
 */
export function roundingOf(policy: Rounding, lines: readonly AskedOf[]): Rounding {
  return lines.some(isChosen) ? 'exact' : policy;
}

function isChosen({ asked, open }: AskedOf): boolean {
  if (asked.kind !== 'account') return asked.kind === 'suspense';
  const { charges } = asked;
  const due = charges ? open.filter((charge) => charges.some((wanted) => wanted.chargeId === charge.chargeId)) : open;
  return asked.cents !== sum(due.map((charge) => cents(charge.openCents)));
}
