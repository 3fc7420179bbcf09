import type { Row } from './keymap.ts';

/** What is done with a receipt. It stands with its keys beside the receipt, and not in the key bar as well. */
export const RECEIPT_KEYS = [
  { id: 'correct', keys: 'F2', label: 'Correct', on: ['receipts'] },
  { id: 'refund', keys: 'F3', label: 'Refund', on: ['receipts'] },
  { id: 'reverse', keys: 'F4', label: 'Reverse', on: ['receipts'] },
  { id: 'reprint', keys: 'Ctrl+P', label: 'Reprint', on: ['receipts'] },
  { id: 'void', keys: 'Del', label: 'Void this receipt', on: ['receipts'] },
  { id: 'turnedAwayList', keys: 'Shift+F8', label: 'Turned away', on: ['receipts'], bar: true },
  { id: 'refund', keys: 'F3', label: 'Refund', on: ['void'], bar: true },
] as const satisfies readonly Row[];
