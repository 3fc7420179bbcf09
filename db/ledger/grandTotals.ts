import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

/**
 * What a series has come to over all its epochs: the number of its last Z report, and all that its receipts ever were, in
 * cents, voids not taken off; as its Z reports tell it (design §7). 0 of one that is new.
 */
export async function comeTo(
  tx: LedgerTx,
  district: string,
  series: string,
): Promise<{ lastZ: number; issuedBeforeCents: number }> {
  const [row] = await tx.rows<{ lastZ: number; issuedBeforeCents: number }>(sql`
    WITH closed AS MATERIALIZED (
      SELECT epoch, sequence, (text::json #>> '{payload,z,number}')::integer AS number,
        (text::json #>> '{payload,grandTotalCents}')::bigint AS cents
      FROM entries WHERE district_id = ${district} AND series = ${series} AND kind = 'drawer_closed'
      ORDER BY epoch DESC, sequence DESC LIMIT 1)
    SELECT coalesce((SELECT number FROM closed), 0) AS "lastZ",
      (coalesce((SELECT cents FROM closed), 0) + coalesce((SELECT sum((e.text::json #>> '{payload,totalCents}')::bigint)
        FROM entries e WHERE e.district_id = ${district} AND e.series = ${series} AND e.kind = 'receipt_issued'
          AND ((e.epoch, e.sequence) > (SELECT epoch, sequence FROM closed) OR NOT EXISTS (SELECT FROM closed))), 0))::bigint
      AS "issuedBeforeCents"`);
  return row ?? { lastZ: 0, issuedBeforeCents: 0 };
}
