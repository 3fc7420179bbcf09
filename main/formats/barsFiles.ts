import * as z from 'zod';
import { FUND_GROUPS, type FundGroup } from '#domain/stateChart';
import type { Columns, Row } from './csv.ts';

/*
 * The State Auditor's two files, saved as CSV: the BARS account export, and the matrix of codes to funds. Their columns
 * are named differently from year to year, so each is known by several names, and those that say nothing here are passed over.
 */

export const BARS_FILE = 'bars-accounts.csv';
export const BARS_FUNDS_FILE = 'bars-funds.csv';

/** Shown as `343.50.00`, reported as `3435000`. Fewer than five digits head a part of the chart. */
const code = z
  .string()
  .transform((text) => text.replace(/[.\s-]/g, ''))
  .refine((digits) => /^\d{1,7}$/.test(digits), { error: 'must be up to seven digits, with or without points' });

const CODE = {
  meaning: 'the account’s code, 343.50.00 or 3435000; five digits where the object follows them',
  cell: code,
  wrong: 'must be up to seven digits, with or without points',
  alsoCalled: /^(?=\S)(bars[ _-]*)?(account[ _-]*)?(code|number|no\.?)?$/i,
};

const LEVEL = {
  mayBeLeftOut: true as const,
  meaning: 'Prescribed, or Above for a sum of others, which is not reported; may be left out',
  cell: z.string(),
  alsoCalled: /^reporting[ _-]*level$/i,
};

/** The BARS account export: one row for each code. */
export const BARS_COLUMNS = {
  code: CODE,
  level: LEVEL,
} as const satisfies Columns;

const YES = /^(x|y|yes|true|1|✓|✔|allowed)$/i;
const NO = /^(|n|no|false|0|-|–|not allowed)$/i;

const allowed = z.string().transform((text, context) => {
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  context.addIssue({ code: 'custom', message: 'must be X where the code may be used, and empty where not' });
  return z.NEVER;
});

const NAMES: Record<FundGroup, RegExp> = {
  '000': /^(0\d\d\b|general\b|current expense)/i,
  '100': /^(1\d\d\b|special revenue)/i,
  '200': /^(2\d\d\b|debt service)/i,
  '300': /^(3\d\d\b|capital project)/i,
  '400': /^(4\d\d\b|enterprise)/i,
  '500': /^(5\d\d\b|internal service)/i,
  '600': /^(6\d\d\b|fiduciary|custodial|trust)/i,
  '700': /^(7\d\d\b|permanent)/i,
};

const group = (name: FundGroup) => ({
  meaning: `X where the code may be used in funds from ${name} on`,
  cell: allowed,
  alsoCalled: NAMES[name],
  mayBeLeftOut: true as const,
});

/** The matrix of codes to funds: one row for each code, one column for each group of funds. */
export const BARS_FUND_COLUMNS = {
  code: CODE,
  '000': group('000'),
  '100': group('100'),
  '200': group('200'),
  '300': group('300'),
  '400': group('400'),
  '500': group('500'),
  '600': group('600'),
  '700': group('700'),
} as const satisfies Columns;

/** The code of a row, or null where the row is a heading or a sum of others. */
export function reportedCode(row: Row<typeof BARS_COLUMNS>): string | null {
  const { code: digits, level } = row.values;
  return digits.length < 5 || /^above\b/i.test(level) ? null : digits;
}

/** The groups of funds in which a row of the matrix allows its code. */
export function groupsOf(row: Row<typeof BARS_FUND_COLUMNS>): FundGroup[] {
  return FUND_GROUPS.filter((name) => row.values[name]);
}
