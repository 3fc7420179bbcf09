import { eq } from 'drizzle-orm';
import type { StationDb, Tx } from './open.ts';
import { approvals, approvalUses } from './schema.ts';

export type KnownApproval = typeof approvals.$inferSelect;

/** Keeps a second person's yes to a mark. */
export function addApproval(db: StationDb, approval: KnownApproval): void {
  db.insert(approvals).values(approval).run();
}

/** An approval and whether it was used, or null. */
export function approvalOf(db: StationDb, approval: string): (KnownApproval & { used: boolean }) | null {
  const row = db.select().from(approvals).where(eq(approvals.approval, approval)).get();
  if (!row) return null;
  return {
    ...row,
    used: db.select().from(approvalUses).where(eq(approvalUses.approval, approval)).get() !== undefined,
  };
}

/** Spends an approval on the entry it was for. */
export function spendApproval(tx: Tx, approval: string, position: number): void {
  tx.insert(approvalUses).values({ approval, position }).run();
}
