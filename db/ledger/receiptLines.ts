import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** What an entry does to a line of a receipt. `corrected` moves it: a row below zero, and one above where it went. */
export type LineDone = 'issued' | 'voided' | 'returned' | 'corrected';

/** A line as an entry tells it; `place` counts the entry's own from 0. */
export type NewReceiptLine = {
  sequence: number;
  place: number;
  done: LineDone;
  businessDay: string;
  recordedAt: number;
  /** The drawer that holds the entry's money; null where it is in none. */
  drawer: string | null;
  /** The number of the receipt that was issued; null where none was. */
  number: number | null;
  kind: 'account' | 'fee' | 'suspense';
  code: string | null;
  name: string | null;
  cents: number;
};

/** Adds the lines of entries that are being applied. */
export async function insertReceiptLines(
  tx: LedgerTx,
  key: StationKey,
  lines: readonly NewReceiptLine[],
): Promise<void> {
  const column = (name: keyof NewReceiptLine) => sql.param(lines.map((line) => line[name]));
  await tx.run(sql`
    INSERT INTO receipt_lines (district_id, series, epoch, sequence, place, done, business_day, recorded_at, drawer,
      number, kind, code, name, cents)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, sequence, place, done, business_day::date,
      recorded_at, drawer, number, kind, code, name, cents
    FROM unnest(${column('sequence')}::bigint[], ${column('place')}::integer[], ${column('done')}::text[],
      ${column('businessDay')}::text[], ${column('recordedAt')}::bigint[], ${column('drawer')}::text[],
      ${column('number')}::bigint[], ${column('kind')}::text[], ${column('code')}::text[], ${column('name')}::text[],
      ${column('cents')}::bigint[])
      AS fresh (sequence, place, done, business_day, recorded_at, drawer, number, kind, code, name, cents)`);
}
