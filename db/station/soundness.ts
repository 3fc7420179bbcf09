import { asc, eq, sql } from 'drizzle-orm';
import { type EntryOf, GENESIS, type StationKind } from '#domain/entry';
import { type JournalRow, rowsAfter } from './journalRows.ts';
import type { StationDb } from './open.ts';
import { unsealed } from './replay.ts';
import { entries, postings } from './schema.ts';
import { statement } from './statement.ts';

/** Where a look at the journal ended: nothing was wrong up to that position, or that is the first entry that is. */
export type Looked = { through: number } | { fault: number };

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
const postedAt = statement((db) =>
  db
    .select({ account: postings.account, side: postings.side, cents: postings.cents })
    .from(postings)
    .where(eq(postings.position, sql.placeholder('position')))
    .orderBy(asc(postings.posting))
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
  for (const row of rowsAfter(db, position, count)) {
    if (!isSound(db, row, before)) return { fault: row.position };
    before = row;
  }
  return { through: before?.position ?? position };
}

function isSound(db: StationDb, row: JournalRow, before: JournalRow | null): boolean {
  const entry = read(row);
  if (entry === null || row.position !== (before?.position ?? 0) + 1) return false;
  const head = before?.epoch === row.epoch ? before.entry.hash : GENESIS;
  if (entry.epoch !== row.epoch || entry.previousHash !== head) return false;
  const beside = columnsAt(db).get({ position: row.position });
  const { sequence, kind, businessDay, recordedAt, actor } = entry;
  if (JSON.stringify(beside) !== JSON.stringify({ sequence, kind, businessDay, recordedAt, actor })) return false;
  const posted = entry.postings.map(({ account, side, cents }) => ({ account, side, cents }));
  return JSON.stringify(postedAt(db).all({ position: row.position })) === JSON.stringify(posted);
}

/** The entry, or null where its text is not what was sealed. */
function read({ entry }: JournalRow): EntryOf<StationKind> | null {
  try {
    return unsealed(entry);
  } catch {
    return null;
  }
}
