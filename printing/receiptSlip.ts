import { dayOf } from '#domain/businessDay';
import { cents, formatSigned } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import { lineRows } from './lineRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  middle,
  pair,
  payerRows,
  qrOf,
  type Recorded,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { dateAt, dayWords, timeAt } from './when.ts';
import { amountOf, tenderWords } from './words.ts';

/**
 * The slip of a receipt, for the payer.
 * @param print `copy` from 1; above 1 it is marked DUPLICATE. `isVoid` marks a print of a receipt that is void by now
 */
export function receiptSlip(
  recorded: Recorded<'receipt_issued'>,
  facts: SlipFacts,
  print: Copy & { isVoid: boolean } = { copy: 1, isVoid: false },
): Slip {
  const { entry, hash } = recorded;
  const receipt = entry.payload;
  return {
    title: `Receipt ${receipt.label}`,
    banners: bannersOf(facts, print, print.isVoid),
    rows: [
      ...masthead(facts),
      ...aboutRows(recorded, facts),
      rule,
      ...lineRows(receipt.lines, recorded.personal),
      rule,
      pair('TOTAL', amountOf(receipt.totalCents), { weight: 'double' }),
      blank,
      ...tenderRows(receipt),
      rule,
      ...offlineRows(receipt, entry.recordedAt, facts.district.timeZone),
      headRow(hash),
      blank,
      ...facts.district.footer.map((line) => middle(line)),
      middle('Keep this slip. It is your proof.'),
    ],
    qr: qrOf(receipt.label, hash),
  };
}

function aboutRows({ entry, personal }: Recorded<'receipt_issued'>, facts: SlipFacts): SlipRow[] {
  const { timeZone } = facts.district;
  const isOtherDay = dayOf(entry.recordedAt, timeZone) !== entry.businessDay;
  return [
    pair(`Receipt ${entry.payload.label}`, dateAt(entry.recordedAt, timeZone), { weight: 'bold' }),
    pair(`${facts.nameOf(entry.actor)}, drawer ${entry.payload.drawer}`, timeAt(entry.recordedAt, timeZone)),
    ...(isOtherDay ? [pair('Business day', dayWords(entry.businessDay))] : []),
    ...payerRows(personal),
  ];
}

/** What was handed over and what went back. */
export function tenderRows(receipt: Pick<Receipt, 'tenders' | 'changeCents' | 'roundingCents'>): SlipRow[] {
  const tendered = receipt.tenders.map((tender) =>
    pair(tenderWords(tender), amountOf(tender.kind === 'cash' ? tender.tenderedCents : tender.cents)),
  );
  const isCash = receipt.tenders.some((tender) => tender.kind === 'cash');
  if (!isCash) return tendered;
  const rounding = cents(receipt.roundingCents);
  return [
    ...tendered,
    ...(rounding === 0 ? [] : [pair('Cash rounded by', formatSigned(rounding))]),
    pair('Change', amountOf(receipt.changeCents)),
  ];
}

/** A receipt taken offline says how old its balances were: with the day, when that was another. */
export function offlineRows(
  receipt: Pick<Receipt, 'offlineSince' | 'accountsAsOf'>,
  recordedAt: number,
  timeZone: string,
): SlipRow[] {
  if (receipt.offlineSince === null) return [];
  const time = timeAt(receipt.accountsAsOf, timeZone);
  const isSameDay = dayOf(receipt.accountsAsOf, timeZone) === dayOf(recordedAt, timeZone);
  const asOf = isSameDay ? time : `${dateAt(receipt.accountsAsOf, timeZone)}, ${time}`;
  return [{ row: 'text', text: `Taken while offline. Balances as of ${asOf}.` }];
}
