import { sql } from 'drizzle-orm';
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
