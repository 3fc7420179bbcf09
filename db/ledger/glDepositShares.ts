import { type SQL, sql } from 'drizzle-orm';
import type { GlLineFormula } from '#domain/glLine';

/**
 * `shares`: what each entry that moves a deposit of `moved` moves in each fund, where its bank account took by fund when it
 * was prepared; one that tells no fund is not in it. Before and after the entry what is in the deposit is of the funds that
 * it was prepared with, less what missing papers had paid of them as the counts that settled it tell, brought to that amount
 * as the domain's `fitted` says: what is missing is taken from the largest share and then from the next, what is too much
 * is the largest's. By the formulas before the third no deposit has shares.
 */
export function depositShares({ district, formula }: { district: string; formula: GlLineFormula }): SQL {
  return sql`
    held AS MATERIALIZED (
      SELECT h.*, (SELECT sum(CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END)
          FROM deposit_steps t JOIN postings p USING (district_id, series, epoch, sequence)
          WHERE t.district_id = ${district} AND t.deposit = h.deposit AND p.account = 'deposit:' || h.deposit
            AND (t.epoch, t.sequence) <= (h.epoch, h.sequence)) AS after
      FROM (SELECT own_deposit AS deposit, series, epoch, sequence, sum(cents) AS moved FROM moved
        WHERE own_deposit IS NOT NULL AND ${formula}::integer >= 3 GROUP BY 1, 2, 3, 4) h),
    found AS (SELECT h.deposit, h.series, h.epoch, h.sequence, sign, amount AS found FROM held h
      CROSS JOIN LATERAL (VALUES (1, h.after), (-1, h.after - h.moved)) either (sign, amount)
      WHERE amount > 0 AND h.moved <> 0),
    bags AS (SELECT DISTINCT deposit FROM held),
    holds AS MATERIALIZED (SELECT deposit, one ->> 'fund' AS fund, sum((one ->> 'cents')::bigint) AS cents
      FROM bags JOIN deposits d USING (deposit) JOIN entries e USING (district_id, series, epoch, sequence)
      CROSS JOIN LATERAL json_array_elements(e.text::json #> '{payload,parts}') part
      CROSS JOIN LATERAL json_array_elements(part -> 'funds') one
      WHERE district_id = ${district} GROUP BY 1, 2),
    missing AS MATERIALIZED (SELECT deposit, epoch, sequence, one ->> 'fund' AS fund, (one ->> 'cents')::bigint AS cents
      FROM bags JOIN deposit_steps t USING (deposit) JOIN entries e USING (district_id, series, epoch, sequence)
      CROSS JOIN LATERAL json_array_elements(e.text::json #> '{payload,missingFunds}') one
      WHERE district_id = ${district} AND t.step IN ('made', 'resealed')),
    prepared AS (SELECT f.*, t.fund, greatest(0, t.cents - coalesce((SELECT sum(g.cents) FROM missing g
          WHERE g.deposit = f.deposit AND g.fund = t.fund AND (g.epoch, g.sequence) <= (f.epoch, f.sequence)
            AND (f.sign = 1 OR (g.epoch, g.sequence) <> (f.epoch, f.sequence))), 0)) AS cents
      FROM found f JOIN holds t USING (deposit)),
    largest AS (SELECT *, row_number() OVER shares AS place, sum(cents) OVER shares - cents AS larger,
        sum(cents) OVER (PARTITION BY deposit, series, epoch, sequence, sign) - found AS excess
      FROM prepared
      WINDOW shares AS (PARTITION BY deposit, series, epoch, sequence, sign ORDER BY cents DESC, fund COLLATE "C")),
    fitted AS (SELECT *, cents - greatest(0, least(cents, excess - larger))
        + CASE place WHEN 1 THEN greatest(0, -excess) ELSE 0 END AS left_cents FROM largest),
    shares AS MATERIALIZED (SELECT deposit, series, epoch, sequence, fund, sum(sign * left_cents) AS cents
      FROM fitted GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign * left_cents) <> 0)`;
}
