import type { FeeLine, ReceiptLine } from '#domain/line';
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
import { dateAt } from './when.ts';
import { amountOf } from './words.ts';

/** Whether a permit is printed for this line. */
export function isPermit(line: ReceiptLine): line is FeeLine {
  return line.kind === 'fee' && line.prints === 'permit';
}

/**
 * The slip of the permits that a receipt paid: what was told of each, to be kept at the work.
 * @param print `isVoid` marks a print whose receipt is void by now
 */
export function permitSlip(
  recorded: Recorded<'receipt_issued'>,
  facts: SlipFacts,
  print: Copy & { isVoid: boolean } = { copy: 1, isVoid: false },
): Slip {
  const { entry, hash, personal } = recorded;
  const { label, lines } = entry.payload;
  const permits = lines.filter(isPermit);
  return {
    title: `Permit of receipt ${label}`,
    banners: bannersOf(facts, print, print.isVoid),
    rows: [
      ...masthead(facts),
      ...permits.flatMap(permitRows),
      ...payerRows(personal),
      pair(`Paid with receipt ${label}`, dateAt(entry.recordedAt, facts.district.timeZone)),
      pair('Issued by', facts.nameOf(entry.actor)),
      headRow(hash),
      blank,
      middle('Keep this permit at the work.'),
      { row: 'signature', who: 'Inspector, date' },
    ],
    qr: qrOf(label, hash),
  };
}

function permitRows(permit: FeeLine): SlipRow[] {
  return [
    middle(permit.name, 'double'),
    blank,
    ...permit.told.map(({ field, told }) => pair(field, told)),
    ...(permit.accountNumber === null ? [] : [pair('Account', permit.accountNumber)]),
    pair('Fee paid', amountOf(permit.cents)),
    rule,
  ];
}
