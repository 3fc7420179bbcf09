import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { depositNamed } from '#db/ledger/deposits';
import {
  custodyAt,
  depositsOnTheWayAt,
  floatsInDrawersAt,
  floatsInTransitAt,
  resolutionsUntil,
} from '#db/ledger/yearEnd';
import { cents, negate, subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

type YearEnd = Output<'yearEnd'>;

/** What is certified of December 31: where the change fund was, and what the bank had not confirmed. */
export async function yearEnd(tx: LedgerTx, { year }: Parsed<'yearEnd'>, at: OfficeAt): Promise<YearEnd> {
  const day = `${year}-12-31`;
  if (day > at.today) refuse('day_ahead', { aheadDay: day });
  const deposits: YearEnd['deposits'] = [];
  for (const made of await depositsOnTheWayAt(tx, at.district, day)) {
    const row = await depositNamed(tx, at.district, made.deposit);
    if (row) deposits.push({ ...made, state: row.state });
  }
  const depositsCents = sum(deposits.map((one) => cents(one.cents)));
  return { day, changeFund: await changeFundAt(tx, at.district, day), deposits, depositsCents };
}

async function changeFundAt(tx: LedgerTx, district: string, day: string): Promise<YearEnd['changeFund']> {
  const named = await nameOf(tx, district);
  const givenCents = negate(cents(await custodyAt(tx, district, 'change-fund', day)));
  const safeCents = cents(await custodyAt(tx, district, 'safe', day));
  const drawers = await floatsInDrawersAt(tx, district, day);
  const inTransit = await floatsInTransitAt(tx, district, day);
  const found = sum([safeCents, ...[...drawers, ...inTransit].map((one) => cents(one.cents))]);
  return {
    ...{ givenCents, safeCents, inTransit },
    drawers: drawers.map(({ cashier, ...one }) => ({ ...one, cashierName: named(cashier) })),
    missingCents: subtract(givenCents, found),
    resolutions: await resolutionsUntil(tx, district, day),
  };
}
