import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { SealedEntry } from '#domain/entry';
import type { RecordedCommand } from './commands.ts';
import type { StationDb } from './open.ts';
import { commands, entries } from './schema.ts';
import { statement } from './statement.ts';

/** Where an entry stands: its place in this file's journal, in its epoch, and its hash. */
export type RowMark = { position: number; epoch: number; sequence: number; hash: string };

/** An entry with the command that wrote it, as the journal is copied. */
export type JournalRow = { position: number; epoch: number; entry: SealedEntry; command: RecordedCommand | null };

const MARK = { position: entries.position, epoch: entries.epoch, sequence: entries.sequence, hash: entries.hash };
const last = statement((db) => db.select(MARK).from(entries).orderBy(desc(entries.position)).limit(1).prepare());
const atSequence = statement((db) =>
  db
    .select(MARK)
    .from(entries)
    .where(and(eq(entries.epoch, sql.placeholder('epoch')), eq(entries.sequence, sql.placeholder('sequence'))))
    .prepare(),
);
const after = statement((db) =>
  db
    .select({
      position: entries.position,
      epoch: entries.epoch,
      text: entries.text,
      hash: entries.hash,
      personal: entries.personal,
      commandId: commands.commandId,
      name: commands.name,
      inputDigest: commands.inputDigest,
      reply: commands.reply,
    })
    .from(entries)
    .leftJoin(commands, eq(commands.commandId, sql`json_extract(${entries.text}, '$.commandId')`))
    .where(gt(entries.position, sql.placeholder('position')))
    .orderBy(asc(entries.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The last entry of all, of whatever epoch; null before the first. */
export function lastRow(db: StationDb): RowMark | null {
  return last(db).get() ?? null;
}

/** Where the entry of an epoch and sequence stands, or null where there is none. */
export function rowAt(db: StationDb, epoch: number, sequence: number): RowMark | null {
  return atSequence(db).get({ epoch, sequence }) ?? null;
}

/** What follows a position, in order, at most so much of it. */
export function rowsAfter(db: StationDb, position: number, limit: number): JournalRow[] {
  return after(db)
    .all({ position, limit })
    .map(({ position: at, epoch, text, hash, personal, commandId, name, inputDigest, reply }) => ({
      position: at,
      epoch,
      entry: { text, hash, personal: personal === null ? null : JSON.parse(personal) },
      command:
        commandId === null || name === null || inputDigest === null || reply === null
          ? null
          : { commandId, name, inputDigest, reply },
    }));
}
