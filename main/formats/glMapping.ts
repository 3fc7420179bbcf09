import * as z from 'zod';
import type { GlLine } from '#domain/glLine';
import { lineOfText } from '#domain/text';
import { dollars, glRow } from './glCsv.ts';

const DATES = ['YYYY-MM-DD', 'MM/DD/YYYY', 'MM/DD/YY', 'YYYYMMDD'] as const;
type How = { dates: (typeof DATES)[number]; accounts: Readonly<Record<string, string>> };

/** What a column of another layout may name in braces. `account` is mapped; `amount` is below zero for a credit. */
const FIELDS = {
  export: (line) => String(line.export),
  line: (line) => String(line.line),
  day: (line, { dates }) => dated(line.day, dates),
  batch: (line) => line.batch,
  deposit: (line) => line.deposit,
  fund: (line) => line.fund,
  bars: (line) => line.bars,
  name: (line) => line.name,
  account: (line, { accounts }) => accounts[`${line.fund}-${line.bars}`] ?? `${line.fund}-${line.bars}`,
  side: (line) => (line.side === 'debit' ? 'D' : 'C'),
  debit: (line) => (line.side === 'debit' ? dollars(line.cents) : ''),
  credit: (line) => (line.side === 'credit' ? dollars(line.cents) : ''),
  amount: (line) => `${line.side === 'credit' ? '-' : ''}${dollars(line.cents)}`,
} as const satisfies Record<string, (line: GlLine, how: How) => string>;

const PLACE = /^\d{3}-\d{7}$/;

/** A mapping file: another layout of a GL export. */
export const GlMapping = z.strictObject({
  /** The columns in their order: how each is called, and what is in it, such as `CF-{export}` or `{account}`. */
  columns: z
    .array(
      z.strictObject({
        name: lineOfText(60),
        value: z
          .string()
          .max(200)
          .refine(
            (value) => [...value.matchAll(/\{(\w*)\}/g)].every(([, field = '']) => Object.hasOwn(FIELDS, field)),
            {
              error: `may name only ${Object.keys(FIELDS).join(', ')} in braces`,
            },
          )
          .refine((value) => !/[{}]/.test(value.replace(/\{\w*\}/g, '')), {
            error: 'has a brace without its other one',
          }),
      }),
      { error: 'must be a list of columns, each with its name and its value' },
    )
    .min(1, { error: 'must name at least one column' })
    .max(60)
    .refine((columns) => new Set(columns.map(({ name }) => name)).size === columns.length, {
      error: 'must not name two columns alike',
    }),
  dates: z.enum(DATES).default('YYYY-MM-DD'),
  /** Whether the first row names the columns. */
  header: z.boolean().default(true),
  /** What the general ledger calls a place, by fund and BARS code: `{ "401-3435001": "10-4000-01" }`. */
  accounts: z
    .record(z.string(), z.string().max(60))
    .check(({ value, issues }) => {
      const [wrong] = Object.keys(value).filter((place) => !PLACE.test(place));
      if (wrong === undefined) return;
      const message = 'must be a fund and its BARS code, such as 401-3435001';
      issues.push({ code: 'custom', path: [wrong], message, input: value });
    })
    .default({}),
});
export type GlMapping = z.infer<typeof GlMapping>;

/** The first place that is mapped and is none of these, which are all that a line may name; null without any. */
export function unknownPlace({ accounts }: GlMapping, places: ReadonlySet<string>): string | null {
  return Object.keys(accounts).find((place) => !places.has(place)) ?? null;
}

/** The first row of another layout, or nothing. */
export function mappedHeader({ header, columns }: GlMapping): string {
  return header ? glRow(columns.map(({ name }) => name)) : '';
}

/** Lines in another layout. */
export function mappedRows(lines: readonly GlLine[], mapping: GlMapping): string {
  const filled = (value: string, line: GlLine) =>
    value.replace(/\{(\w+)\}/g, (_, field: string) => FIELDS[field as keyof typeof FIELDS](line, mapping));
  return lines.map((line) => glRow(mapping.columns.map(({ value }) => filled(value, line)))).join('');
}

function dated(day: string, dates: How['dates']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return dates.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', date);
}
