import * as z from 'zod';

/** What a payer can hand over. `credit` is money of an account's own that was not applied yet: no paper, no drawer. */
export const TenderKind = z.enum(['cash', 'check', 'money-order', 'card', 'credit']);
export type TenderKind = z.infer<typeof TenderKind>;
