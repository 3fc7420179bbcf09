/** The slips of what moves cash at a drawer and is no receipt, or looked into it: each bears a label of its own. */
export const CUSTODY_SLIPS = ['drop', 'no-sale', 'paid-in', 'paid-out'] as const;
export type CustodySlip = (typeof CUSTODY_SLIPS)[number];

export function isCustodySlip(kind: string): kind is CustodySlip {
  return (CUSTODY_SLIPS as readonly string[]).includes(kind);
}
