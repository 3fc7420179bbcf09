import { type SQL, sql } from 'drizzle-orm';
import type { GlLineFormula } from '#domain/glLine';
import { isNotParked } from './batchSums.ts';
import { isFloatInTransit } from './floats.ts';
import { lineFormula } from './glExports.ts';

/*
 * Floats in the general ledger. By the fourth formula a float is of the change fund until it lies in the safe again,
 * whoever has it; by those before, it is cash on hand as soon as it is out of the safe.
 */

type Asked = { district: string; formula: GlLineFormula };

/** Entry by entry: without statistics of a close, all postings there are would be read for it. */
const posted = sql`SELECT p.account, p.side, p.cents FROM postings p WHERE p.district_id = e.district_id
  AND p.series = e.series AND p.epoch = e.epoch AND p.sequence = e.sequence`;

/**
 * What an opening puts into its drawer's cash and a close takes out of it as its float, moved to an account of its own. A
 * close that gives back another amount leaves the difference there: so much of the change fund is gone, or was found.
 */
const setApart = sql`
  SELECT 'drawer:' || drawer || account, CASE WHEN fills = (e.kind = 'drawer_opened') THEN 'debit' ELSE 'credit' END, cents
  FROM (SELECT e.text::json #>> '{payload,drawer}' AS drawer, (e.text::json #>> '{payload,floatCents}')::bigint AS cents
    WHERE e.kind IN ('drawer_opened', 'drawer_closed', 'drawer_ended') AND ${isNotParked}) told
  CROSS JOIN (VALUES (':float', true), (':cash', false)) apart (account, fills) WHERE cents > 0`;

/** Postings of an entry `e`, and whether they stand at the change fund as a float that is out. */
export function glPostings({ district, formula }: Asked): SQL {
  if (formula < 4) return sql`SELECT p.*, false AS is_float FROM (${posted}) p OFFSET 0`;
  return sql`
    SELECT p.*, (${isFloatInTransit(sql`p.account`)} OR p.account LIKE 'drawer:%:float')
      AND NOT (EXISTS (SELECT FROM gone) AND EXISTS (${wentOutBefore(district)})) AS is_float
    FROM (${posted} UNION ALL ${setApart}) p OFFSET 0`;
}

/**
 * `gone`: how far what went out by a formula before the fourth reaches in each journal. It ends with a comma; by those
 * formulas it is not there.
 */
export function goneBefore({ district, formula }: Asked): SQL {
  if (formula < 4) return sql``;
  return sql`
    gone AS MATERIALIZED (SELECT k.day, s.series, s.epoch, s.sequence
      FROM day_closes k JOIN day_seals s USING (district_id, number)
      WHERE k.district_id = ${district} AND k.number = (SELECT max(close_number) FROM gl_export_closes
        WHERE district_id = ${district} AND export_number = (SELECT max(number) FROM gl_exports
          WHERE district_id = ${district} AND ${lineFormula} < 4))),`;
}

/** Whether the first half of the float that an account of `p` holds is in there: it comes back from cash on hand. */
function wentOutBefore(district: string): SQL {
  return sql`
    SELECT FROM gone JOIN (
      SELECT series, epoch, sequence FROM handoff_steps
        WHERE district_id = ${district} AND 'transit:' || handoff = p.account
      UNION ALL SELECT series, epoch, sequence FROM batches
        WHERE district_id = ${district} AND batch = replace(split_part(p.account, ':', 2), '-D', '-B')
      UNION ALL SELECT series, epoch, sequence FROM entries
        WHERE district_id = ${district} AND series = 'L' AND kind = 'change_ordered' AND p.account LIKE 'transit:L-G%'
          AND 'transit:' || (text::json #>> '{payload,order}') = p.account) half USING (series, epoch)
    JOIN entries o USING (series, epoch)
    WHERE o.district_id = ${district} AND o.sequence = half.sequence AND o.sequence <= gone.sequence
      AND o.business_day <= gone.day`;
}
