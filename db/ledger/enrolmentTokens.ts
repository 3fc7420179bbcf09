import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { LedgerTx } from './database.ts';

export async function insertEnrolmentToken(
  tx: LedgerTx,
  token: { district: string; tokenHash: string; series: string; issuedAt: number; lapsesAt: number },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO enrolment_tokens (district_id, token_hash, series, issued_at, lapses_at)
    VALUES (${token.district}, ${token.tokenHash}, ${token.series}, ${token.issuedAt}, ${token.lapsesAt})`);
}

/** The series for which a token may still be used, or null. Whoever asks second waits for whoever asked first. */
export async function lockEnrolmentToken(
  tx: LedgerTx,
  district: string,
  tokenHash: string,
  now: number,
): Promise<string | null> {
  const [row] = await tx.rows<{ series: string }>(sql`
    SELECT series FROM enrolment_tokens WHERE district_id = ${district} AND token_hash = ${tokenHash}
      AND used_at IS NULL AND lapses_at > ${now} FOR UPDATE`);
  return row?.series ?? null;
}

export async function useEnrolmentToken(
  tx: LedgerTx,
  used: { district: string; tokenHash: string; usedAt: number; epoch: number },
): Promise<void> {
  const changed = await tx.run(sql`
    UPDATE enrolment_tokens SET used_at = ${used.usedAt}, used_epoch = ${used.epoch}
    WHERE district_id = ${used.district} AND token_hash = ${used.tokenHash} AND used_at IS NULL`);
  assert(changed === 1, 'an enrolment token was used twice');
}
