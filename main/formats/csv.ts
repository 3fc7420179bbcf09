import { CsvError, type Info, parse } from 'csv-parse/stream';
import type * as z from 'zod';
import { refuse } from '#domain/refusal';

/**
 * One column of a file: what it means, what a cell must be, what to tell who wrote something else there. Left out it is
 * empty. `alsoCalled`: what others may name it.
 */
export type Column = {
  meaning: string;
  cell: z.ZodType<unknown, string>;
  wrong?: string;
  mayBeLeftOut?: true;
  alsoCalled?: RegExp;
};
export type Columns = Readonly<Record<string, Column>>;

/** One row as read, with the line of the file on which it ends, counted from 1. */
export type Row<C extends Columns> = { line: number; values: { [K in keyof C]: z.output<C[K]['cell']> } };

type Parsed = { record: string[]; info: Info };

/** Rows handed on at once: enough for a set-based insert, few enough to be held. */
const ROWS_AT_ONCE = 2_000;
const ROW_CHARACTERS_MAX = 20_000;

/**
 * Reads a CSV file (RFC 4180: commas, quotes, CRLF or LF, UTF-8 with or without a BOM) whose first row names its columns,
 * in any order, each exactly once. Refuses the first bad row with its line, its column and what is wrong there.
 * Nothing is held but the rows of one batch, so a file may be as long as it likes.
 * @param file the name by which refusals call it
 * @param others what happens to columns of other names: `passed over` is for files that somebody else designed
 */
export async function* readCsv<C extends Columns>(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  columns: C,
  others: 'refused' | 'passed over' = 'refused',
): AsyncGenerator<Row<C>[]> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_CHARACTERS_MAX,
  });
  const parsed: ReadableStream<Parsed> = streamOf(inUtf8(file, bytes)).pipeThrough(parser);
  let header: Header<C> | null = null;
  let batch: Row<C>[] = [];
  try {
    for await (const { record, info } of parsed) {
      if (header === null) header = readHeader(file, record, columns, others);
      else batch.push(readRow(file, record, info.lines, header, columns));
      if (batch.length === ROWS_AT_ONCE) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(file, error) : error;
  }
  if (header === null) refuse('load_file_wrong', { file, problem: 'is empty; its first line must name its columns' });
  if (batch.length > 0) yield batch;
}

/** The columns in the order of the file; null for one that is passed over. */
type Header<C extends Columns> = ((keyof C & string) | null)[];

function readHeader<C extends Columns>(
  file: string,
  record: readonly string[],
  columns: C,
  others: 'refused' | 'passed over',
): Header<C> {
  const wrong = (column: string, problem: string) => refuse('load_row_wrong', { file, line: 1, column, problem });
  const known = Object.keys(columns);
  const names = record.map((name) => columnOf(name.trim(), columns));
  for (const [place, name] of names.entries()) {
    const said = record[place]?.trim() || String(place + 1);
    if (name === null && others === 'refused') wrong(said, `is not one of ${known.join(', ')}`);
    if (name !== null && names.indexOf(name) < place) wrong(said, 'is named twice');
  }
  for (const [name, column] of Object.entries(columns))
    if (!names.includes(name) && !column.mayBeLeftOut) wrong(name, 'is missing in the first line');
  return names;
}

function columnOf<C extends Columns>(name: string, columns: C): (keyof C & string) | null {
  if (Object.hasOwn(columns, name)) return name;
  return Object.keys(columns).find((known) => columns[known]?.alsoCalled?.test(name)) ?? null;
}

function readRow<C extends Columns>(
  file: string,
  record: readonly string[],
  line: number,
  header: Readonly<Header<C>>,
  columns: C,
): Row<C> {
  if (record.length !== header.length) {
    const column = header[record.length] ?? String(header.length + 1);
    const problem = `the row has ${record.length} ${record.length === 1 ? 'value' : 'values'} where ${header.length} belong`;
    refuse('load_row_wrong', { file, line, column, problem });
  }
  const values: Partial<Record<string, unknown>> = {};
  for (const [place, name] of header.entries()) {
    if (name === null) continue;
    const column = columns[name] as Column;
    const read = column.cell.safeParse((record[place] ?? '').trim());
    if (!read.success) {
      const problem = column.wrong ?? read.error.issues[0]?.message ?? 'cannot be read';
      refuse('load_row_wrong', { file, line, column: name, problem });
    }
    values[name] = read.data;
  }
  for (const [name, column] of Object.entries(columns))
    if (!header.includes(name)) values[name] = column.cell.parse('');
  return { line, values: values as Row<C>['values'] };
}

const QUOTES = 'a quote stands where none may; write quotes within a value twice and put quotes round the whole value';

const PROBLEMS: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE: QUOTES,
  CSV_INVALID_CLOSING_QUOTE: QUOTES,
  CSV_MAX_RECORD_SIZE: `a row is longer than ${ROW_CHARACTERS_MAX} characters; a quote may be missing`,
};

function refusalOf(file: string, error: CsvError): unknown {
  const { lines: line, column } = error as unknown as { lines?: number; column?: number | string };
  const problem = PROBLEMS[error.code] ?? 'is not a row of values with commas between them';
  const at = typeof column === 'number' ? String(column + 1) : (column ?? '1');
  try {
    return refuse('load_row_wrong', { file, line: line ?? 1, column: at, problem });
  } catch (refusal) {
    return refusal;
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** Passes bytes through, and refuses what is not UTF-8: a name in another code would be stored as rubbish. */
async function* inUtf8(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const look = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      refuse('load_file_wrong', { file, problem: 'is not UTF-8 text; save it as “CSV UTF-8”' });
    }
  };
  for await (const chunk of bytes) {
    look(chunk);
    yield chunk;
  }
  look();
}
