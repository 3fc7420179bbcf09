import { sql } from 'drizzle-orm';
import type { BusinessDay } from '#domain/businessDay';
import type { EntryKind, Payload } from '#domain/entry';
import type { LedgerTx } from './database.ts';

/** What the office's journal tells of the safe itself. */
type OfTheSafe = Extract<EntryKind, 'float_taken_back' | 'safe_counted' | 'safe_count_resolved' | 'safe_out_refused'>;

/** One entry of the office about the safe: `told` is its payload. */
export type SafeEntry<K extends OfTheSafe = OfTheSafe> = {
  [One in K]: { kind: One; day: BusinessDay; at: number; person: string; told: Payload<One> };
}[K];

/** What happened at the safe last, the newest first: there is little of it, and it is kept nowhere else. */
export function safeEntries<K extends OfTheSafe>(
  tx: LedgerTx,
  district: string,
  kinds: readonly K[],
  most: number,
  through: BusinessDay | null = null,
): Promise<SafeEntry<K>[]> {
  return tx.rows<SafeEntry<K>>(sql`
    SELECT kind, business_day::text AS day, recorded_at AS at, actor AS person, text::json -> 'payload' AS told
    FROM entries WHERE district_id = ${district} AND series = 'L' AND kind = ANY(${sql.param(kinds)}::text[])
      AND business_day <= coalesce(${through}::date, 'infinity')
    ORDER BY epoch DESC, sequence DESC LIMIT ${most}`);
}
