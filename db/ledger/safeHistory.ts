import { sql } from 'drizzle-orm';
import type { EntryKind, Payload } from '#domain/entry';
import type { LedgerTx } from './database.ts';

/** What the office's journal tells of the safe itself. */
type OfTheSafe = Extract<EntryKind, 'float_taken_back'>;

/** One entry of the office about the safe: `told` is its payload. */
export type SafeEntry = { [K in OfTheSafe]: { kind: K; at: number; person: string; told: Payload<K> } }[OfTheSafe];

/** What happened at the safe last, the newest first: there is little of it, and it is kept nowhere else. */
export function safeEntries(tx: LedgerTx, district: string, most: number): Promise<SafeEntry[]> {
  return tx.rows<SafeEntry>(sql`
    SELECT kind, recorded_at AS at, actor AS person, text::json -> 'payload' AS told FROM entries
    WHERE district_id = ${district} AND series = 'L' AND kind = 'float_taken_back'
    ORDER BY epoch DESC, sequence DESC LIMIT ${most}`);
}
