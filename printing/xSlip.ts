import { dayWords } from '#domain/businessDay';
import type { DrawerTotals } from '#domain/drawerTotals';
import type { Recorded } from '#domain/recorded';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  type Copy,
  heading,
  headRow,
  masthead,
  middle,
  pair,
  qrOf,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';
import { movedRows, TENDER_NAMES } from './zTenders.ts';

/** The X report: what a drawer must hold at one moment, for a supervisor. It closes nothing. */
export function xSlip({ entry, hash }: Recorded<'totals_read'>, facts: SlipFacts, print: Copy): Slip {
  const { drawer, label, totals } = entry.payload;
  return {
    title: `X report ${label}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      middle(`X report ${label}`, 'double'),
      middle('The drawer stays open; not for its cashier'),
      rule,
      pair('Drawer', drawer),
      pair('Business day', dayWords(entry.businessDay)),
      pair('Read', momentAt(entry.recordedAt, facts.district.timeZone)),
      pair('By', facts.nameOf(entry.actor)),
      rule,
      ...receiptRows(totals.receipts),
      ...totals.tenders.flatMap((tender) => tenderRows(tender, totals)),
      rule,
      headRow(hash),
    ],
    qr: qrOf(label, hash),
  };
}

function receiptRows({ issued, voided, issuedCents, voidedCents }: DrawerTotals['receipts']): SlipRow[] {
  return [
    heading('Receipts'),
    pair(`Issued: ${issued}`, amountOf(issuedCents), { indent: 2 }),
    pair(`Of them void: ${voided}`, amountOf(voidedCents), { indent: 2 }),
  ];
}

function tenderRows({ tender, cents, items }: DrawerTotals['tenders'][number], totals: DrawerTotals): SlipRow[] {
  return [
    rule,
    heading(TENDER_NAMES[tender]),
    ...movedRows(tender, totals),
    pair(items === null ? 'Expected' : `Expected: ${items}`, amountOf(cents), { weight: 'bold', indent: 2 }),
  ];
}
