import { sql } from 'drizzle-orm';
import type { AttachmentType } from '#domain/attachment';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** A file that came up, by the entry that names it; its bytes in base64, as they come and go. */
export type NewAttachment = { sha256: string; type: AttachmentType; base64: string; sequence: number };

/** Keeps a file. Answers whether it was new: the same bytes are kept once in a district, whoever sends them again. */
export async function insertAttachment(
  tx: LedgerTx,
  key: StationKey,
  { sha256, type, base64, sequence }: NewAttachment,
  receivedAt: number,
): Promise<boolean> {
  const added = await tx.run(sql`
    INSERT INTO attachments (district_id, sha256, type, bytes, series, epoch, sequence, received_at)
    VALUES (${key.district}, ${sha256}, ${type}, decode(${base64}::text, 'base64'), ${key.series}, ${key.epoch}, ${sequence},
      ${receivedAt})
    ON CONFLICT (district_id, sha256) DO NOTHING`);
  return added === 1;
}

/** Those of these files that have come up. */
export async function attachmentsHere(
  tx: LedgerTx,
  district: string,
  sha256s: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.rows<{ sha256: string }>(sql`
    SELECT sha256 FROM attachments WHERE district_id = ${district} AND sha256 = ANY(${sql.param(sha256s)}::text[])`);
  return new Set(rows.map((row) => row.sha256));
}

/** A file's bytes in base64, without breaks; null where it has not come up. */
export async function attachmentOf(
  tx: LedgerTx,
  district: string,
  sha256: string,
): Promise<{ type: AttachmentType; base64: string } | null> {
  const [row] = await tx.rows<{ type: AttachmentType; base64: string }>(sql`
    SELECT type, translate(encode(bytes, 'base64'), E'\n', '') AS base64 FROM attachments
    WHERE district_id = ${district} AND sha256 = ${sha256}`);
  return row ?? null;
}

/** What an entry tells of the file that proves it, as it stands there; null where there is no such paid-out. */
export async function attachmentTold(tx: LedgerTx, key: StationKey, sequence: number): Promise<unknown> {
  const [row] = await tx.rows<{ told: unknown }>(sql`
    SELECT text::json #> '{payload,attachment}' AS told FROM entries
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND sequence = ${sequence} AND kind = 'cash_paid_out'`);
  return row?.told ?? null;
}
