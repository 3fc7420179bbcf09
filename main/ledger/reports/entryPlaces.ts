import * as z from 'zod';
import type { LedgerTx } from '#db/ledger/database';
import { type EntryPlace, type EntryRow, entriesOfKinds } from '#db/ledger/reportUndone';
import { BusinessDay } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { REPORT_ROWS_MAX } from '#domain/report';
import { JOURNAL_SERIES } from '#domain/series';
import { ONE_MORE, type ReportAt } from './reportView.ts';

const Place = z.tuple([BusinessDay, z.string().regex(JOURNAL_SERIES), z.int().positive(), z.int().positive()]);

/** Entries of some kinds, a page of them, and where the next one begins. */
export async function entryPage(
  tx: LedgerTx,
  { span, after }: ReportAt,
  kinds: readonly string[],
): Promise<{ rows: EntryRow[]; more: string | null }> {
  const rows = await entriesOfKinds(tx, span, kinds, after === null ? null : placeIn(after), ONE_MORE);
  const page = rows.slice(0, REPORT_ROWS_MAX);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { rows: page, more: last ? JSON.stringify([last.day, last.series, last.epoch, last.sequence]) : null };
}

function placeIn(after: string): EntryPlace {
  const [day, series, epoch, sequence] = parsedPlace(Place, after);
  return { day, series, epoch, sequence };
}

/** A place as it was answered before, and nothing else. */
export function parsedPlace<T extends z.ZodType>(shape: T, after: string): z.output<T> {
  try {
    return shape.parse(JSON.parse(after));
  } catch {
    refuse('report_place_unknown');
  }
}
