import { asc, desc, eq, gte, sql } from 'drizzle-orm';
import { type EntryOf, GENESIS, type StationKind } from '#domain/entry';
import { type JournalRow, rowsAfter } from './journalRows.ts';
import type { StationDb } from './open.ts';
import { unsealed } from './replay.ts';
import { entries, postings } from './schema.ts';
import { statement } from './statement.ts';

/** Where a look at the journal ended: nothing was wrong up to that position, or that is the first entry that is. */
export type Looked = { through: number } | { fault: number };

type Entry = EntryOf<StationKind>;

const columnsAt = statement((db) =>
  db
    .select({
      sequence: entries.sequence,
      kind: entries.kind,
      businessDay: entries.businessDay,
      recordedAt: entries.recordedAt,
      actor: entries.actor,
    })
    .from(entries)
    .where(eq(entries.position, sql.placeholder('position')))
    .prepare(),
);
const lastPosting = statement((db) =>
  db.select({ posting: postings.posting }).from(postings).orderBy(desc(postings.posting)).limit(1).prepare(),
);
const postedFrom = statement((db) =>
  db
    .select()
    .from(postings)
    .where(gte(postings.posting, sql.placeholder('posting')))
    .orderBy(asc(postings.posting))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/**
 * Holds entries after a position against what was sealed: text and hash, chain, what stands beside the text, and the
 * postings. Reads alone.
 * @param count at most so many
 * @returns how far it came; with nothing after `position`, that
 * @throws what SQLite says of pages that it cannot read
 */
export function lookAtJournal(db: StationDb, position: number, count: number): Looked {
  let before = position === 0 ? null : (rowsAfter(db, position - 1, 1)[0] ?? null);
  if (position > 0 && before?.position !== position) return { fault: position };
  let posting = firstPostingAfter(db, position);
  for (const row of rowsAfter(db, position, count)) {
    const entry = soundEntry(db, row, before);
    if (entry === null || !isPostedFrom(db, posting, row.position, entry)) return { fault: row.position };
    posting += entry.postings.length;
    before = row;
  }
  return { through: before?.position ?? position };
}

/**
 * Postings stand in the order of their entries and have no index by entry, which every commit would pay for. Where one that
 * is damaged leads astray here, what is found does not agree with the entries.
 */
function firstPostingAfter(db: StationDb, position: number): number {
  let from = 1;
  let to = (lastPosting(db).get()?.posting ?? 0) + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const [posted] = postedFrom(db).all({ posting: middle, limit: 1 });
    if (posted && posted.position <= position) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isPostedFrom(db: StationDb, first: number, position: number, entry: Entry): boolean {
  const due = entry.postings.map(({ account, side, cents }, at) => ({
    posting: first + at,
    position,
    account,
    side,
    cents,
  }));
  const posted = postedFrom(db).all({ posting: first, limit: due.length + 1 });
  const next = posted[due.length];
  if (next && next.position <= position) return false;
  return JSON.stringify(posted.slice(0, due.length)) === JSON.stringify(due);
}

function soundEntry(db: StationDb, row: JournalRow, before: JournalRow | null): Entry | null {
  const entry = read(row);
  if (entry === null || row.position !== (before?.position ?? 0) + 1) return null;
  const head = before?.epoch === row.epoch ? before.entry.hash : GENESIS;
  if (entry.epoch !== row.epoch || entry.previousHash !== head) return null;
  const beside = columnsAt(db).get({ position: row.position });
  const { sequence, kind, businessDay, recordedAt, actor } = entry;
  return JSON.stringify(beside) === JSON.stringify({ sequence, kind, businessDay, recordedAt, actor }) ? entry : null;
}

/** The entry, or null where its text is not what was sealed. */
function read({ entry }: JournalRow): Entry | null {
  try {
    return unsealed(entry);
  } catch {
    return null;
  }
}
