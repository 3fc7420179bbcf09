import { eq, sql } from 'drizzle-orm';
import type { StationDb, Tx } from './open.ts';
import { commands } from './schema.ts';
import { statement } from './statement.ts';

/** What a command said and was answered, kept for ever. */
export type RecordedCommand = typeof commands.$inferSelect;

const byId = statement((db) =>
  db
    .select()
    .from(commands)
    .where(eq(commands.commandId, sql.placeholder('commandId')))
    .prepare(),
);
const insert = statement((db) =>
  db
    .insert(commands)
    .values({
      commandId: sql.placeholder('commandId'),
      name: sql.placeholder('name'),
      inputDigest: sql.placeholder('inputDigest'),
      reply: sql.placeholder('reply'),
    })
    .prepare(),
);

/** The command recorded under an id, or null. */
export function recordedCommand(db: StationDb, commandId: string): RecordedCommand | null {
  return byId(db).get({ commandId }) ?? null;
}

/** Keeps a command's reply beside what it wrote, in the same transaction. */
export function recordCommand(tx: Tx, command: RecordedCommand): void {
  insert(tx).run(command);
}
