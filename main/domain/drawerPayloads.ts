import * as z from 'zod';
import { Comparison, Count, UNPRINTED_MAX } from './balancing.ts';
import { Pieces } from './denominations.ts';
import { FloatLabel } from './handoff.ts';
import { Hash } from './hash.ts';
import { AmountTold, DocumentLabel, SumTold } from './payloadShapes.ts';

/** What the entries of a drawer tell, from float to close. */
export const drawerPayloads = {
  drawer_opened: z.strictObject({
    drawer: DocumentLabel,
    batch: DocumentLabel,
    number: z.int().positive(),
    cashier: z.string(),
    float: Pieces,
    floatCents: AmountTold,
    /** Drawers of an earlier day that were still open; why stands beside. Left out where there were none. */
    left: z.array(DocumentLabel).min(1).max(100).optional(),
    /** The float that this cashier returned at her last close in this epoch, where it is another one. */
    returned: z.strictObject({ drawer: DocumentLabel, cents: AmountTold }).optional(),
    /** Hash of what a second person approved, where drawers were left open. */
    mark: Hash.optional(),
    /** The float that the office issued ahead, where it was taken. */
    handoff: FloatLabel.optional(),
  }),
  drawer_parked: z.strictObject({ drawer: DocumentLabel }),
  drawer_unparked: z.strictObject({ drawer: DocumentLabel }),
  count_started: z.strictObject({ drawer: DocumentLabel }),
  count_left: z.strictObject({ drawer: DocumentLabel }),
  drawer_counted: z.strictObject({
    drawer: DocumentLabel,
    countNumber: z.int().positive(),
    count: Count,
    /** Told where whoever counted saw what was expected: by the district's policy, and the first count alone. */
    isBlind: z.literal(false).optional(),
  }),
  drawer_closed: z.strictObject({
    drawer: DocumentLabel,
    batch: DocumentLabel,
    cashier: z.string(),
    z: z.strictObject({ number: z.int().positive(), label: DocumentLabel }),
    openedAt: z.int(),
    floatCents: AmountTold,
    countNumber: z.int().positive(),
    count: Count,
    comparison: Comparison,
    receipts: z.strictObject({
      issued: z.int().min(0),
      voided: z.int().min(0),
      first: DocumentLabel.nullable(),
      last: DocumentLabel.nullable(),
      issuedCents: SumTold,
      voidedCents: SumTold,
    }),
    /** All receipts ever issued by this station, voids not taken off: it only grows. */
    grandTotalCents: z.int().min(0),
    /** Slips of it that did not come out and were left so; left out where all did. */
    unprinted: z
      .array(z.strictObject({ document: z.string().max(20), label: DocumentLabel }))
      .min(1)
      .max(UNPRINTED_MAX)
      .optional(),
    mark: Hash.nullable(),
  }),
} as const;
