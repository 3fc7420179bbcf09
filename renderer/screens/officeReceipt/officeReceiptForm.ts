import type { Output } from '#contract/contract';
import { besideIn } from '../../ui/beside.ts';

export type OfficeReceiptSeen = Output<'officeReceipt'>;
export type BatchReceipt = Output<'batchReceipts'>['receipts'][number];

/** Where one is: at a batch, at one of its receipts, or at one of its slips. */
export type OfficeReceiptPlace = {
  batch: string | null;
  /** Null: the first of the batch. */
  label: string | null;
  /** The number of the slip that is looked at; null: the receipt's own. */
  slip: string | null;
};

/** The receipt that is chosen, and which of its slips is on show. */
export type OfficeReceiptForm = { chosen: string | null; slip: number | string | null };

export type OfficeReceiptAction =
  | { did: 'chose'; label: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; labels: readonly string[] }
  | { did: 'showed'; slip: number };

export function blankOfficeReceipt({ label, slip }: OfficeReceiptPlace): OfficeReceiptForm {
  return { chosen: label, slip };
}

export function officeReceiptReducer(form: OfficeReceiptForm, action: OfficeReceiptAction): OfficeReceiptForm {
  switch (action.did) {
    case 'chose':
      return { chosen: action.label, slip: null };
    case 'moved':
      return { chosen: besideIn(action.labels, action.from, action.by), slip: null };
    case 'showed':
      return { ...form, slip: action.slip };
  }
}

/** The place of the slip on show: one that is named, or that was gone to; the receipt's own where there is none such. */
export function slipAt({ slip }: OfficeReceiptForm, { slips }: Pick<OfficeReceiptSeen, 'slips'>): number {
  const place = typeof slip === 'string' ? slips.findIndex(({ document }) => document.label === slip) : (slip ?? 0);
  return place >= 0 && place < slips.length ? place : 0;
}
