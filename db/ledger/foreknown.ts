import { sql } from 'drizzle-orm';
import type { HandoffKind } from '#domain/handoff';
import type { BatchRow } from './batches.ts';
import { isNotParked, span } from './batchSums.ts';
import type { LedgerTx } from './database.ts';

/** An entry of a drawer by which somebody learned, or may have learned, what it holds. */
export type LookRow = {
  kind: 'drop_refused' | 'cash_out_refused' | 'totals_read' | 'drawer_checked' | 'drawer_counted' | 'drawer_closed';
  at: number;
  actor: string;
  approver: string | null;
  epoch: number;
  sequence: number;
};

/** Who looked into a batch's drawer, tried what it holds, counted or closed it, or agreed to its close; in order. */
export function looksInto(tx: LedgerTx, district: string, batch: BatchRow): Promise<LookRow[]> {
  return tx.rows<LookRow>(sql`
    SELECT e.kind, e.recorded_at AS at, e.actor, e.text::json ->> 'approver' AS approver, e.epoch, e.sequence
    FROM entries e WHERE ${span(district, batch)} AND ${isNotParked}
      AND e.kind IN ('drop_refused', 'cash_out_refused', 'totals_read', 'drawer_checked', 'drawer_counted', 'drawer_closed')
      AND e.text::json #>> '{payload,drawer}' = ${batch.drawer}
    ORDER BY e.epoch, e.sequence`);
}

/** Who was refused what the safe did not hold since the batch's drawer opened, in order; where it stands is the office's journal. */
export function triedAtSafe(
  tx: LedgerTx,
  district: string,
  { businessDay, openedAt }: BatchRow,
): Promise<{ person: string; at: number; epoch: number; sequence: number }[]> {
  return tx.rows(sql`
    SELECT actor AS person, recorded_at AS at, epoch, sequence FROM entries
    WHERE district_id = ${district} AND series = 'L' AND kind = 'safe_out_refused'
      AND business_day >= ${businessDay} AND recorded_at >= ${openedAt}
    ORDER BY epoch, sequence`);
}

/** The office's count of a handoff of a batch, and where the drawer's half stands in its station's journal. */
export type OfficeCountRow = {
  handoff: string;
  what: HandoffKind;
  person: string;
  at: number;
  epoch: number | null;
  sequence: number | null;
};

/** What the office counted of a batch, its float too, in order. */
export function officeCountsOf(tx: LedgerTx, district: string, { batch }: BatchRow): Promise<OfficeCountRow[]> {
  return tx.rows<OfficeCountRow>(sql`
    SELECT o.handoff, o.what, o.person, o.at, d.epoch, d.sequence FROM handoff_steps o
    LEFT JOIN handoff_steps d ON d.district_id = o.district_id AND d.handoff = o.handoff AND d.series <> 'L'
    WHERE o.district_id = ${district} AND o.series = 'L' AND (o.step = 'counted' OR o.step = 'given' AND o.what = 'float')
      AND o.handoff IN (SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch})
    ORDER BY o.at, o.handoff`);
}
