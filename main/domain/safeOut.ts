import * as z from 'zod';

/** How cash comes out of the safe: a float that is issued or that a drawer opened with, change that is ordered, and the fund given back. */
export const SafeOut = z.enum(['float', 'float_counted', 'change_order', 'change_fund']);
export type SafeOut = z.infer<typeof SafeOut>;
