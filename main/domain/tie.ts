import * as z from 'zod';
import type { DrawerTender } from './tender.ts';

/*
 * The tie of receipts, drawers, deposit and bank (design §6): where one place holds something else than the one before,
 * something was posted that says why.
 */

/** Why a drawer handed over something else than its receipts say. */
const AT_THE_DRAWER = [
  ...(['correction', 'reversal', 'refund', 'paid_in', 'paid_out', 'over_short', 'difference', 'float'] as const),
  'unexplained',
] as const;

/** Why what is deposited is not what the drawers handed over. */
const AT_THE_DEPOSIT = [
  ...([
    'handoff',
    'handoff_open',
    'not_deposited',
    'in_bag',
    'not_counted',
    'deposit_count',
    'count_elsewhere',
  ] as const),
] as const;

/** Why the bank has something else than what was deposited. */
const AT_THE_BANK = ['on_its_way', 'clearing', 'bank', 'bank_elsewhere'] as const;

export const TieWhy = z.enum([...AT_THE_DRAWER, ...AT_THE_DEPOSIT, ...AT_THE_BANK]);
export type TieWhy = z.infer<typeof TieWhy>;

/** The places after the receipts, in the order in which money comes to them. */
export type TiePlace = 'drawers' | 'deposit' | 'bank';

const PLACES: ReadonlyMap<TieWhy, TiePlace> = new Map([
  ...AT_THE_DRAWER.map((why) => [why, 'drawers'] as const),
  ...AT_THE_DEPOSIT.map((why) => [why, 'deposit'] as const),
  ...AT_THE_BANK.map((why) => [why, 'bank'] as const),
]);

/** The place that does not hold what the one before held. */
export function placeOfBreak(why: TieWhy): TiePlace {
  return PLACES.get(why) ?? 'drawers';
}

const OPEN: ReadonlySet<TieWhy> = new Set([
  ...(['not_deposited', 'in_bag', 'on_its_way', 'clearing'] as const),
  ...(['count_elsewhere', 'bank_elsewhere'] as const),
]);

/** Nothing is known to be wrong there: the money has not come that far yet, or nobody can tell whose it was. */
export function isOpenBreak(why: TieWhy): boolean {
  return OPEN.has(why);
}

const BY_PAPER: ReadonlySet<TieWhy> = new Set([
  ...(['correction', 'reversal', 'refund', 'paid_in', 'paid_out', 'float'] as const),
]);

/** A paper says all of it: nothing is over or short there. */
export function isByPaper(why: TieWhy): boolean {
  return BY_PAPER.has(why);
}

/** A break, or several of one kind and one paper that are told together. */
export type BreaksTogether<B> = { first: B; tenders: DrawerTender[]; cents: number };

type Gathered = {
  why: TieWhy;
  tender: DrawerTender | null;
  batch: string | null;
  deposit: string | null;
  cents: number;
};

/**
 * Breaks as they are told: what differs one by one, since no tender hides another's difference; what is only still to
 * come in one row for each batch or deposit, whatever tenders it is.
 */
export function breaksTogether<B extends Gathered>(breaks: readonly B[]): BreaksTogether<B>[] {
  const gathered = new Map<string, BreaksTogether<B>>();
  for (const [place, one] of breaks.entries()) {
    const paper = one.why === 'clearing' ? '' : (one.deposit ?? one.batch);
    const key = isOpenBreak(one.why) ? `${one.why} ${paper}` : String(place);
    const there = gathered.get(key) ?? { first: one, tenders: [], cents: 0 };
    const isNew = one.tender !== null && !there.tenders.includes(one.tender);
    gathered.set(key, {
      first: there.first,
      tenders: isNew && one.tender !== null ? [...there.tenders, one.tender] : there.tenders,
      cents: there.cents + one.cents,
    });
  }
  const all = [...gathered.values()];
  return [...all.filter(({ first }) => !isOpenBreak(first.why)), ...all.filter(({ first }) => isOpenBreak(first.why))];
}
