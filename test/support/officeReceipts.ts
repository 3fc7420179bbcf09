import type { Output } from '#contract/contract';
import type { ReceiptHistory } from '#domain/receiptHistory';
import { receiptShown } from '#main/ledger/office/officeReceipt';
import type { OfficeRequest } from '#main/sync/wire';
import { receiptRecorded, refundRecorded, slipFacts, twoTenderReceipt, voidRecorded } from './slipCases.ts';

/* A batch of another station as the ledger tells it, receipt by receipt. */

const BATCH = 'W1-B0086';
const LABELS = Array.from({ length: 24 }, (_, place) => `W1-00${4_710 + place}`);
const [PLAIN = '', VOID = '', REFUNDED = ''] = LABELS;

/** What the ledger answers about receipts of another station; undefined of anything else. */
export function officeReceiptsTold({ call, input }: OfficeRequest): unknown {
  const label = String(input.label);
  if (call === 'batchReceipts') return { receipts: LABELS.map(listed), more: false };
  if (call === 'officeReceipt' && LABELS.includes(label)) return receiptShown(historyOf(label), slipFacts());
  if (call === 'traced' && LABELS.includes(label)) return { ...TRACED, label };
  return undefined;
}

function historyOf(label: string): ReceiptHistory {
  const receipt = { ...twoTenderReceipt(), label, batch: BATCH, drawer: 'W1-D0086' };
  const issued = receiptRecorded(receipt, 'Hale, Dorothea', 'W1');
  const refund = refundRecorded();
  const { entry } = refund;
  const payload = { ...entry.payload, receipt: label, label: 'W1-R000012' };
  return {
    issued,
    voided: label === VOID ? voidRecorded(receipt) : null,
    undos: label === REFUNDED ? [{ ...refund, entry: { ...entry, payload } }] : [],
  };
}

function listed(label: string, place: number): Output<'batchReceipts'>['receipts'][number] {
  const { issued } = historyOf(label);
  return {
    ...{ label, at: issued.entry.recordedAt + place * 240_000, payer: 'Hale, Dorothea', tenders: ['check', 'cash'] },
    totalCents: issued.entry.payload.totalCents,
    undone: label === VOID ? 'void' : label === REFUNDED ? 'refund_in_part' : null,
  };
}

const day = '2026-11-19' as Output<'traced'>['lines'][number]['day'];
const TRACED: Output<'traced'> = {
  ...{ label: PLAIN, what: 'receipt', batch: BATCH, closedWith: day },
  deposits: [{ deposit: 'L-P0228', state: 'confirmed' }],
  lines: [
    {
      ...{ export: 12, line: 7, day, batch: BATCH, deposit: '', fund: '402', bars: '1113000', name: 'Cash on hand' },
      ...{ side: 'debit', cents: 109_346 },
    },
  ],
};
