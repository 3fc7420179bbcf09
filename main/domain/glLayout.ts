import * as z from 'zod';

/** How fine the lines of a GL export are: for each batch of a day, or for the day as a whole. */
export const GlLayout = z.enum(['batch', 'day']);
export type GlLayout = z.infer<typeof GlLayout>;
