import * as z from 'zod';
import { DayAsked } from '#domain/businessDay';
import { DepositLabel } from '#domain/deposit';
import { action } from './definition.ts';
import { reportAsked } from './reportCalls.ts';

const DepositPaper = z.strictObject({ of: z.literal('deposit'), deposit: DepositLabel });

const ReportPaper = z.strictObject({ of: z.literal('report'), ...reportAsked });

const DayPaper = z.strictObject({ of: z.literal('day'), day: DayAsked });

/** What of the office goes on letter paper. */
export const OfficePaper = z.discriminatedUnion('of', [DepositPaper, ReportPaper, DayPaper]);
export type OfficePaper = z.infer<typeof OfficePaper>;

/** What of it also has a narrow slip. */
export const OfficeSlip = z.discriminatedUnion('of', [DepositPaper]);
export type OfficeSlip = z.infer<typeof OfficeSlip>;

/** Papers of the office: the ledger decides who may see what is on them, this station makes and prints them. */
export const officePaperCalls = {
  /** A PDF on letter paper. */
  officePaper: action({
    who: 'signed-in',
    input: { paper: OfficePaper },
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    touches: [],
  }),

  /** The narrow slip, on this station's printer. Each print after the first says which one it is. */
  printOffice: action({
    who: ['cashier', 'supervisor', 'finance'],
    input: { paper: OfficeSlip },
    output: z.strictObject({ copy: z.int() }),
    touches: ['printer'],
  }),
} as const;
