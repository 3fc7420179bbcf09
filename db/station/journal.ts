import { desc, eq, sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import { type Entry, type EntryKind, type EntryOf, GENESIS, type Personal } from '#domain/entry';
import { type Cents, cents } from '#domain/money';
import type { Placed, Recorded } from '#domain/recorded';
import type { Sealed } from '#main/chain/sealEntry';
import type { StationDb, Tx } from './open.ts';
import { entries, postings } from './schema.ts';
import { statement } from './statement.ts';

/** Where the journal ends. `position` counts entries of this file; `sequence` those of the epoch. */
export type JournalHead = { position: number; epoch: number; sequence: number; hash: string };

const last = statement((db) =>
  db
    .select({ position: entries.position, epoch: entries.epoch, sequence: entries.sequence, hash: entries.hash })
    .from(entries)
    .orderBy(desc(entries.position))
    .limit(1)
    .prepare(),
);
const insertEntry = statement((db) =>
  db
    .insert(entries)
    .values({
      position: sql.placeholder('position'),
      epoch: sql.placeholder('epoch'),
      sequence: sql.placeholder('sequence'),
      kind: sql.placeholder('kind'),
      businessDay: sql.placeholder('businessDay'),
      recordedAt: sql.placeholder('recordedAt'),
      actor: sql.placeholder('actor'),
      text: sql.placeholder('text'),
      hash: sql.placeholder('hash'),
      personal: sql.placeholder('personal'),
    })
    .prepare(),
);
const insertPosting = statement((db) =>
  db
    .insert(postings)
    .values({
      position: sql.placeholder('position'),
      account: sql.placeholder('account'),
      side: sql.placeholder('side'),
      cents: sql.placeholder('cents'),
    })
    .prepare(),
);
const balance = statement((db) =>
  db
    .select({
      cents: sql<number>`coalesce(sum(case ${postings.side} when 'debit' then ${postings.cents} else -${postings.cents} end), 0)`,
    })
    .from(postings)
    .where(eq(postings.account, sql.placeholder('account')))
    .prepare(),
);
const byKind = statement((db) =>
  db
    .select({
      kind: entries.kind,
      cents: sql<number>`sum(case ${postings.side} when 'debit' then ${postings.cents} else -${postings.cents} end)`,
      items: sql<number>`count(distinct ${postings.position})`,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.position, postings.position))
    .where(eq(postings.account, sql.placeholder('account')))
    .groupBy(entries.kind)
    .prepare(),
);
/** The kind is written out and not bound, so that SQLite sees that the index of these few fits. */
const ofRefusedTenders = statement((db) =>
  db
    .select({ position: entries.position })
    .from(entries)
    .where(sql`${entries.kind} = 'tender_refused'`)
    .orderBy(desc(entries.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const lastPutBack = statement((db) =>
  db
    .select({ position: entries.position, recordedAt: entries.recordedAt })
    .from(entries)
    .where(sql`${entries.kind} = 'journal_recovered'`)
    .orderBy(desc(entries.position))
    .limit(1)
    .prepare(),
);
const textAt = statement((db) =>
  db
    .select({ text: entries.text, hash: entries.hash, personal: entries.personal })
    .from(entries)
    .where(eq(entries.position, sql.placeholder('position')))
    .prepare(),
);

/** Where the journal of an epoch ends; before its first entry, sequence 0 and the genesis hash. */
export function headOf(db: StationDb, epoch: number): JournalHead {
  const head = last(db).get();
  if (head && head.epoch === epoch) return head;
  return { position: head?.position ?? 0, epoch, sequence: 0, hash: GENESIS };
}

/** Puts a sealed entry, which follows the head, at the end of the journal. */
export function append<K extends EntryKind>(tx: Tx, head: JournalHead, sealed: Sealed<K>): Placed<K> {
  const { entry, text, hash, personal } = sealed;
  const position = head.position + 1;
  insertEntry(tx).run({ ...entry, position, text, hash, personal: personal && JSON.stringify(personal) });
  for (const posting of entry.postings) insertPosting(tx).run({ position, ...posting });
  return { entry, hash, personal, position };
}

/** Debits − credits of one account: what is expected there. */
export function balanceOf(db: StationDb, account: string): Cents {
  return cents(balance(db).get({ account })?.cents ?? 0);
}

/** How the balance of one account came about: by kind of entry, debits − credits and how many entries. */
export function movesOf(db: StationDb, account: string): { kind: EntryKind; cents: number; items: number }[] {
  return byKind(db).all({ account }) as { kind: EntryKind; cents: number; items: number }[];
}

/** Positions of what was turned away, the latest first, at most so many. */
export function positionsOfRefusedTenders(db: StationDb, limit: number): number[] {
  return ofRefusedTenders(db)
    .all({ limit })
    .map((row) => row.position);
}

/** When entries were last put back, and at which position that is told; null where none ever were. */
export function lastRecovery(db: StationDb): { position: number; recordedAt: number } | null {
  return lastPutBack(db).get() ?? null;
}

/** The entry at a position, of whatever kind. */
export function anyEntryAt(db: StationDb, position: number): Entry {
  return recordedAt(db, position).entry;
}

/** The same with its hash, and what is personal in it. */
export function recordedAt(db: StationDb, position: number): { entry: Entry; hash: string; personal: Personal | null } {
  const row = textAt(db).get({ position });
  assert(row, `there is no entry at position ${position}`);
  return {
    entry: JSON.parse(row.text) as Entry,
    hash: row.hash,
    personal: row.personal === null ? null : (JSON.parse(row.personal) as Personal),
  };
}

/** The entry at a position, which must be of that kind. */
export function entryAt<K extends EntryKind>(db: StationDb, position: number, kind: K): Recorded<K> {
  const { entry, ...beside } = recordedAt(db, position);
  assert(entry.kind === kind, `position ${position} is ${entry.kind}, not ${kind}`);
  return { entry: entry as EntryOf<K>, ...beside };
}
