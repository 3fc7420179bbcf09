import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { SealedEntry } from '#domain/entry';
import { GENESIS } from '#domain/entry';
import type { StoppedWhy } from '#domain/stopped';
import type { StationDb, Tx } from './open.ts';
import { entries } from './schema.ts';
import { statement } from './statement.ts';
import { sync } from './syncSchema.ts';

/** How far up and how far down this station and its ledger have talked. */
export type SyncState = Omit<typeof sync.$inferSelect, 'one'>;

const row = statement((db) => db.select().from(sync).prepare());
const suffix = statement((db) =>
  db
    .select({ text: entries.text, hash: entries.hash, personal: entries.personal })
    .from(entries)
    .where(and(eq(entries.epoch, sql.placeholder('epoch')), gt(entries.sequence, sql.placeholder('after'))))
    .orderBy(asc(entries.sequence))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const hashOf = statement((db) =>
  db
    .select({ hash: entries.hash })
    .from(entries)
    .where(and(eq(entries.epoch, sql.placeholder('epoch')), eq(entries.sequence, sql.placeholder('sequence'))))
    .prepare(),
);

/** The state of the talk, or null before the enrolment. */
export function syncState(db: StationDb): SyncState | null {
  return row(db).get() ?? null;
}

/** Starts the talk at an enrolment, also in a newer epoch: nothing acknowledged, nothing read. */
export function startSync(tx: Tx, epoch: number): void {
  const nothing = {
    acknowledgedEpoch: epoch,
    acknowledgedSequence: 0,
    acknowledgedHash: GENESIS,
    feedCursor: '',
    accountsAsOf: 0,
    lastContactAt: 0,
    refusedAtSequence: null,
    closedThrough: null,
    stoppedWhy: null,
    stoppedAt: null,
    stoppedSequence: null,
  };
  tx.insert(sync)
    .values({ one: 1, ...nothing })
    .onConflictDoUpdate({ target: sync.one, set: nothing })
    .run();
}

/** Writes down what changed. The cursor up is only ever the ledger's own word. */
export function updateSync(db: StationDb | Tx, change: Partial<SyncState>): void {
  const result = db.update(sync).set(change).run();
  assert(result.changes === 1, 'there is no sync state to change');
}

/** Why, since when and from which entry on a station has stopped; the entry may not be known. */
export type Stopped = { why: StoppedWhy; at: number; sequence: number | null };

/** How a station stopped, or null while it runs. */
export function stopped(db: StationDb): Stopped | null {
  const state = syncState(db);
  if (state?.stoppedWhy == null) return null;
  return { why: state.stoppedWhy, at: state.stoppedAt ?? 0, sequence: state.stoppedSequence };
}

/** Stops a station for good. What stopped it first stands. */
export function stopStation(tx: Tx, { why, at, sequence }: Stopped): void {
  if (stopped(tx)) return;
  updateSync(tx, { stoppedWhy: why, stoppedAt: at, stoppedSequence: sequence });
}

/** The next entries after a sequence, in the form in which they are sent and exported. */
export function entriesAfter(db: StationDb, epoch: number, after: number, limit: number): SealedEntry[] {
  return suffix(db)
    .all({ epoch, after, limit })
    .map((entry) => ({ ...entry, personal: entry.personal === null ? null : JSON.parse(entry.personal) }));
}

/** The hash of one entry of ours, or null when we never wrote it. */
export function hashAt(db: StationDb, epoch: number, sequence: number): string | null {
  return hashOf(db).get({ epoch, sequence })?.hash ?? null;
}
