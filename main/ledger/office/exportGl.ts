import { createHash } from 'node:crypto';
import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { lastClose } from '#db/ledger/dayCloses';
import { closesToExport, type ExportedClose, glExportsListed, insertGlExport, policyNow } from '#db/ledger/glExports';
import { glMissing } from '#db/ledger/glSums';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import { dayAfter } from '#domain/businessDay';
import { glPlaces, placeInWords } from '#domain/glPlaces';
import { refuse } from '#domain/refusal';
import { glHeader, glRows } from '#formats/glCsv';
import { askedOf, type GlBook, linesOfClose, namesIn, totalsOf } from '../glLines.ts';
import { appendOffice } from './appendOffice.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * Exports the closed days that are not exported yet, up to the close of one day. Its lines are kept nowhere: the entry
 * tells the sum of its bytes, which the journals give again at any time.
 */
export async function exportGl(
  tx: LedgerTx,
  { through: day, layout }: Parsed<'exportGl'>,
  at: OfficeCommandAt,
): Promise<Output<'exportGl'>> {
  const { district } = at;
  const closed = await lastClose(tx, district);
  if (closed === null || day > closed.day) refuse('gl_day_not_closed', { openDay: day });
  const [before] = await glExportsListed(tx, district, undefined, 1);
  const closes = await closesToExport(tx, district, day);
  const [firstClose, last] = [closes[0], closes.at(-1)];
  if (!firstClose || !last) refuse('gl_nothing_new', { throughDay: before?.through ?? day });
  const now = await policyNow(tx, district);
  assert(now, 'a district without a policy has no office');
  const book = {
    ...{ district, layout, number: (before?.number ?? 0) + 1 },
    places: glPlaces(now.policy),
    names: namesIn(now.policy),
  };
  const numbers = closes.map(({ number }) => number);
  const written = await writtenOf(tx, book, numbers);

  // From here on it must be exported.
  const { firstDay, exported, ...sums } = written;
  const first = before ? dayAfter(before.through, 1) : (firstDay ?? firstClose.day);
  const told = { number: book.number, first, through: last.day, layout, policyVersion: now.version, ...sums };
  const payload = { ...told, closes: { first: firstClose.number, last: last.number } };
  const { sequence } = await appendOffice(tx, { kind: 'gl_exported', payload, postings: [] }, at);
  const row = { ...told, sequence, exportedBy: at.actor.person, exportedAt: at.now };
  await insertGlExport(tx, officeKey(district), row, exported);
  const { debitCents, sha256, lines } = sums;
  return { number: told.number, through: told.through, lines, debitCents, sha256 };
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
  const [place] = await glMissing(tx, askedOf(book, close));
  if (place !== undefined) refuse('gl_place_missing', { place, what: placeInWords(place) });
}
