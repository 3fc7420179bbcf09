import { type SQL, sql } from 'drizzle-orm';
import type { GlLineFormula } from '#domain/glLine';

/**
 * `shares`: what each deposit of `moved` holds of each fund, where its bank account took by fund when it was prepared; one
 * that tells no fund is not in it. The domain's `fitted` says how they come to what was found in it: what is missing is
 * taken from the largest share and then from the next, what is too much is the largest's. By the formulas before the third
 * no deposit has shares.
 */
export function depositShares({ district, formula }: { district: string; formula: GlLineFormula }): SQL {
  return sql`
    held AS (SELECT own_deposit AS deposit, max(abs(cents)) AS cents FROM moved
      WHERE own_deposit IS NOT NULL AND ${formula}::integer >= 3 GROUP BY 1),
    prepared AS (SELECT h.deposit, h.cents AS found, one ->> 'fund' AS fund, sum((one ->> 'cents')::bigint) AS cents
      FROM held h JOIN deposits d ON d.district_id = ${district} AND d.deposit = h.deposit
      JOIN entries e ON e.district_id = d.district_id AND e.series = d.series AND e.epoch = d.epoch
        AND e.sequence = d.sequence
      CROSS JOIN LATERAL json_array_elements(e.text::json #> '{payload,parts}') part
      CROSS JOIN LATERAL json_array_elements(part -> 'funds') one
      GROUP BY 1, 2, 3),
    largest AS (SELECT deposit, fund, cents, sum(cents) OVER (PARTITION BY deposit) - found AS excess,
        sum(cents) OVER (PARTITION BY deposit ORDER BY cents DESC, fund COLLATE "C") - cents AS larger
      FROM prepared),
    shares AS MATERIALIZED (SELECT deposit, fund, cents FROM (
        SELECT deposit, fund, cents - greatest(0, least(cents, excess - larger))
          + CASE larger WHEN 0 THEN greatest(0, -excess) ELSE 0 END AS cents FROM largest) fitted WHERE cents > 0)`;
}
