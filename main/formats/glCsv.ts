import type { GlLine } from '#domain/glLine';
import { csvRow } from './reportCsv.ts';

/** The columns of a GL export, in their order. */
export const GL_COLUMNS = [
  ...['export', 'line', 'day', 'batch', 'deposit', 'fund', 'bars', 'name', 'debit', 'credit'],
] as const;

/** The first row: the names of the columns. */
export function glHeader(): string {
  return glRow([...GL_COLUMNS]);
}

/** Lines as rows: amounts in dollars with two decimals, in one of two columns. */
export function glRows(lines: readonly GlLine[]): string {
  return lines
    .map(({ export: number, line, day, batch, deposit, fund, bars, name, side, cents }) => {
      const amount = dollars(cents);
      const sides = side === 'debit' ? [amount, ''] : ['', amount];
      return glRow([String(number), String(line), day, batch, deposit, fund, bars, name, ...sides]);
    })
    .join('');
}

/** A row of text; amounts below zero may be in it as they are. */
export function glRow(cells: readonly string[]): string {
  return csvRow(cells.map((text) => ({ text, isNumber: /^-?\d+\.\d\d$/.test(text) })));
}

/** 126465 → `1264.65`; never below zero. */
export function dollars(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
