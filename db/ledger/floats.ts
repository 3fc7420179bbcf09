import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

/** A float that went out of the safe: who is to take it, at which station, and who issued it. Never how much it is. */
export type FloatIssued = { handoff: string; person: string; issuedBy: string; station: string };

/** Whether an account holds a float, or cash sent for change, between the safe and whoever has it. */
export function isFloatInTransit(account: SQL): SQL {
  return sql`(${account} LIKE 'transit:L-%' OR ${account} LIKE 'transit:%-float' OR ${account} LIKE 'transit:%-float-return')`;
}

/** @param version of the change that is being made: the feed tells the float under it */
export async function insertFloat(tx: LedgerTx, district: string, float: FloatIssued, version: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO floats_issued (district_id, handoff, person, issued_by, station, version)
    VALUES (${district}, ${float.handoff}, ${float.person}, ${float.issuedBy}, ${float.station}, ${version})`);
}

/** A float that a person was issued and has not taken, as far as the ledger has heard; or null. */
export async function floatWaitingFor(tx: LedgerTx, district: string, person: string): Promise<FloatIssued | null> {
  const [row] = await tx.rows<FloatIssued>(sql`
    SELECT handoff, person, issued_by AS "issuedBy", station FROM floats_issued f
    WHERE district_id = ${district} AND person = ${person} AND NOT EXISTS (SELECT FROM handoff_steps s
      WHERE s.district_id = f.district_id AND s.handoff = f.handoff AND s.step IN ('counted', 'returned'))
    ORDER BY version LIMIT 1`);
  return row ?? null;
}

/** @param version of the change that is being made: the feed tells the station under it that the float is gone */
export async function insertFloatTakenBack(
  tx: LedgerTx,
  district: string,
  { handoff, station }: Pick<FloatIssued, 'handoff' | 'station'>,
  version: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO floats_taken_back (district_id, handoff, station, version)
    VALUES (${district}, ${handoff}, ${station}, ${version})`);
}

/** Those of these names that the office issued ahead. */
export function floatsNamed(tx: LedgerTx, district: string, handoffs: readonly string[]): Promise<FloatIssued[]> {
  return tx.rows<FloatIssued>(sql`
    SELECT handoff, person, issued_by AS "issuedBy", station FROM floats_issued
    WHERE district_id = ${district} AND handoff = ANY(${sql.param(handoffs)}::text[])`);
}

/** The number of the last float that was issued; 0 where none was. */
export async function lastFloatNumber(tx: LedgerTx, district: string): Promise<number> {
  const [row] = await tx.rows<{ number: number }>(sql`
    SELECT coalesce(max(substring(handoff FROM '[0-9]+$')::integer), 0) AS number FROM floats_issued
    WHERE district_id = ${district}`);
  return row?.number ?? 0;
}
