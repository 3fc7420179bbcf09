import type { Output, Parsed } from '#contract/contract';
import { GL_MAX } from '#contract/glCalls';
import { attachmentsHere } from '#db/ledger/attachments';
import type { LedgerTx } from '#db/ledger/database';
import { closesOfExport, type GlExportRow, glExportNumbered, glExportsListed } from '#db/ledger/glExports';
import { type GlEntry, glEntries } from '#db/ledger/glSums';
import type { Attachment } from '#domain/attachment';
import type { Payload } from '#domain/entry';
import type { GlLine } from '#domain/glLine';
import { UNDOES_A_PART, type UndoesAPart } from '#domain/receiptHistory';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import { askedOf, bookOf, type GlBook, linesOfClose } from '../glLines.ts';
import { documentOf } from './documentOf.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';
import { attachmentSeen } from './officeAttachment.ts';

/** One page of GL exports, the newest first. */
export async function glExports(
  tx: LedgerTx,
  { after, most = GL_MAX }: Parsed<'glExports'>,
  { district }: OfficeAt,
): Promise<Output<'glExports'>> {
  const named = await nameOf(tx, district);
  const rows = await glExportsListed(tx, district, after, most + 1);
  return {
    exports: rows.slice(0, most).map(({ policyVersion: _, lineFormula: __, exportedBy, ...row }) => ({
      ...row,
      exportedByName: named(exportedBy),
    })),
    more: rows.length > most,
  };
}

/** One page of the lines of an export, made again from the journals. */
export async function glLines(
  tx: LedgerTx,
  { number, after = 0, most = GL_MAX }: Parsed<'glLines'>,
  { district }: OfficeAt,
): Promise<Output<'glLines'>> {
  const row = await exportOrRefuse(tx, district, number);
  const book = await bookOf(tx, district, row);
  const lines: GlLine[] = [];
  let before = 0;
  for (const { close, lines: count } of await closesOfExport(tx, district, number)) {
    const isAsked = before + count > after && before < after + most;
    if (isAsked) lines.push(...(await whole(tx, book, close, before, count)));
    before += count;
  }
  const page = lines.filter(({ line }) => line > after).slice(0, most);
  return { lines: page, more: after + page.length < row.lines };
}

/** One line of an export, and one page of the entries that it sums. */
export async function glLine(
  tx: LedgerTx,
  { number, line, after, most = GL_MAX }: Parsed<'glLine'>,
  { district }: OfficeAt,
): Promise<Output<'glLine'>> {
  const { book, close, found } = await lineOrRefuse(tx, district, number, line);
  const [series = '', epoch = '1'] = after?.journal.split('.') ?? [];
  const from = after ? { series, epoch: Number(epoch), sequence: after.sequence } : null;
  const entries = await glEntries(tx, askedOf(book, close), found, from, most + 1);
  const shown = entries.slice(0, most);
  const named = await nameOf(tx, district);
  const files = shown.flatMap((entry) => fileOf(entry)?.sha256 ?? []);
  const here = await attachmentsHere(tx, district, files);
  return {
    line: found,
    entries: shown.map((entry) => {
      const file = fileOf(entry);
      return {
        ...{ journal: seriesLabel(entry.series, entry.epoch), sequence: entry.sequence, kind: entry.kind },
        ...{ label: documentOf(entry.told), receipt: receiptUndoneBy(entry), handoff: handoffOf(entry), at: entry.at },
        ...{ byName: named(entry.actor), cents: entry.cents },
        file: file && attachmentSeen(file, entry.series, here.has(file.sha256)),
      };
    }),
    more: entries.length > most,
  };
}

/** Whose receipt an entry undoes, if it does so under another number than the receipt's. */
function receiptUndoneBy({ kind, told }: GlEntry): string | null {
  return (UNDOES_A_PART as readonly string[]).includes(kind) ? (told as Payload<UndoesAPart>).receipt : null;
}

/** Which handoff an entry settled, if it did. */
function handoffOf({ kind, told }: GlEntry): Output<'glLine'>['entries'][number]['handoff'] {
  if (kind !== 'handoff_resolved') return null;
  const { handoff, what } = told as Payload<'handoff_resolved'>;
  return { handoff, what };
}

/** What proves an entry that is a paid-out. */
function fileOf({ kind, told }: GlEntry): Attachment | null {
  return kind === 'cash_paid_out' ? (told as Payload<'cash_paid_out'>).attachment : null;
}

/** The export of that number. */
export async function exportOrRefuse(tx: LedgerTx, district: string, number: number): Promise<GlExportRow> {
  return (await glExportNumbered(tx, district, number)) ?? refuse('gl_export_unknown', { number });
}

async function lineOrRefuse(
  tx: LedgerTx,
  district: string,
  number: number,
  line: number,
): Promise<{ book: GlBook; close: number; found: GlLine }> {
  const book = await bookOf(tx, district, await exportOrRefuse(tx, district, number));
  let before = 0;
  for (const { close, lines: count } of await closesOfExport(tx, district, number)) {
    const found =
      line <= before + count && (await whole(tx, book, close, before, count)).find((one) => one.line === line);
    if (found) return { book, close, found };
    before += count;
  }
  return refuse('gl_line_unknown', { number, line });
}

/** The lines of a close, which are as many as went out. */
async function whole(tx: LedgerTx, book: GlBook, close: number, before: number, count: number): Promise<GlLine[]> {
  const lines = await linesOfClose(tx, book, close, before);
  return lines.length === count ? lines : refuse('gl_export_altered', { number: book.number });
}
