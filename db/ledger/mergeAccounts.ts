import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

export type Missing = { count: number; named: string[] };

/** How many of what is missing are named one by one. */
export const NAMED_MAX = 50;

const HOLDER_COLUMNS = [
  'customer',
  'service_address',
  'mailing_address',
  'parcel',
  'phone',
  'email',
  'status',
  'language',
  'flags',
  'contract',
  'permits',
  'notes',
];
const HOLDER = sql.raw(HOLDER_COLUMNS.join(', '));
const of = (table: 'a' | 's') => sql.raw(HOLDER_COLUMNS.map((column) => `${table}.${column}`).join(', '));

/**
 * Brings staged accounts into the district: new ones added, changed ones changed after what they said before is kept.
 * Accounts that the file no longer names stay as they are and are only counted.
 */
export async function mergeAccounts(
  tx: LedgerTx,
  district: string,
  version: number,
): Promise<{ added: number; changed: number; missing: Missing }> {
  // Before the new ones, of which the planner knows nothing: it would look through all that is staged for each of them.
  const missing = await missingAccounts(tx, district);
  const isChanged = sql`a.district_id = ${district} AND a.account_number = s.account_number
    AND (${of('a')}) IS DISTINCT FROM (${of('s')})`;
  await tx.run(sql`
    INSERT INTO account_changes (district_id, account_number, version, before)
    SELECT a.district_id, a.account_number, ${version}::bigint, to_json(a) FROM accounts a, staged_accounts s
    WHERE ${isChanged}`);
  const changed = await tx.run(sql`
    UPDATE accounts a SET version = ${version}, (${HOLDER}) = ROW (${of('s')}) FROM staged_accounts s
    WHERE ${isChanged}`);
  const added = await tx.run(sql`
    INSERT INTO accounts (district_id, account_number, ${HOLDER}, version)
    SELECT ${district}::text, account_number, ${HOLDER}, ${version}::bigint FROM staged_accounts s
    WHERE NOT EXISTS (SELECT FROM accounts a WHERE a.district_id = ${district} AND a.account_number = s.account_number)
    ORDER BY account_number`);
  return { added, changed, missing };
}

async function missingAccounts(tx: LedgerTx, district: string): Promise<Missing> {
  const rows = await tx.rows<{ account: string; count: number }>(sql`
    SELECT account_number AS account, (count(*) OVER ())::integer AS count FROM accounts a
    WHERE district_id = ${district}
      AND NOT EXISTS (SELECT FROM staged_accounts s WHERE s.account_number = a.account_number)
    ORDER BY account_number LIMIT ${NAMED_MAX}`);
  return { count: rows[0]?.count ?? 0, named: rows.map((row) => row.account) };
}
