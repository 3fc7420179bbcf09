import * as z from 'zod';

/** Kinds of charge, in the order in which a part payment pays them. Within one kind the oldest due date comes first. */
export const ChargeKind = z.enum(['fee', 'interest', 'penalty', 'contract', 'service', 'permit']);
export type ChargeKind = z.infer<typeof ChargeKind>;
