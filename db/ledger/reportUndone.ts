import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { inSpan, isApplied, isShown, type Span } from './reportSpan.ts';

/** Where one entry stands among all of a report that lists entries by day. */
export type EntryPlace = { day: string; series: string; epoch: number; sequence: number };

/** An entry as a report lists it. `told` is its payload, `personal` what stands beside it (JSON). */
export type EntryRow = EntryPlace & {
  kind: string;
  at: number;
  actor: string;
  approver: string | null;
  told: unknown;
  personal: string | null;
  /** Whether its amount may be told. */
  isShown: boolean;
};

/** Entries of some kinds by business day and then by journal, those after one of them. */
export function entriesOfKinds(
  tx: LedgerTx,
  span: Span,
  kinds: readonly string[],
  after: EntryPlace | null,
  most: number,
): Promise<EntryRow[]> {
  const place =
    after &&
    sql`(${after.day}::date, ${after.series}::text COLLATE "C", ${after.epoch}::integer,
    ${after.sequence}::bigint)`;
  return tx.rows<EntryRow>(sql`
    WITH page AS MATERIALIZED (
      SELECT e.district_id, e.series, e.epoch, e.sequence, ${isShown(span, 'e')} AS shown FROM entries e
      WHERE ${inSpan(span, 'e')} AND e.kind = ANY (${sql.param(kinds)}::text[]) AND ${isApplied}
        AND ${place ? sql`(e.business_day, e.series, e.epoch, e.sequence) > ${place}` : sql`true`}
      ORDER BY e.business_day, e.series, e.epoch, e.sequence LIMIT ${most})
    SELECT e.business_day::text AS day, e.series, e.epoch, e.sequence, e.kind, e.recorded_at AS at, e.actor,
      e.text::json ->> 'approver' AS approver, e.text::json -> 'payload' AS told, e.personal, p.shown AS "isShown"
    FROM page p JOIN entries e USING (district_id, series, epoch, sequence)
    ORDER BY e.business_day, e.series, e.epoch, e.sequence`);
}
