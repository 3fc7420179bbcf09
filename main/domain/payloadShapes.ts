import * as z from 'zod';
import { CENTS_MAX } from './money.ts';

/** Shapes that the payloads of several kinds of entry share. Amounts are whole cents. */

export const AmountTold = z.int().min(0).max(CENTS_MAX);

/** What amounts sum to, or the books say: never bounded by what one of them may be, so that nothing stops once one is absurd. */
export const SumTold = z.int();

/** The number of a drawer, a batch, a receipt or another document. */
export const DocumentLabel = z.string().min(1).max(24);
