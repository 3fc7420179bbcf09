import { cents, sum } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import { saidOnce } from './languages/said.ts';
import { lineRows } from './lineRows.ts';
import { footRows, offlineRows, tenderRows, totalRows } from './receiptSlip.ts';
import type { Slip } from './slip.ts';
import {
  bannerRows,
  bannersOf,
  blank,
  masthead,
  pair,
  pairSaid,
  payerRows,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { dateAt } from './when.ts';

/** A payment that is still typed. `now` and the instants are in milliseconds since 1970. */
export type Draft = Pick<
  Receipt,
  'lines' | 'tenders' | 'changeCents' | 'roundingCents' | 'offlineSince' | 'accountsAsOf' | 'drawer' | 'language'
> & {
  series: string;
  cashier: string;
  payer: string;
  now: number;
};

/** The slip as it will print. Number, time and the journal's head are given when it is recorded, and stay blank until then. */
export function draftSlip(draft: Draft, facts: SlipFacts): Slip {
  const { timeZone } = facts.district;
  const { language } = draft;
  const label = `${draft.series}-......`;
  const total = sum(draft.lines.map((line) => cents(line.cents)));
  return {
    title: `Receipt ${label}`,
    banners: bannersOf(facts, { copy: 1 }, false),
    rows: [
      ...bannerRows(language, facts, { copy: 1 }, false),
      ...masthead(facts),
      ...pairSaid(saidOnce(language, 'receipt', { label }), dateAt(draft.now, timeZone), { weight: 'bold' }),
      pair(`${facts.nameOf(draft.cashier)}, drawer ${draft.drawer}`, '..:..'),
      ...payerRows(language, draft),
      rule,
      ...lineRows(language, draft.lines),
      rule,
      ...totalRows(language, total),
      ...tenderRows(language, draft),
      rule,
      ...offlineRows(language, draft, draft.now, timeZone),
      blank,
      ...footRows(language, facts),
    ],
    qr: null,
  };
}
