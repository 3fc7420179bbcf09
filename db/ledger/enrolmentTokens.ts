import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { LedgerTx } from './database.ts';

/** A token as it was issued. Instants in milliseconds; at most one of a series is neither used nor replaced. */
export type TokenRow = {
  series: string;
  lapsesAt: number;
  /** The epoch that it was used for; null while it was not. */
  usedEpoch: number | null;
  replacedAt: number | null;
};

export async function insertEnrolmentToken(
  tx: LedgerTx,
  token: { district: string; tokenHash: string; series: string; issuedAt: number; lapsesAt: number },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO enrolment_tokens (district_id, token_hash, series, issued_at, lapses_at)
    VALUES (${token.district}, ${token.tokenHash}, ${token.series}, ${token.issuedAt}, ${token.lapsesAt})`);
}

/** Takes back the token of a series that was not used yet. Answers whether it could still have been used. */
export async function replaceEnrolmentToken(
  tx: LedgerTx,
  of: { district: string; series: string; replacedAt: number },
): Promise<boolean> {
  const rows = await tx.rows<{ lapsesAt: number }>(sql`
    UPDATE enrolment_tokens SET replaced_at = ${of.replacedAt}
    WHERE district_id = ${of.district} AND series = ${of.series} AND used_at IS NULL AND replaced_at IS NULL
    RETURNING lapses_at AS "lapsesAt"`);
  return rows.some(({ lapsesAt }) => lapsesAt > of.replacedAt);
}

/** A token, or null when it was never issued. Whoever asks second waits for whoever asked first. */
export async function lockEnrolmentToken(tx: LedgerTx, district: string, tokenHash: string): Promise<TokenRow | null> {
  const [row] = await tx.rows<TokenRow>(sql`
    SELECT series, lapses_at AS "lapsesAt", used_epoch AS "usedEpoch", replaced_at AS "replacedAt" FROM enrolment_tokens
    WHERE district_id = ${district} AND token_hash = ${tokenHash} FOR UPDATE`);
  return row ?? null;
}

export async function spendEnrolmentToken(
  tx: LedgerTx,
  used: { district: string; tokenHash: string; usedAt: number; epoch: number },
): Promise<void> {
  const changed = await tx.run(sql`
    UPDATE enrolment_tokens SET used_at = ${used.usedAt}, used_epoch = ${used.epoch}
    WHERE district_id = ${used.district} AND token_hash = ${used.tokenHash} AND used_at IS NULL`);
  assert(changed === 1, 'an enrolment token was used twice');
}
