import * as z from 'zod';
import { BankTender } from '#domain/bankTender';
import { BusinessDay } from '#domain/businessDay';
import { Pieces } from '#domain/denominations';
import { DepositChecks, DepositStep, FundShare } from '#domain/deposit';
import { Hash } from '#domain/hash';
import { DepositListed } from './depositListed.ts';
import { CountTold, SettledTold, SlipTold, TieRow } from './depositShapes.ts';
import { Label } from './shapes.ts';
import { TieBreak } from './tieShapes.ts';

const Part = z.strictObject({ batch: Label, tender: BankTender, cents: z.int() });
const FundNamed = FundShare.extend({ name: z.string() });

/** All of one deposit, and the tie from receipts to the bank as far as it is known. */
export const DepositShown = DepositListed.extend({
  /**
   * Null until the second count is there, but for who prepared it: the second must be blind to the first. Until then it
   * is what was counted, and where the district counts blind nothing of what the batches hold.
   */
  told: z
    .strictObject({
      seal: z.string().nullable(),
      /** Where its checks were sent as images: the bank's number, and what became of the paper. */
      images: z
        .strictObject({
          confirmation: z.string(),
          destroyAfter: BusinessDay,
          destroyedAt: z.int().nullable(),
        })
        .nullable(),
      /** Of the entry that made it last, or prepared it while it is not made. */
      hash: Hash,
      pieces: Pieces,
      /** Once both counts are there and until they are settled, all papers of its batches. */
      checks: DepositChecks,
      parts: z.array(Part),
      /** Where its account takes by fund: what of it is of which. */
      funds: z.array(FundNamed),
      totalCents: z.int(),
      counts: z.array(CountTold),
      settled: z.array(SettledTold),
      tie: z.array(TieRow),
      bank: SlipTold.nullable(),
      breaks: z.array(TieBreak),
    })
    .nullable(),
  /** Who had a part in it, and cannot say yes to how its counts are settled, or to its slip. */
  notApprovers: z.array(z.string()),
  steps: z.array(
    z.strictObject({
      step: DepositStep,
      at: z.int(),
      personName: z.string(),
      /** Who agreed; null where nobody had to. */
      approverName: z.string().nullable(),
      /** Who carries it, or why nobody did, or why two counts were settled so, or the bank's number of its images. */
      words: z.string().nullable(),
      /** Where the seal was read again: that on record, and that which was read. */
      seals: z.strictObject({ recorded: z.string(), read: z.string() }).nullable(),
      /** Into which bag it was counted, under which seal; null where it was not. */
      bagged: z.strictObject({ bag: z.string(), seal: z.string() }).nullable(),
      /** What was told of the bank's slip, which the next one puts right. */
      slip: SlipTold.nullable(),
    }),
  ),
});
