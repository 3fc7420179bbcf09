import { compare } from '#domain/balancing';
import { cents } from '#domain/money';
import type { Slip } from '#printing/slip';
import { zSlip } from '#printing/zSlip';
import type { DrawerMoves } from '#printing/zTenders';
import { recorded, slipFacts, zRecorded } from './slipCases.ts';

/** Everything that can move a drawer's tenders: together they come to what is expected of each. */
const MOVED: DrawerMoves = {
  custody: [
    { kind: 'no-sale', items: 2 },
    { kind: 'x', items: 1 },
  ],
  moves: [
    { tender: 'cash', kind: 'drawer_opened', cents: 20_000, items: 1 },
    { tender: 'cash', kind: 'receipt_issued', cents: 114_830, items: 30 },
    { tender: 'cash', kind: 'receipt_voided', cents: -4_320, items: 1 },
    { tender: 'cash', kind: 'receipt_corrected', cents: 3_000, items: 1 },
    { tender: 'cash', kind: 'refund_issued', cents: -5_000, items: 2 },
    { tender: 'check', kind: 'receipt_issued', cents: 226_680, items: 3 },
    { tender: 'check', kind: 'receipt_corrected', cents: -3_000, items: 1 },
    { tender: 'card', kind: 'receipt_issued', cents: 221_610, items: 9 },
  ],
  credit: { items: 2, cents: 6_340 },
  rounding: { items: 7, cents: -2 },
};

/** The golden Z slips of drawers in which more happened than receipts, by name. */
export function goldenZSlips(): Record<string, Slip> {
  const { count } = zRecorded().entry.payload;
  const expected = { cashCents: cents(128_510), checks: count.checks, cardCents: cents(221_610), cards: 9 };
  const { payload, postings, recordedAt } = zRecorded(compare({ ...expected, moneyOrders: [] }, count)).entry;
  // What stands, less the credit and the rounding, is what the tenders' receipts less voids come to.
  const receipts = { ...payload.receipts, issuedCents: 569_462 };
  const even = recorded('drawer_closed', { ...payload, countNumber: 1, receipts }, { postings, recordedAt });
  return { 'z-moved': zSlip(even, slipFacts(), { copy: 1, moved: MOVED }) };
}
