import * as z from 'zod';
import { Pieces } from '#domain/denominations';
import { Hash } from '#domain/hash';
import { SafeCountLabel } from '#domain/safeCount';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { AT_THE_SAFE } from './custodyCalls.ts';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval } from './shapes.ts';

const settling = { count: SafeCountLabel, pieces: Pieces, reason: lineOfText(WORDS_MAX) };

/** Counts of the change fund's cash in the safe, at any time: by two people, blind to one another and to the books. */
export const safeCountCalls = {
  /** The first count, or the second of one that was begun. What differs is told once both are there. */
  countSafe: officeCommand({
    who: AT_THE_SAFE,
    input: { pieces: Pieces },
    output: z.strictObject({
      count: SafeCountLabel,
      cents: z.int(),
      state: z.enum(['waiting', 'agrees', 'differs']),
      /** Counted less what the books said at that moment, of both; null before the second is there. */
      differences: z.tuple([z.int(), z.int()]).nullable(),
    }),
    touches: ['office'],
  }),

  /** What settling a count would post, and the mark of it. */
  safeResolution: officeQuery({
    who: AT_THE_SAFE,
    input: settling,
    output: z.strictObject({ foundCents: z.int(), differenceCents: z.int(), mark: Hash }),
    reads: ['office'],
  }),

  /** Settles a count that differs by what is found at a third look. Needs a second person who did neither count. */
  resolveSafeCount: officeCommand({
    who: AT_THE_SAFE,
    input: { ...settling, approval: Approval.optional() },
    output: z.strictObject({ count: SafeCountLabel, differenceCents: z.int() }),
    touches: ['office'],
  }),
} as const;
