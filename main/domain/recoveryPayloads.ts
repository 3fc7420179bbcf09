import * as z from 'zod';

/** Why entries had to be put back: the database had lost its last ones, or all of them. */
export const LOSSES = ['database_behind', 'database_lost'] as const;
export type Loss = (typeof LOSSES)[number];

/** Who writes what no person did. No person is called so. */
export const THE_STATION = 'station';

/** What the entries tell of a station that was put right. */
export const recoveryPayloads = {
  /**
   * The database had lost entries that were recorded, and they were put back from the second copy: so many, from that one on up to
   * the entry before this one. No money moves.
   */
  journal_recovered: z.strictObject({
    why: z.enum(LOSSES),
    entries: z.int().positive(),
    first: z.strictObject({ epoch: z.int().positive(), sequence: z.int().positive() }),
  }),
} as const;
