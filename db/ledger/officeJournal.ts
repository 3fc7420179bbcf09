import { sql } from 'drizzle-orm';
import { type Cents, cents } from '#domain/money';
import { OFFICE_SERIES } from '#domain/series';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** The office's chain. It has one epoch: the ledger is never enrolled anew. */
export function officeKey(district: string): StationKey {
  return { district, series: OFFICE_SERIES, epoch: 1 };
}

/** Begins the office's journal where there is none. */
export async function ensureOffice(tx: LedgerTx, district: string, now: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO stations (district_id, series, epoch, token_hash, enrolled_at)
    VALUES (${district}, ${OFFICE_SERIES}, 1, NULL, ${now}) ON CONFLICT DO NOTHING`);
}

/** Debits − credits of one of the office's own accounts. */
export async function officeBalance(tx: LedgerTx, district: string, account: 'safe' | 'change-fund'): Promise<Cents> {
  const [row] = await tx.rows<{ balance: number }>(sql`
    SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0)::bigint AS balance FROM postings
    WHERE account = ${account} AND account IN ('safe', 'change-fund') AND district_id = ${district}`);
  return cents(row?.balance ?? 0);
}

/** All that the office has received of drawers and that is in no deposit yet, in cents. */
export async function undepositedInAll(tx: LedgerTx, district: string): Promise<Cents> {
  const [row] = await tx.rows<{ balance: number }>(sql`
    SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0)::bigint AS balance FROM postings
    WHERE district_id = ${district} AND series = 'L' AND account LIKE 'undeposited:%'`);
  return cents(row?.balance ?? 0);
}

export type OfficeCommandRow = { name: string; inputDigest: string; reply: unknown };

/** A command of the office that was recorded before, or null. */
export async function officeCommandOf(
  tx: LedgerTx,
  district: string,
  commandId: string,
): Promise<OfficeCommandRow | null> {
  const [row] = await tx.rows<OfficeCommandRow>(sql`
    SELECT name, input_digest AS "inputDigest", reply FROM office_commands
    WHERE district_id = ${district} AND command_id = ${commandId}::uuid`);
  return row ?? null;
}

/** Whether a second person's yes was used by a command before. */
export async function isApprovalUsed(tx: LedgerTx, district: string, approval: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    SELECT FROM office_commands WHERE district_id = ${district} AND approval = ${approval}`);
  return rows.length > 0;
}

export async function insertOfficeCommand(
  tx: LedgerTx,
  district: string,
  row: OfficeCommandRow & { commandId: string; approval: string | null },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO office_commands (district_id, command_id, name, input_digest, approval, reply)
    VALUES (${district}, ${row.commandId}::uuid, ${row.name}, ${row.inputDigest}, ${row.approval},
      ${JSON.stringify(row.reply)})`);
}
