import * as z from 'zod';
import { CENTS_MAX } from './money.ts';
import { DrawerTender } from './tender.ts';

/** Why a cashier hands a tender back, or keeps it from the drawer. A closed list, so that reports can count it. */
export const TurnedAwayWhy = z.enum([
  'unsigned',
  'wrong_payee',
  'words_and_figures_differ',
  'post_dated',
  'stale_dated',
  'third_party',
  'foreign',
  'altered',
  'card_declined',
  'counterfeit',
  'other',
]);
export type TurnedAwayWhy = z.infer<typeof TurnedAwayWhy>;

/** What was turned away. Money of a counterfeit note is recorded here and never posted as cash. */
export const RefusedTender = z.strictObject({
  tender: DrawerTender,
  why: TurnedAwayWhy,
  cents: z.int().min(1).max(CENTS_MAX).nullable(),
});
export type RefusedTender = z.infer<typeof RefusedTender>;

/** The steps that the Secret Service asks of who receives a suspect note (rules.md, Counterfeit). */
export const CheckNote = z.enum([
  'kept_it',
  'noted_the_passer',
  'initialled_and_dated',
  'in_an_envelope',
  'called_police',
]);
export type CheckNote = z.infer<typeof CheckNote>;
