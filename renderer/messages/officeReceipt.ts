import { count } from '../format.ts';
import { say } from './en.ts';

/** Receipts of any station, as the office looks at them. */
export const officeReceipt = {
  title: (batch: string) => `Receipts of ${batch}`,
  untitled: 'Receipts of a batch',
  list: 'Receipts by number',
  listed: (n: number, more: boolean) => (more ? `the first ${count(n)}` : say.plural(n, 'receipt', 'receipts')),
  none: 'This batch has no receipt.',
  details: 'The receipt on show',
  asking: (label: string) => `The ledger is asked for ${label}…`,
  columns: { receipt: 'Receipt', at: 'Taken', payer: 'From', paidBy: 'Paid by', undone: 'Since', amount: 'Amount' },
  copy: (station: string) =>
    `A copy to look at: nothing is printed or recorded by it. Another print is made at ${station}, which took it.`,
  toReceipts: 'Back to the receipts',
  whereTo: (label: string) => `Where ${label} went`,
} as const;
