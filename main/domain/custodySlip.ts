/** The slips of what moves cash at a drawer and is no receipt, or looked into it: each bears a label of its own. */
export const CUSTODY_SLIPS = ['drop', 'no-sale', 'paid-in', 'paid-out', 'swap', 'x'] as const;
export type CustodySlip = (typeof CUSTODY_SLIPS)[number];

export function isCustodySlip(kind: string): kind is CustodySlip {
  return (CUSTODY_SLIPS as readonly string[]).includes(kind);
}

/** The same, and the count of a drawer by a supervisor, which leaves no paper. */
export const CUSTODY_KINDS = [...CUSTODY_SLIPS, 'check'] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];
