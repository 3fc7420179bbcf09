import * as z from 'zod';

/** The kinds of entry that move a drawer's tenders while it is open, its float first. */
export const DrawerMove = z.enum([
  ...(['drawer_opened', 'receipt_issued', 'receipt_voided', 'receipt_corrected', 'refund_issued'] as const),
  ...(['cash_dropped', 'cash_paid_in', 'cash_paid_out'] as const),
]);
export type DrawerMove = z.infer<typeof DrawerMove>;
