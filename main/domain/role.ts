import * as z from 'zod';

/** What a person may do (design §8). An auditor reads everything and changes nothing. */
export const Role = z.enum(['cashier', 'supervisor', 'finance', 'auditor']);
export type Role = z.infer<typeof Role>;
