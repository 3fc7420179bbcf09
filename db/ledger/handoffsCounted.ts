import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

/**
 * Notes that the office has counted handoffs, for the station that has the other half of each: the feed tells it that
 * they are counted, and never how much.
 * @param version of the change that is being made
 */
export async function insertHandoffsCounted(
  tx: LedgerTx,
  district: string,
  handoffs: readonly string[],
  version: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO handoffs_counted (district_id, handoff, station, version)
    SELECT district_id, handoff, series, ${version}::bigint FROM handoff_steps
    WHERE district_id = ${district} AND handoff = ANY(${sql.param(handoffs)}::text[]) AND series <> 'L'`);
}
