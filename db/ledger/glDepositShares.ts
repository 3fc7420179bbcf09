import { type SQL, sql } from 'drizzle-orm';
import type { GlLineFormula } from '#domain/glLine';

/**
 * `shares`: what each entry that moves a deposit of `moved` moves in each fund, where its bank account took by fund when it
 * was prepared; one that tells no fund is not in it. Before and after the entry what is in the deposit is of the funds that
 * it was prepared with, brought to that amount as the domain's `fitted` says: what is missing is taken from the largest
 * share and then from the next, what is too much is the largest's. By the formulas before the third no deposit has shares.
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
    found AS (SELECT DISTINCT h.deposit, amount AS found FROM held h
      CROSS JOIN LATERAL (VALUES (h.after), (h.after - h.moved)) either (amount) WHERE amount > 0),
    prepared AS (SELECT h.deposit, h.found, one ->> 'fund' AS fund, sum((one ->> 'cents')::bigint) AS cents
      FROM found h JOIN deposits d ON d.district_id = ${district} AND d.deposit = h.deposit
      JOIN entries e ON e.district_id = d.district_id AND e.series = d.series AND e.epoch = d.epoch
        AND e.sequence = d.sequence
      CROSS JOIN LATERAL json_array_elements(e.text::json #> '{payload,parts}') part
      CROSS JOIN LATERAL json_array_elements(part -> 'funds') one
      GROUP BY 1, 2, 3),
    largest AS (SELECT deposit, found, fund, cents, sum(cents) OVER (PARTITION BY deposit, found) - found AS excess,
        sum(cents) OVER (PARTITION BY deposit, found ORDER BY cents DESC, fund COLLATE "C") - cents AS larger
      FROM prepared),
    fitted AS MATERIALIZED (SELECT deposit, found, fund, cents - greatest(0, least(cents, excess - larger))
        + CASE larger WHEN 0 THEN greatest(0, -excess) ELSE 0 END AS cents FROM largest),
    shares AS MATERIALIZED (
      SELECT h.deposit, h.series, h.epoch, h.sequence, f.fund,
        sum(CASE f.found WHEN h.after THEN f.cents ELSE -f.cents END) AS cents
      FROM held h JOIN fitted f ON f.deposit = h.deposit AND f.found IN (h.after, h.after - h.moved) AND h.moved <> 0
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(CASE f.found WHEN h.after THEN f.cents ELSE -f.cents END) <> 0)`;
}
