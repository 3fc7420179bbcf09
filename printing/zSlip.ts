import { dayWords } from '#domain/businessDay';
import type { Payload } from '#domain/entry';
import { cents, subtract } from '#domain/money';
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
  type Recorded,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';
import { besideRows, comparedRows, type DrawerMoves, handedOnRows, withoutCashRows } from './zTenders.ts';

type Close = Payload<'drawer_closed'>;

/**
 * The Z report: one drawer from float to close, with the station's grand total and the journal's whole head hash.
 * @param print `countedBy` made the count on which it closed: the cashier unless told
 */
export function zSlip(
  recorded: Recorded<'drawer_closed'>,
  facts: SlipFacts,
  print: Copy & { countedBy?: string; moved?: DrawerMoves } = { copy: 1 },
): Slip {
  const { entry, hash } = recorded;
  const close = entry.payload;
  return {
    title: `Z report ${close.z.label}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      middle(`Z report ${close.z.label}`, 'double'),
      blank,
      ...aboutRows(recorded, print.countedBy ?? close.cashier, facts),
      rule,
      ...happenedRows(close.receipts, print.moved),
      rule,
      ...comparedRows(close, print.moved),
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
      rule,
      heading('Journal head'),
      ...hashRows(hash),
      ...signers(close.cashier, print.countedBy ?? close.cashier, facts),
      { row: 'signature', who: 'Supervisor, received' },
    ],
    qr: qrOf(close.z.label, hash),
  };
}

/** Why it closed as it did: in words, with slips that did not come out, and by whose yes. */
function whyRows({ entry, personal }: Recorded<'drawer_closed'>, facts: SlipFacts): SlipRow[] {
  const left = entry.payload.unprinted ?? [];
  return [
    ...(personal?.words ? [blank, { row: 'text' as const, text: `Reason: ${personal.words}` }] : []),
    ...(left.length === 0 ? [] : [heading(`Slips left unprinted: ${left.length}`)]),
    ...left.map(({ document, label }) => pair(document, label, { indent: 2 })),
    ...(entry.approver === null ? [] : [pair('Approved by', facts.nameOf(entry.approver))]),
  ];
}

/** A full hash as people can compare it: 64 digits in two rows of eight groups. */
export function hashRows(hash: string): SlipRow[] {
  return [hash.slice(0, 32), hash.slice(32)].map((half) => middle(half.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')));
}

function aboutRows({ entry }: Recorded<'drawer_closed'>, countedBy: string, facts: SlipFacts): SlipRow[] {
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
    pair('Float', amountOf(close.floatCents)),
    ...(close.countNumber > 1 ? [pair(`Recounted, count ${close.countNumber}`, facts.nameOf(countedBy))] : []),
  ];
}

function happenedRows(receipts: Close['receipts'], moved: DrawerMoves | undefined): SlipRow[] {
  return [...receiptRows(receipts, moved), ...withoutCashRows(moved)];
}

function receiptRows(receipts: Close['receipts'], moved: DrawerMoves | undefined): SlipRow[] {
  if (receipts.first === null || receipts.last === null)
    return [heading('Receipts'), { row: 'text', text: 'None issued', indent: 2 }];
  const standing = subtract(cents(receipts.issuedCents), cents(receipts.voidedCents));
  return [
    heading('Receipts'),
    pair('First', receipts.first, { indent: 2 }),
    pair('Last', receipts.last, { indent: 2 }),
    pair(`Issued: ${receipts.issued}`, amountOf(receipts.issuedCents), { indent: 2 }),
    pair(`Of them void: ${receipts.voided}`, amountOf(receipts.voidedCents), { indent: 2 }),
    pair(`Standing: ${receipts.issued - receipts.voided}`, amountOf(standing), { indent: 2 }),
    ...(moved ? besideRows(moved) : []),
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
