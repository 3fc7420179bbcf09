import * as z from 'zod';
import { action, query } from './definition.ts';

/** The spool: what waits for paper, and what came out on the paper of the screen. */
export const printCalls = {
  /** The last slips of the printer on the screen, latest first. */
  paper: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      slips: z.array(
        z.strictObject({ job: z.int(), printedAt: z.int(), rows: z.array(z.string()), kicked: z.boolean() }),
      ),
    }),
    reads: ['printer'],
  }),

  /** A person says whether a slip in doubt came out. If it did not, it prints again. */
  answerPrint: action({
    who: ['cashier', 'supervisor'],
    input: { job: z.int(), printed: z.boolean() },
    output: z.strictObject({}),
    touches: ['printer', 'receipts'],
  }),
} as const;
