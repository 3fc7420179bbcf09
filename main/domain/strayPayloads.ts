import * as z from 'zod';
import { Hash } from './hash.ts';
import { SERIES } from './series.ts';

/** Strays that one decision of the office is about. */
export const STRAYS_AT_ONCE_MAX = 500;

const Station = { station: z.string().regex(SERIES), epoch: z.int().positive() };

/** What the office decides about entries that a station sent and that stand in no journal. Why is told beside. */
export const strayPayloads = {
  /**
   * Entries of an epoch that was replaced before they arrived, and that follow on its last one exactly: they are added to
   * its chain and applied as any entry. The hashes name them, in their order.
   */
  strays_adopted: z.strictObject({
    ...Station,
    /** The last entry of that chain before. */
    head: z.strictObject({ sequence: z.int().min(0), hash: Hash }),
    first: z.int().positive(),
    last: z.int().positive(),
    hashes: z.array(Hash).min(1).max(STRAYS_AT_ONCE_MAX),
    mark: Hash,
  }),
  /** Strays that nothing more is done about: they stay as they arrived, each named by the SHA-256 of all that came. */
  strays_dismissed: z.strictObject({
    ...Station,
    strays: z
      .array(z.strictObject({ digest: Hash, sequence: z.int().nullable() }))
      .min(1)
      .max(STRAYS_AT_ONCE_MAX),
    mark: Hash,
  }),
  /** An entry that stands in its journal and was not applied: what it told was settled in another way, or is nothing. */
  parked_explained: z.strictObject({
    ...Station,
    sequence: z.int().positive(),
    hash: Hash,
    mark: Hash,
  }),
} as const;
