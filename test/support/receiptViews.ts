import type { ReceiptView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/line';
import type { Receipt } from '#domain/receipt';
import { permitReceipt, twoTenderReceipt } from './slipCases.ts';

/* Receipts as the screens that undo them know them, for tests of what is typed there. */

/** The mock-up's receipt: two accounts, paid by a check and in cash. */
export function twoLineView(): ReceiptView {
  return receiptView(twoTenderReceipt());
}

/** One account, paid by a card and then by cash, or in the other order. */
export function cardView(order: 'card first' | 'cash first' = 'card first'): ReceiptView {
  const { lines } = twoTenderReceipt();
  const card = {
    kind: 'card' as const,
    cents: 8_140,
    brand: 'visa' as const,
    lastFour: '8841',
    approvalCode: '02419Z',
  };
  const cash = { kind: 'cash' as const, cents: 2_000, tenderedCents: 2_000, changeCents: 0, roundingCents: 0 };
  const tenders = order === 'card first' ? [card, cash] : [cash, card];
  return receiptView({ ...twoTenderReceipt(), lines: lines.slice(0, 1), tenders, totalCents: 10_140 });
}

/** A permit and suspense, by money order, credit and rounded cash. */
export function permitView(): ReceiptView {
  return receiptView(permitReceipt());
}

/** A receipt as the station tells it, with nothing undone. */
function receiptView(receipt: Receipt): ReceiptView {
  return {
    label: receipt.label,
    drawer: receipt.drawer,
    cashierName: 'Marisol Ortiz',
    businessDay: '2026-11-23',
    issuedAt: Date.parse('2026-11-23T10:43:00-08:00'),
    payer: 'Hale, Dorothea',
    paidBy: '',
    totalCents: receipt.totalCents,
    sent: false,
    undone: null,
    voided: null,
    receipt,
    standing: { lines: receipt.lines, tenders: receipt.tenders },
    undos: [],
    can: { void: true, correct: true, reverse: false, refund: true },
    onPaper: true,
    checksClear: null,
    copies: 1,
    print: null,
    mail: null,
  };
}

/** The same receipt, of which nothing is left of one line. */
export function withoutLine(view: ReceiptView, place: number): ReceiptView {
  const lines = view.standing.lines.map((line, at): ReceiptLine | null => (at === place ? null : line));
  return { ...view, standing: { ...view.standing, lines } };
}
