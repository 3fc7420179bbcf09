import { and, asc, count, desc, eq, inArray, lte, min, sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { MailTrouble, MessageState } from '#domain/message';
import type { StationDb, Tx } from './open.ts';
import { messages } from './schema.ts';
import { statement } from './statement.ts';

export type KnownMessage = typeof messages.$inferSelect;

const insert = statement((db) =>
  db
    .insert(messages)
    .values({
      position: sql.placeholder('position'),
      kind: sql.placeholder('kind'),
      label: sql.placeholder('label'),
      accountNumber: sql.placeholder('accountNumber'),
      address: sql.placeholder('address'),
      doubtful: sql`0`,
      state: sql.placeholder('state'),
      nextAt: sql.placeholder('at'),
      queuedAt: sql.placeholder('at'),
      changedAt: sql.placeholder('at'),
    })
    .prepare(),
);
/** Written out and not bound, so that SQLite sees that the index of the unfinished fits. */
const isOpen = sql`${messages.state} in ('queued', 'sending', 'failed', 'letter')`;
const due = statement((db) =>
  db
    .select()
    .from(messages)
    .where(and(isOpen, eq(messages.state, 'queued'), lte(messages.nextAt, sql.placeholder('now'))))
    .orderBy(asc(messages.message))
    .limit(1)
    .prepare(),
);
const earliest = statement((db) =>
  db
    .select({ at: min(messages.nextAt) })
    .from(messages)
    .where(and(isOpen, eq(messages.state, 'queued')))
    .prepare(),
);
const byMessage = statement((db) =>
  db
    .select()
    .from(messages)
    .where(eq(messages.message, sql.placeholder('message')))
    .prepare(),
);
const slipByLabel = statement((db) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.label, sql.placeholder('label')), eq(messages.kind, 'slip')))
    .prepare(),
);
const inStates = statement((db) =>
  db
    .select({ state: messages.state, kind: messages.kind, messages: count(), since: min(messages.queuedAt) })
    .from(messages)
    .where(isOpen)
    .groupBy(messages.state, messages.kind)
    .prepare(),
);

/** Queues a message, in the transaction of the entry that it tells of. Without an address it is a letter. */
export function addMessage(
  tx: Tx,
  message: Pick<KnownMessage, 'position' | 'kind' | 'label' | 'accountNumber' | 'address'> & { at: number },
): void {
  insert(tx).run({ ...message, state: message.address === '' ? 'letter' : 'queued' });
}

/** The oldest message that is to be tried by now, or null. */
export function dueMessage(db: StationDb, now: number): KnownMessage | null {
  return due(db).get({ now }) ?? null;
}

/** When the next queued message is to be tried, or null when none is queued. */
export function nextMessageAt(db: StationDb): number | null {
  return earliest(db).get()?.at ?? null;
}

/** One message, or null. */
export function messageOf(db: StationDb, message: number): KnownMessage | null {
  return byMessage(db).get({ message }) ?? null;
}

/** The e-mail that bears a receipt's slip, or null. */
export function slipMessageOf(db: StationDb, label: string): KnownMessage | null {
  return slipByLabel(db).get({ label }) ?? null;
}

/** What is changed of a message: by a person, or by the program when `changedBy` is empty. */
export type MessageChange = {
  state: MessageState;
  at: number;
  changedBy: string;
  address?: string;
  attempts?: number;
  doubtful?: true;
  trouble?: MailTrouble | null;
  nextAt?: number;
};

/** Moves a message to another state. */
export function changeMessage(db: StationDb, message: number, { at, ...change }: MessageChange): void {
  const result = db
    .update(messages)
    .set({ ...change, changedAt: at })
    .where(eq(messages.message, message))
    .run();
  assert(result.changes === 1, `message ${message} was not there to change`);
}

/** What was on its way when the program stopped may have arrived. It goes out again, as the same message. */
export function messagesInterrupted(db: StationDb, at: number): void {
  db.update(messages)
    .set({ state: 'queued', doubtful: true, trouble: 'mail_in_doubt', nextAt: at, changedAt: at, changedBy: '' })
    .where(and(isOpen, eq(messages.state, 'sending')))
    .run();
}

/** Whether what an entry queued had gone out before its row was lost nobody knows: a person sends it again, or lets it be. */
export function messagesReplayed(tx: Tx, position: number): void {
  tx.update(messages)
    .set({ state: 'failed', doubtful: true, trouble: 'mail_in_doubt' })
    .where(and(eq(messages.position, position), eq(messages.state, 'queued')))
    .run();
}

/** Everything queued is due at once: another server may take what the last one did not. */
export function hastenMessages(db: StationDb, at: number): void {
  db.update(messages)
    .set({ nextAt: at })
    .where(and(isOpen, eq(messages.state, 'queued')))
    .run();
}

/** How many messages are in each open state, by kind, and since when the oldest is. */
export function openMessages(
  db: StationDb,
): { state: MessageState; kind: KnownMessage['kind']; messages: number; since: number }[] {
  return inStates(db)
    .all()
    .map((row) => ({ ...row, since: row.since ?? 0 }));
}

/** Messages for a list: those that are not over first, then the latest, at most so many. */
export function listedMessages(db: StationDb, limit: number): KnownMessage[] {
  const open = db.select().from(messages).where(isOpen).orderBy(desc(messages.message)).limit(limit).all();
  const over = db
    .select()
    .from(messages)
    .where(inArray(messages.state, ['sent', 'kept', 'posted', 'printed', 'dropped']))
    .orderBy(desc(messages.message))
    .limit(limit - open.length)
    .all();
  return [...open, ...over];
}
