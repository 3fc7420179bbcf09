import { cents, sum } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import { lineRows } from './lineRows.ts';
import { offlineRows, tenderRows } from './receiptSlip.ts';
import type { Slip } from './slip.ts';
import { bannersOf, blank, masthead, middle, pair, rule, type SlipFacts } from './slipParts.ts';
import { dateAt } from './when.ts';
import { amountOf } from './words.ts';

/** A payment that is still typed. `now` and the instants are in milliseconds since 1970. */
export type Draft = Pick<
  Receipt,
  'lines' | 'tenders' | 'changeCents' | 'roundingCents' | 'offlineSince' | 'accountsAsOf' | 'drawer'
> & {
  series: string;
  cashier: string;
  payer: string;
  now: number;
};

/** The slip as it will print. Number, time and the journal's head are given when it is recorded, and stay blank until then. */
export function draftSlip(draft: Draft, facts: SlipFacts): Slip {
  const { timeZone, footer } = facts.district;
  const total = sum(draft.lines.map((line) => cents(line.cents)));
  return {
    title: `Receipt ${draft.series}-......`,
    banners: bannersOf(facts, { copy: 1 }, false),
    rows: [
      ...masthead(facts),
      pair(`Receipt ${draft.series}-......`, dateAt(draft.now, timeZone), { weight: 'bold' }),
      pair(`${facts.nameOf(draft.cashier)}, drawer ${draft.drawer}`, '..:..'),
      ...(draft.payer ? [{ row: 'text' as const, text: `From ${draft.payer}` }] : []),
      rule,
      ...lineRows(draft.lines),
      rule,
      pair('TOTAL', amountOf(total), { weight: 'double' }),
      blank,
      ...tenderRows(draft),
      rule,
      ...offlineRows(draft, draft.now, timeZone),
      blank,
      ...footer.map((line) => middle(line)),
      middle('Keep this slip. It is your proof.'),
    ],
    qr: null,
  };
}
