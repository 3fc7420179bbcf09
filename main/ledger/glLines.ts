import { createHash } from 'node:crypto';
import type { LedgerTx } from '#db/ledger/database';
import { policyAt } from '#db/ledger/feed';
import { closesOfExport, type ExportedClose, type GlExportRow } from '#db/ledger/glExports';
import { type GlAsked, type GlSum, glSums } from '#db/ledger/glSums';
import { assert } from '#domain/assert';
import { Policy } from '#domain/district';
import type { GlLayout } from '#domain/glLayout';
import type { GlLine, GlLineFormula } from '#domain/glLine';
import { type GlPlaces, glPlaces } from '#domain/glPlaces';
import { refuse } from '#domain/refusal';
import { glHeader, glRows } from '#formats/glCsv';

/** With which chart, layout and formula lines are made. */
export type GlBook = {
  district: string;
  number: number;
  places: GlPlaces;
  layout: GlLayout;
  formula: GlLineFormula;
  names: GlNames;
};

/** What the chart calls its places, by fund and code. */
type GlNames = ReadonlyMap<string, string>;

export function namesIn({ chart }: Pick<Policy, 'chart'>): GlNames {
  return new Map(chart.map(({ fund, bars, name }) => [`${fund} ${bars}`, name]));
}

/** The chart and the formula with which an export was written: later ones change nothing of it. */
export async function bookOf(tx: LedgerTx, district: string, row: GlExportRow): Promise<GlBook> {
  const policy = Policy.parse(await policyAt(tx, district, row.policyVersion));
  const { number, layout, lineFormula: formula } = row;
  return { district, number, layout, formula, places: glPlaces(policy), names: namesIn(policy) };
}

/** Which close of an export, for the queries of sums. */
export function askedOf({ district, places, layout, formula }: GlBook, close: number): GlAsked {
  return { district, close, places, layout, formula };
}

/** A sum as the line of that number. */
export function lineOf({ number, names }: GlBook, line: number, sum: GlSum): GlLine {
  return { export: number, line, ...sum, name: names.get(`${sum.fund} ${sum.bars}`) ?? '' };
}

/** All lines of one close; `before`: how many its export has before them. */
export async function linesOfClose(tx: LedgerTx, book: GlBook, close: number, before: number): Promise<GlLine[]> {
  const sums = await glSums(tx, askedOf(book, close));
  return sums.map((sum, place) => lineOf(book, before + place + 1, sum));
}

/** Runs a reading; each in a transaction of its own, or all in one. */
export type Reading = <T>(read: (tx: LedgerTx) => Promise<T>) => Promise<T>;

/** Lines at once: few enough that an export of any length needs little memory. */
const ROWS_AT_ONCE = 500;

/** The bytes of an export as text, part by part, made again from the journals. */
export async function* glText(
  reading: Reading,
  book: GlBook,
  closes: readonly ExportedClose[],
): AsyncGenerator<string> {
  yield glHeader();
  let before = 0;
  for (const { close, lines: due } of closes) {
    const lines = await reading((tx) => linesOfClose(tx, book, close, before));
    if (lines.length !== due) refuse('gl_export_altered', { number: book.number });
    for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) yield glRows(lines.slice(from, from + ROWS_AT_ONCE));
    before += due;
  }
}

/**
 * The bytes of an export, once it is sure that they are those that went out: they are made twice, and the first time
 * only their sum is looked at.
 * @throws Refusal `gl_export_altered`, before the first byte
 */
export async function glTextAgain(
  reading: Reading,
  district: string,
  row: GlExportRow,
): Promise<AsyncGenerator<string>> {
  const { book, closes } = await reading(async (tx) => ({
    book: await bookOf(tx, district, row),
    closes: await closesOfExport(tx, district, row.number),
  }));
  const hash = createHash('sha256');
  for await (const text of glText(reading, book, closes)) hash.update(text);
  if (hash.digest('hex') !== row.sha256) refuse('gl_export_altered', { number: row.number });
  return glText(reading, book, closes);
}

/** What lines come to, side by side. */
export function totalsOf(lines: readonly GlLine[]): { debitCents: number; creditCents: number } {
  const of = (side: GlLine['side']) => lines.reduce((total, line) => total + (line.side === side ? line.cents : 0), 0);
  const [debitCents, creditCents] = [of('debit'), of('credit')];
  assert(Number.isSafeInteger(debitCents + creditCents), 'an export is beyond what this system holds');
  return { debitCents, creditCents };
}
