import type { DistrictFile } from '#domain/district';
import type { FeeLine } from '#domain/line';
import { cents } from '#domain/money';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import { type Correction, partOf } from '#domain/undo';
import { correctionPostings, refundPostings, reversalPostings } from '#domain/undoPostings';
import { sha256Hex } from '#main/chain/sha256';
import type { BuiltReceipt, JournalBuilder } from './journalBuilder.ts';
import { districtFile } from './ledger.ts';
import { WHITEBEAR } from './officeDay.ts';

const { funds } = districtFile('any');
const [SERIES, EPOCH] = ['W3', 1] as const;
const ALL: DistrictFile['bankAccounts'][number]['tenders'] = ['cash', 'check', 'money-order'];

/** The sewer's money and all that is of no fund to one account, the capital fund's to another. */
export const BY_FUND: DistrictFile['bankAccounts'] = [
  { account: 'operating', name: 'Operating account', lastFour: '0917', tenders: ALL },
  { account: 'capital', name: 'Capital account', lastFour: '4402', tenders: ALL, funds: ['402'] },
];

const CODES = { '401': '3439001', '402': '3790000' };

/** A fee of funds 401 and 402, in this order. */
export function feeOf(sewerCents: number, capitalCents: number): FeeLine {
  const shares = [
    { fund: '401', bars: CODES['401'], cents: sewerCents },
    { fund: '402', bars: CODES['402'], cents: capitalCents },
  ].filter((share) => share.cents > 0);
  return {
    ...{ kind: 'fee', code: 'misc-receipt', name: 'Miscellaneous receipt', accountNumber: null, told: [] },
    ...{ quantity: 1, cents: sewerCents + capitalCents, shares, prints: 'nothing' },
  };
}

const undoing = ({ receipt, sequence }: BuiltReceipt, number: number, label: string) => ({
  ...{ number, label, receipt: receipt.label, issuedSequence: sequence, mark: sha256Hex(label) },
});

/** The only line of a receipt belongs to another fund. */
export function correctLine(journal: JournalBuilder, built: BuiltReceipt, number: number, to: FeeLine): void {
  const [from] = built.receipt.lines;
  if (!from) throw new Error('a receipt has a line');
  const correction: Correction = { what: 'line', place: 0, from, to };
  const undone = { label: built.receipt.label, drawer: built.receipt.drawer, isDrawerOpen: true };
  const label = correctionLabel(SERIES, EPOCH, number);
  journal.append({
    kind: 'receipt_corrected',
    payload: { ...undoing(built, number, label), correction, reason: 'wrong_purpose' },
    postings: correctionPostings(undone, correction, funds),
    approver: WHITEBEAR,
  });
}

/** The receipt, all in cash, never was. */
export function reverse(journal: JournalBuilder, built: BuiltReceipt): void {
  const { lines, totalCents, label: receipt } = built.receipt;
  const parts = lines.map((line, place) => ({ place, line }));
  const about = { parts, tenders: [{ tender: 'cash' as const, cents: totalCents }], credits: [], roundingCents: 0 };
  const label = reversalLabel(SERIES, EPOCH, 1);
  journal.append({
    kind: 'receipt_reversed',
    payload: { ...undoing(built, 1, label), ...about, reason: 'keyed_twice' },
    postings: reversalPostings(receipt, about, funds),
    approver: WHITEBEAR,
  });
}

/** So much of the receipt's first line is given back out of its drawer. */
export function refundInCash(journal: JournalBuilder, built: BuiltReceipt, amount: number): void {
  const { lines, drawer, batch, label: receipt } = built.receipt;
  const [line] = lines;
  if (!line) throw new Error('a receipt has a line');
  const parts = [{ place: 0, line: partOf(line, cents(amount)) }];
  const about = { parts, cents: amount, roundingCents: 0, means: { kind: 'cash' as const, drawer, batch } };
  const label = refundLabel(SERIES, EPOCH, 1);
  journal.append({
    kind: 'refund_issued',
    payload: { ...undoing(built, 1, label), ...about, reason: 'overpaid' },
    postings: refundPostings(receipt, about, funds),
    approver: WHITEBEAR,
  });
}
