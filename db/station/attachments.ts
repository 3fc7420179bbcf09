import { and, asc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { attachments, attachmentsSent, attachmentUses } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';
import { entries } from './schema.ts';
import type { SyncState } from './syncState.ts';

export type KnownAttachment = typeof attachments.$inferSelect;

/** How long a file waits for an entry that names it. */
const WAITS_MS = 24 * 60 * 60 * 1000;

/** Keeps a file's bytes once, whoever attaches it again, and lets go of those that no entry ever named. */
export function keepAttachment(tx: Tx, attachment: KnownAttachment): void {
  const isUsed = sql`exists (select 1 from ${attachmentUses} where ${attachmentUses.sha256} = ${attachments.sha256})`;
  tx.delete(attachments)
    .where(sql`${attachments.keptAt} < ${attachment.keptAt - WAITS_MS} and not ${isUsed}`)
    .run();
  tx.insert(attachments).values(attachment).onConflictDoNothing().run();
}

/** A file that is kept here, by the hash of its bytes; or null. */
export function attachmentOf(db: StationDb, sha256: string): KnownAttachment | null {
  return db.select().from(attachments).where(eq(attachments.sha256, sha256)).get() ?? null;
}

/** Says which entry a file proves. From then on it stays. */
export function addAttachmentUse(tx: Tx, use: typeof attachmentUses.$inferInsert): void {
  tx.insert(attachmentUses).values(use).run();
}

/** An entry that names a file, and whether the ledger said that it has it. */
export type AttachmentUse = { position: number; epoch: number; sequence: number; sha256: string; isSent: boolean };

/**
 * Entries that name files and that the ledger has acknowledged, in order, after one of them: those whose file it has not
 * said to have, or at a check all of them. A file that several entries name comes with each.
 */
export function acknowledgedUses(
  db: StationDb,
  { acknowledgedEpoch, acknowledgedSequence }: SyncState,
  { after, isCheck, most }: { after: number; isCheck: boolean; most: number },
): AttachmentUse[] {
  const isAcknowledged = or(
    lt(entries.epoch, acknowledgedEpoch),
    and(eq(entries.epoch, acknowledgedEpoch), lte(entries.sequence, acknowledgedSequence)),
  );
  const isAsked = isCheck ? undefined : isNull(attachmentsSent.sha256);
  return (
    db
      .select({
        ...{ position: attachmentUses.position, epoch: entries.epoch, sequence: entries.sequence },
        ...{ sha256: attachmentUses.sha256, isSent: sql`${attachmentsSent.sha256} is not null`.mapWith(Boolean) },
      })
      .from(attachmentUses)
      // A file that was lost here is nobody's to send.
      .innerJoin(attachments, eq(attachments.sha256, attachmentUses.sha256))
      .innerJoin(entries, eq(entries.position, attachmentUses.position))
      .leftJoin(attachmentsSent, eq(attachmentsSent.sha256, attachmentUses.sha256))
      .where(and(gt(attachmentUses.position, after), isAcknowledged, isAsked))
      .orderBy(asc(attachmentUses.position))
      .limit(most)
      .all()
  );
}

/** Whether the ledger said that it has a file. */
export function isAttachmentSent(db: StationDb, sha256: string): boolean {
  return db.select().from(attachmentsSent).where(eq(attachmentsSent.sha256, sha256)).get() !== undefined;
}

/** Writes down the ledger's word of a file: that it has it, since an instant; or, with null, that it has not. */
export function markSent(tx: Tx, sha256: string, sentAt: number | null): void {
  if (sentAt === null) tx.delete(attachmentsSent).where(eq(attachmentsSent.sha256, sha256)).run();
  else tx.insert(attachmentsSent).values({ sha256, sentAt }).onConflictDoNothing().run();
}

/** Takes back the ledger's word of every file: it was restored, and is asked anew for each. */
export function forgetSent(db: StationDb): void {
  db.delete(attachmentsSent).run();
}
