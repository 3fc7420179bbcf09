import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

/** One entry of the office about change from the bank: `told` is its payload. */
export type ChangeOrderEntry = {
  kind: 'change_ordered' | 'change_received';
  at: number;
  person: string;
  told: unknown;
};

/** What the office's journal tells of change orders, in order: there are few, and they are kept nowhere else. */
export function changeOrderEntries(tx: LedgerTx, district: string): Promise<ChangeOrderEntry[]> {
  return tx.rows<ChangeOrderEntry>(sql`
    SELECT kind, recorded_at AS at, actor AS person, text::json -> 'payload' AS told FROM entries
    WHERE district_id = ${district} AND series = 'L' AND kind IN ('change_ordered', 'change_received')
    ORDER BY epoch, sequence`);
}
