import { eq, sql } from 'drizzle-orm';
import { attachments, attachmentUses } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';

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
