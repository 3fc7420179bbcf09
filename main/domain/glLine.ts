import * as z from 'zod';

/**
 * How lines are made of entries. By the first, what nobody could explain of a handoff bore no batch; by the second it
 * bears that of the handoff's drawer. By the third, what a deposit holds of a fund is in transit in that fund, where its
 * bank account takes by fund; by those before, all of it was in the fund of the pool. By the fourth, a float that is out of
 * the safe stays in the change fund; by those before, it was cash on hand. An export is made again by the formula with
 * which it went out: its bytes stand.
 */
export const GlLineFormula = z.literal([1, 2, 3, 4]);
export type GlLineFormula = z.infer<typeof GlLineFormula>;

/** The formula of exports that are made now. */
export const GL_LINE_FORMULA = 4;

/** One line of a GL export: a sum of one posting day, batch and deposit (empty where none) at one place of the chart. */
export type GlLine = {
  export: number;
  line: number;
  day: string;
  batch: string;
  deposit: string;
  fund: string;
  bars: string;
  /** What the chart calls the place; empty where it is not in it. */
  name: string;
  side: 'debit' | 'credit';
  cents: number;
};
