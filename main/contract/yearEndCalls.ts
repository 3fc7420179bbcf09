import * as z from 'zod';
import { BusinessDay } from '#domain/businessDay';
import { DepositLabel, DepositState } from '#domain/deposit';
import { officeQuery } from './definition.ts';
import { Label } from './shapes.ts';

/** What is certified at the end of a year. */
export const yearEndCalls = {
  /** What there was of the change fund on December 31, and which deposits the bank had not confirmed by then. */
  yearEnd: officeQuery({
    who: ['supervisor', 'finance', 'auditor'],
    input: { year: z.int().min(2000).max(9999) },
    output: z.strictObject({
      day: BusinessDay,
      changeFund: z.strictObject({
        /** What the district has given, less what it took back. */
        givenCents: z.int(),
        safeCents: z.int(),
        /** Floats in drawers that were not closed by then. */
        drawers: z.array(
          z.strictObject({ drawer: Label, cashierName: z.string(), businessDay: BusinessDay, cents: z.int() }),
        ),
        /** Floats between the safe and a drawer of which one half is missing or the two differ, and change ordered from the bank. */
        inTransit: z.array(z.strictObject({ handoff: z.string(), cents: z.int() })),
        /** Given, and found in none of these; below zero where there is more. */
        missingCents: z.int(),
        resolutions: z.array(z.strictObject({ day: BusinessDay, resolution: z.string(), cents: z.int() })),
      }),
      /** Made by then, handed over or not. */
      deposits: z.array(
        z.strictObject({
          deposit: DepositLabel,
          bankAccount: z.string(),
          bag: z.string().nullable(),
          madeDay: BusinessDay,
          cents: z.int(),
          /** How far it has come since, and on which day the bank had it. */
          state: DepositState,
          bankDay: BusinessDay.nullable(),
        }),
      ),
      depositsCents: z.int(),
    }),
    reads: ['office'],
  }),
} as const;
