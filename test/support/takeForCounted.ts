import { sql } from 'drizzle-orm';
import type { LedgerDb } from '#db/ledger/database';

/**
 * Takes every drawer of a district for closed, and all that it handed over for counted, so that its amounts are told.
 * Nothing is posted, and no journal says so: for tests of amounts alone.
 */
export async function takeForCounted(db: LedgerDb, district: string): Promise<void> {
  await db.inDistrict(district, 'write', async (tx) => {
    await tx.run(sql`
      INSERT INTO batch_steps (district_id, batch, step, person, at, series, epoch, sequence)
      SELECT district_id, batch, 'closed', cashier, opened_at, series, epoch, sequence FROM batches
      ON CONFLICT DO NOTHING`);
    await tx.run(sql`
      INSERT INTO handoff_steps (district_id, handoff, step, what, drawer, batch, person, cents, at, series, epoch, sequence)
      SELECT district_id, handoff, CASE step WHEN 'given' THEN 'counted' ELSE 'given' END, what, drawer, batch, person,
        cents, at, series, epoch, sequence FROM handoff_steps ON CONFLICT DO NOTHING`);
  });
}
