import * as z from 'zod';
import { Pieces } from './denominations.ts';
import { AmountTold, DocumentLabel } from './payloadShapes.ts';

/** What the entries tell of cash that moves at one drawer and is no receipt. */
export const custodyPayloads = {
  /** Cash on its way to the safe. It stays part of the drawer's batch. */
  cash_dropped: z.strictObject({
    drawer: DocumentLabel,
    batch: DocumentLabel,
    /** Drops of one drawer are numbered from 1. */
    number: z.int().positive(),
    handoff: z.string().min(1).max(40),
    pieces: Pieces,
    cents: AmountTold.min(1),
  }),
} as const;
