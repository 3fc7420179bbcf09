import type { CountedTwice, DepositOnPaper } from '#printing/depositPaper';
import { depositSlip } from '#printing/depositSlip';
import type { Slip } from '#printing/slip';
import { slipFacts } from './slipCases.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00-08:00`);

const COUNTED: CountedTwice = {
  ...{ firstName: 'Joseph Whitebear', firstAt: at('17:19'), secondName: 'Leila Haddad', secondAt: at('17:24') },
  ...{ settledByName: null, madeAt: at('17:24'), broken: null },
};

/** A deposit of two drawers' batches, with checks, a money order and every kind of fact on it. */
export const PAPER: DepositOnPaper = {
  ...{ deposit: 'L-P0231', businessDay: '2026-11-23', bankAccountName: 'Operating account', lastFour: '0917' },
  ...{ bag: 'QB00814473', seal: 'S991', firstReceiptAt: at('08:05'), dueAt: at('08:05') + 86_400_000 },
  counted: COUNTED,
  before: [],
  ...{ carrierName: null, confirmed: null, hash: '3f9ab0c1'.repeat(8) },
  settled: [],
  funds: [],
  parts: [
    { batch: 'W1-B0411', tender: 'cash', cents: 141_250 },
    { batch: 'W1-B0411', tender: 'check', cents: 37_280 },
    { batch: 'W3-B0412', tender: 'cash', cents: 208_510 },
    { batch: 'W3-B0412', tender: 'check', cents: 264_000 },
    { batch: 'W3-B0412', tender: 'money-order', cents: 8_640 },
  ],
  pieces: { 10000: 12, 5000: 6, 2000: 94, 1000: 10, 500: 2, 100: 2, 25: 10, 10: 22, 5: 11, 1: 35 },
  checks: [
    { batch: 'W1-B0411', tender: 'check', checkNumber: '4419', cents: 8_640 },
    { batch: 'W1-B0411', tender: 'check', checkNumber: '1187', cents: 28_640 },
    { batch: 'W3-B0412', tender: 'check', checkNumber: '30112', cents: 264_000 },
    { batch: 'W3-B0412', tender: 'money-order', checkNumber: '209817745511', cents: 8_640 },
  ],
};

/** What is another once its seal was broken. */
export const RECOUNTED: Pick<DepositOnPaper, 'bag' | 'seal' | 'counted' | 'before'> = {
  ...{ bag: 'QB00814480', seal: 'S1000' },
  before: [COUNTED],
  counted: {
    ...{ firstName: 'Ingrid Solheim', firstAt: at('18:02'), secondName: 'Marisol Ortiz', secondAt: at('18:09') },
    ...{ settledByName: null, madeAt: at('18:09') },
    broken: { bag: 'QB00814473', recorded: 'S991', read: 'S997', at: at('17:50') },
  },
};

/** The same deposit, settled by two after its counts differed. */
export const SETTLED: Pick<DepositOnPaper, 'counted'> = {
  counted: { ...COUNTED, settledByName: 'Joseph Whitebear and Ingrid Solheim' },
};

/** Deposit slips as they are kept letter by letter. */
export function goldenDeposits(): Record<string, Slip> {
  const cashOnly = {
    ...{ parts: [{ batch: 'W1-B0411', tender: 'cash' as const, cents: 6_000 }], pieces: { 2000: 3 }, checks: [] },
    ...{ lastFour: null, bankAccountName: 'cash-account' },
  };
  const settled = { ...SETTLED, carrierName: 'Northwest Armored' };
  const byFund = {
    ...{ bankAccountName: 'Capital account', lastFour: '4402', ...{ pieces: { 2000: 3 }, checks: [] } },
    parts: [{ batch: 'W1-B0411', tender: 'cash' as const, cents: 6_000 }],
    funds: [
      { fund: '402', name: 'Sewer capital', cents: 4_000 },
      { fund: '403', name: '403', cents: 2_000 },
    ],
  };
  return {
    'deposit-by-fund': depositSlip({ ...PAPER, ...byFund }, slipFacts(), { copy: 1 }),
    'deposit-recounted': depositSlip({ ...PAPER, ...RECOUNTED }, slipFacts(), { copy: 1 }),
    deposit: depositSlip(PAPER, slipFacts(), { copy: 1 }),
    'deposit-settled': depositSlip({ ...PAPER, ...cashOnly, ...settled }, slipFacts(true), { copy: 2 }),
  };
}
