import type { ComparedTender, Comparison } from './balancing.ts';
import { drawerHandoff, transitAccount } from './handoff.ts';
import { type Cents, cents, negate, smaller, subtract } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';
import type { DrawerTender } from './tender.ts';

/** The account of one tender in one drawer: its balance is what is expected there. */
export function drawerAccount(drawer: string, tender: DrawerTender): string {
  return `drawer:${drawer}:${tender}`;
}

/** Where a tender that does not agree at the close waits for its explanation: cash is over or short, paper differs. */
export function explainedBy(tender: DrawerTender): string {
  return tender === 'cash' ? 'over-short' : `difference:${tender}`;
}

/**
 * The drawer's half of "float issued" (design §6).
 * @param handoff of a float that the office issued ahead; without one the drawer names its own
 */
export function floatTaken(drawer: string, amount: Cents, handoff = drawerHandoff(drawer, 'float')): Posting[] {
  return [...debit(drawerAccount(drawer, 'cash'), amount), ...credit(transitAccount(handoff), amount)];
}

/**
 * The drawer's half of "close" (design §6): each tender brought to what was counted against `over-short` or
 * `difference:<tender>`, then handed on: the float back, cash and checks in transit to the batch, cards to the
 * terminal's clearing account. Afterwards every account of the drawer is zero.
 */
export function drawerEmptied(drawer: string, floatCents: Cents, comparison: Comparison): Posting[] {
  return comparison.tenders.flatMap((tender) => emptied(drawer, floatCents, tender));
}

function emptied(drawer: string, floatCents: Cents, compared: ComparedTender): Posting[] {
  const account = drawerAccount(drawer, compared.tender);
  const counted = compared.countedCents;
  switch (compared.tender) {
    case 'cash': {
      const returned = smaller(floatCents, counted);
      return [
        ...explained(account, explainedBy('cash'), compared.differenceCents),
        ...handedOn(account, transitAccount(drawerHandoff(drawer, 'float-return')), returned),
        ...handedOn(account, transitAccount(drawerHandoff(drawer, 'cash')), subtract(counted, returned)),
      ];
    }
    case 'check':
    case 'money-order':
      return [
        ...explained(account, explainedBy(compared.tender), compared.differenceCents),
        ...handedOn(account, transitAccount(drawerHandoff(drawer, compared.tender)), counted),
      ];
    case 'card':
      return [
        ...explained(account, explainedBy('card'), compared.differenceCents),
        ...handedOn(account, 'clearing:card', counted),
      ];
  }
}

function explained(account: string, against: string, difference: Cents): Posting[] {
  if (difference < 0) return [...debit(against, negate(difference)), ...credit(account, negate(difference))];
  return [...debit(account, cents(difference)), ...credit(against, cents(difference))];
}

function handedOn(from: string, to: string, amount: Cents): Posting[] {
  return [...debit(to, amount), ...credit(from, amount)];
}
