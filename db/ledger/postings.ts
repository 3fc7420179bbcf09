import { type SQL, sql } from 'drizzle-orm';
import type { Posting } from '#domain/posting';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** A posting, where it stands in its entry, and what that is. */
export type NewPosting = Posting & { sequence: number; place: number; businessDay: string; kind: string };

/** Posts whole entries in one statement, at whose end the database itself checks that each balances. */
export async function insertPostings(tx: LedgerTx, key: StationKey, postings: readonly NewPosting[]): Promise<void> {
  const column = (name: keyof NewPosting) => sql.param(postings.map((posting) => posting[name]));
  await tx.run(sql`
    INSERT INTO postings (district_id, series, epoch, sequence, place, account, side, cents, business_day, kind)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, sequence, place, account, side, cents,
      business_day::date, kind
    FROM unnest(${column('sequence')}::bigint[], ${column('place')}::integer[], ${column('account')}::text[],
      ${column('side')}::text[], ${column('cents')}::bigint[], ${column('businessDay')}::text[], ${column('kind')}::text[])
      AS fresh (sequence, place, account, side, cents, business_day, kind)`);
}

/**
 * The postings of each of some entries `rows`, looked up entry by entry. Joined, a server that has no statistics yet, as
 * one within the program never has, takes the entries for one, and reads all of the station's postings for each of them.
 */
export function postingsOf(rows: 'e' | 'l'): SQL {
  const of = sql.raw(rows);
  return sql`SELECT * FROM postings p WHERE p.district_id = ${of}.district_id AND p.series = ${of}.series
    AND p.epoch = ${of}.epoch AND p.sequence = ${of}.sequence OFFSET 0`;
}
