import * as z from 'zod';

/** Three digits: `401`. */
export const FundNumber = z.string().regex(/^\d{3}$/, { error: 'must be three digits' });

/** Seven digits of the State Auditor's Budgeting, Accounting and Reporting System: `3435001`. */
export const BarsCode = z.string().regex(/^\d{7}$/, { error: 'must be seven digits' });

/** A place in the district's chart. */
export const FundAndBars = z.strictObject({ fund: FundNumber, bars: BarsCode });
export type FundAndBars = z.infer<typeof FundAndBars>;

/** `402 Sewer capital`; one whose name is not known is named by its number alone. */
export function fundWords({ fund, name }: { fund: string; name: string }): string {
  return name === fund ? fund : `${fund} ${name}`;
}
