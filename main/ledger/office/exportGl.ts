import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { lastClose } from '#db/ledger/dayCloses';
import {
  batchesToCount,
  closesToExport,
  type ExportedClose,
  glExportOfDay,
  glExportsListed,
  insertGlExport,
  policyNow,
} from '#db/ledger/glExports';
import { glMissing } from '#db/ledger/glSums';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import { dayAfter } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import type { GlLayout } from '#domain/glLayout';
import { GL_LINE_FORMULA } from '#domain/glLine';
import { glPlaces, placeInWords } from '#domain/glPlaces';
import { refuse } from '#domain/refusal';
import { glHeader, glRows } from '#formats/glCsv';
import { askedOf, type GlBook, linesOfClose, namesIn, totalsOf } from '../glLines.ts';
import { appendOffice } from './appendOffice.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

/**
 * What an export is made of, and what it comes to. The first four say the rest: closed days, the chart of a version and a
 * layout give the same lines whenever they are made.
 */
export type GlWritten = Basis & Written;

type Basis = {
  number: number;
  closes: { number: number; day: string }[];
  policyVersion: number;
  layout: GlLayout;
  /** The day from which on it goes out, where another export was before it. */
  after: string | null;
};

/**
 * Writes the export of closed days that are not exported yet, up to the close of one day: for a year of them this takes
 * seconds, in which nobody else may wait for the office's chain.
 * @throws Refusal `gl_day_not_closed`, `gl_nothing_new`, `gl_not_counted`, `gl_place_missing`
 */
export async function glWritten(tx: LedgerTx, input: Parsed<'exportGl'>, at: OfficeAt): Promise<GlWritten> {
  const { policy, ...basis } = await basisOf(tx, input, at);
  const book = {
    ...({ district: at.district, layout: basis.layout, number: basis.number, formula: GL_LINE_FORMULA } as const),
    places: glPlaces(policy),
    names: namesIn(policy),
  };
  const numbers = basis.closes.map(({ number }) => number);
  return { ...basis, ...(await writtenOf(tx, book, numbers)) };
}

/**
 * Exports closed days. Their lines are kept nowhere: the entry tells the sum of their bytes, which the journals give again
 * at any time. What was written ahead counts where it is of what there is to export now; otherwise it is written anew.
 */
export async function exportGl(
  tx: LedgerTx,
  input: Parsed<'exportGl'>,
  at: OfficeCommandAt,
): Promise<Output<'exportGl'>> {
  const { policy: _, ...basis } = await basisOf(tx, input, at);
  const ahead = at.ahead && isDeepStrictEqual(basisIn(at.ahead), basis) ? at.ahead : null;
  const written = ahead ?? (await glWritten(tx, input, at));
  const [firstClose, last] = endsOf(basis.closes);

  // From here on it must be exported.
  const { number, layout, policyVersion, lines, debitCents, creditCents, sha256 } = written;
  const first = basis.after === null ? (written.firstDay ?? firstClose.day) : dayAfter(basis.after, 1);
  const made = { layout, lineFormula: GL_LINE_FORMULA, policyVersion, lines, debitCents, creditCents, sha256 } as const;
  const told = { number, first, through: last.day, ...made };
  const payload = { ...told, closes: { first: firstClose.number, last: last.number } };
  const { sequence } = await appendOffice(tx, { kind: 'gl_exported', payload, postings: [] }, at);
  const row = { ...told, sequence, exportedBy: at.actor.person, exportedAt: at.now };
  await insertGlExport(tx, officeKey(at.district), row, written.exported);
  return { number, through: told.through, lines, debitCents, sha256 };
}

/** What there is to export, up to the close of a day. */
async function basisOf(
  tx: LedgerTx,
  { through: day, layout }: Parsed<'exportGl'>,
  { district }: OfficeAt,
): Promise<Basis & { policy: Policy }> {
  const closed = await lastClose(tx, district);
  if (closed === null || day > closed.day) refuse('gl_day_not_closed', { openDay: day });
  const [before] = await glExportsListed(tx, district, undefined, 1);
  const closes = await closesToExport(tx, district, day);
  if (closes.length === 0) {
    const of = await glExportOfDay(tx, district, day);
    assert(before && of, 'closed days that are not to be exported are in an export');
    refuse('gl_nothing_new', { throughDay: before.through, askedDay: day, number: of.number });
  }
  await refuseUncounted(tx, district, endsOf(closes)[1].number);
  const now = await policyNow(tx, district);
  assert(now, 'a district without a policy has no office');
  const number = (before?.number ?? 0) + 1;
  return { number, closes, policyVersion: now.version, layout, after: before?.through ?? null, policy: now.policy };
}

/** Batches that a refusal names one by one. */
const NAMED_MAX = 6;

/**
 * Nothing goes out of a drawer before it is counted: lines say to the cent what a blind count must find, and they are
 * exported once. It waits as a whole, until the drawer is closed and its handoffs are counted.
 */
async function refuseUncounted(tx: LedgerTx, district: string, close: number): Promise<void> {
  const waiting = await batchesToCount(tx, district, close);
  if (waiting.length === 0) return;
  const named = waiting.slice(0, NAMED_MAX).map(({ batch, isOpen, isLeft }) => {
    const why = isLeft ? ' (drawer left open)' : isOpen ? ' (drawer open)' : '';
    return `${batch}${why}`;
  });
  const more = waiting.length - named.length;
  refuse('gl_not_counted', { batches: [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ') });
}

function basisIn({ number, closes, policyVersion, layout, after }: GlWritten): Basis {
  return { number, closes, policyVersion, layout, after };
}

function endsOf(closes: Basis['closes']): [Basis['closes'][number], Basis['closes'][number]] {
  const [first, last] = [closes[0], closes.at(-1)];
  assert(first && last, 'an export without a close was not refused');
  return [first, last];
}

type Written = {
  firstDay: string | null;
  exported: ExportedClose[];
  lines: number;
  debitCents: number;
  creditCents: number;
  sha256: string;
};

/** Writes an export close by close, and keeps nothing of it but what it comes to. */
async function writtenOf(tx: LedgerTx, book: GlBook, closes: readonly number[]): Promise<Written> {
  const hash = createHash('sha256').update(glHeader());
  const exported: ExportedClose[] = [];
  let firstDay: string | null = null;
  const sums = { lines: 0, debitCents: 0, creditCents: 0 };
  for (const close of closes) {
    const lines = await linesOfClose(tx, book, close, sums.lines);
    const isPlaced = lines.every(({ fund, bars }) => fund !== null && bars !== null);
    if (!isPlaced || book.places.pool === null) await refuseUnplaced(tx, book, close);
    hash.update(glRows(lines));
    exported.push({ close, lines: lines.length });
    firstDay ??= lines[0]?.day ?? null;
    const { debitCents, creditCents } = totalsOf(lines);
    sums.lines += lines.length;
    sums.debitCents += debitCents;
    sums.creditCents += creditCents;
  }
  assert(sums.debitCents === sums.creditCents, 'an export does not balance');
  return { firstDay, exported, ...sums, sha256: hash.digest('hex') };
}

async function refuseUnplaced(tx: LedgerTx, book: GlBook, close: number): Promise<void> {
  const [missing] = await glMissing(tx, askedOf(book, close));
  if (missing === undefined) return;
  const { place, fund } = missing;
  const bars = book.places.places.find(({ name }) => name === place)?.bars;
  const only = fund === null || bars === undefined ? {} : { code: `${fund}-${bars}` };
  refuse('gl_place_missing', { place, what: placeInWords(place), ...only });
}
