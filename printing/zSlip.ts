import { dayWords } from '#domain/businessDay';
import type { Payload } from '#domain/entry';
import { type Cents, cents, subtract } from '#domain/money';
import type { Recorded } from '#domain/recorded';
import { pieceRows } from './pieceRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  blank,
  type Copy,
  heading,
  masthead,
  middle,
  pair,
  qrOf,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';
import { besideRows, comparedRows, type DrawerMoves, handedOnRows, withoutCashRows } from './zTenders.ts';

type Close = Payload<'drawer_closed'>;

/**
 * The Z report: one drawer from float to close, with the station's grand total and the journal's whole head hash.
 * @param print `countedBy` made the count on which it closed: the cashier unless told. `isToCount`: for somebody who is not
 * told what was handed over before the office has counted it, so without any amount
 */
export function zSlip(
  recorded: Recorded<'drawer_closed'>,
  facts: SlipFacts,
  print: Copy & { countedBy?: string; moved?: DrawerMoves; isToCount?: boolean } = { copy: 1 },
): Slip {
  const { entry, hash } = recorded;
  const close = entry.payload;
  const { isToCount = false } = print;
  return {
    title: `Z report ${close.z.label}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      middle(`Z report ${close.z.label}`, 'double'),
      blank,
      ...aboutRows(recorded, print.countedBy ?? close.cashier, facts, isToCount),
      rule,
      ...happenedRows(close.receipts, print.moved, isToCount),
      rule,
      ...(isToCount ? [...leftRows(recorded), TO_COUNT] : moneyRows(recorded, facts, print.moved)),
      rule,
      heading('Journal head'),
      ...hashRows(hash),
      ...signers(close.cashier, print.countedBy ?? close.cashier, facts),
      { row: 'signature', who: 'Supervisor, received' },
    ],
    qr: qrOf(close.z.label, hash),
  };
}

const TO_COUNT: SlipRow = {
  row: 'text',
  text: 'Amounts are hidden until the office has counted all that was handed over.',
};

/** What was expected and counted, in pieces too, what was handed on, and the grand total. */
function moneyRows(recorded: Recorded<'drawer_closed'>, facts: SlipFacts, moved: DrawerMoves | undefined): SlipRow[] {
  const { entry } = recorded;
  const close = entry.payload;
  return [
    ...comparedRows(close, moved),
    ...whyRows(recorded, facts),
    rule,
    ...pieceRows(close.count.cash),
    rule,
    ...handedOnRows(close, entry.postings),
    rule,
    pair('Grand total', amountOf(close.grandTotalCents), { weight: 'bold' }),
    {
      row: 'text',
      text: `Every receipt of station ${entry.series} ever issued, void ones too. It is never reset.`,
    },
  ];
}

/** Why it closed as it did: in words, with slips that did not come out, and by whose yes. */
function whyRows(recorded: Recorded<'drawer_closed'>, facts: SlipFacts): SlipRow[] {
  const { entry, personal } = recorded;
  return [
    ...(personal?.words ? [blank, { row: 'text' as const, text: `Reason: ${personal.words}` }] : []),
    ...leftRows(recorded),
    ...(entry.approver === null ? [] : [pair('Approved by', facts.nameOf(entry.approver))]),
  ];
}

/** Slips that did not come out. */
function leftRows({ entry }: Recorded<'drawer_closed'>): SlipRow[] {
  const left = entry.payload.unprinted ?? [];
  return [
    ...(left.length === 0 ? [] : [heading(`Slips left unprinted: ${left.length}`)]),
    ...left.map(({ document, label }) => pair(document, label, { indent: 2 })),
  ];
}

/** A full hash as people can compare it: 64 digits in two rows of eight groups. */
export function hashRows(hash: string): SlipRow[] {
  return [hash.slice(0, 32), hash.slice(32)].map((half) => middle(half.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')));
}

function aboutRows(
  { entry }: Recorded<'drawer_closed'>,
  countedBy: string,
  facts: SlipFacts,
  isToCount: boolean,
): SlipRow[] {
  const close = entry.payload;
  const { timeZone } = facts.district;
  return [
    pair('Business day', dayWords(entry.businessDay)),
    pair('Drawer', close.drawer),
    pair('Batch', close.batch),
    pair('Cashier', facts.nameOf(close.cashier)),
    pair('Opened', momentAt(close.openedAt, timeZone)),
    pair('Closed', momentAt(entry.recordedAt, timeZone)),
    ...(entry.actor === close.cashier ? [] : [pair('Closed by', facts.nameOf(entry.actor))]),
    ...(isToCount ? [] : [pair('Float', amountOf(close.floatCents))]),
    ...(close.countNumber > 1 ? [pair(`Recounted, count ${close.countNumber}`, facts.nameOf(countedBy))] : []),
  ];
}

function happenedRows(receipts: Close['receipts'], moved: DrawerMoves | undefined, isToCount: boolean): SlipRow[] {
  return [...receiptRows(receipts, moved, isToCount), ...withoutCashRows(moved)];
}

function receiptRows(receipts: Close['receipts'], moved: DrawerMoves | undefined, isToCount: boolean): SlipRow[] {
  if (receipts.first === null || receipts.last === null)
    return [heading('Receipts'), { row: 'text', text: 'None issued', indent: 2 }];
  const standing = subtract(cents(receipts.issuedCents), cents(receipts.voidedCents));
  const worth = (words: string, count: number, amount: Cents) =>
    isToCount ? pair(words, String(count), { indent: 2 }) : pair(`${words}: ${count}`, amountOf(amount), { indent: 2 });
  return [
    heading('Receipts'),
    pair('First', receipts.first, { indent: 2 }),
    pair('Last', receipts.last, { indent: 2 }),
    worth('Issued', receipts.issued, cents(receipts.issuedCents)),
    worth('Of them void', receipts.voided, cents(receipts.voidedCents)),
    worth('Standing', receipts.issued - receipts.voided, standing),
    ...(moved && !isToCount ? besideRows(moved) : []),
  ];
}

/** The cashier hands over; whoever made the count that counts signs for it. */
function signers(cashier: string, countedBy: string, facts: SlipFacts): SlipRow[] {
  const name = facts.nameOf(cashier);
  if (countedBy === cashier) return [{ row: 'signature', who: `${name}, counted and handed over` }];
  return [
    { row: 'signature', who: `${facts.nameOf(countedBy)}, counted` },
    { row: 'signature', who: `${name}, handed over` },
  ];
}
