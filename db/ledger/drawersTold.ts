import { sql } from 'drizzle-orm';
import type { BatchesTold } from './batches.ts';
import type { LedgerTx } from './database.ts';
import type { DrawerOf } from './drawersOpen.ts';
import type { FeedPlace } from './feed.ts';
import type { StationKey } from './stations.ts';

/**
 * Notes for the feed which drawers of a station opened and which are closed by now. What opened and closed between two
 * runs is no news to anybody, and of a drawer that is unknown nobody was told.
 * @param version of the change that is being made
 */
export async function tellDrawers(
  tx: LedgerTx,
  { district, series }: StationKey,
  { opened, steps }: BatchesTold,
  version: number,
): Promise<void> {
  const begun = opened.map(({ batch }) => batch);
  const closed = steps.filter(({ step }) => step === 'closed').map(({ batch }) => batch);
  const news = [
    ...begun.filter((batch) => !closed.includes(batch)).map((batch) => ({ batch, step: 'opened' })),
    ...closed.filter((batch) => !begun.includes(batch)).map((batch) => ({ batch, step: 'closed' })),
  ];
  const column = (name: 'batch' | 'step') => sql.param(news.map((one) => one[name]));
  await tx.run(sql`
    INSERT INTO drawers_told (district_id, batch, step, series, version)
    SELECT ${district}::text, batch, step, ${series}::text, ${version}::bigint
    FROM unnest(${column('batch')}::text[], ${column('step')}::text[]) AS fresh (batch, step)
    WHERE EXISTS (SELECT FROM batches b WHERE b.district_id = ${district} AND b.batch = fresh.batch)
    ON CONFLICT DO NOTHING`);
}

/** Whether entries of a run tell that a drawer opened or closed. */
export function isAboutDrawers({ opened, steps }: BatchesTold): boolean {
  return opened.length > 0 || steps.some(({ step }) => step === 'closed');
}

/**
 * Tells the other stations that nobody can close the drawers any more that a station left open when it was enrolled anew.
 * @param version of the change that is being made
 */
export async function tellDrawersLeft(
  tx: LedgerTx,
  { district, series, epoch }: StationKey,
  version: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO drawers_told (district_id, batch, step, series, version)
    SELECT t.district_id, t.batch, 'closed', t.series, ${version}::bigint
    FROM drawers_told t JOIN batches b USING (district_id, batch)
    WHERE t.district_id = ${district} AND t.series = ${series} AND t.step = 'opened' AND b.epoch < ${epoch}
    ON CONFLICT DO NOTHING`);
}

/** A drawer as other stations are told of it. */
export type DrawerTold = DrawerOf & { isOpen: boolean };

/** What stands at some places of the feed, by its version and batch. */
export async function drawersAt(
  tx: LedgerTx,
  district: string,
  places: readonly FeedPlace[],
): Promise<Map<string, DrawerTold>> {
  const rows = await tx.rows<DrawerTold & { batch: string; version: number }>(sql`
    SELECT b.batch, t.version, b.drawer, b.series AS station, b.cashier AS person, t.step = 'opened' AS "isOpen"
    FROM drawers_told t JOIN batches b USING (district_id, batch)
    WHERE t.district_id = ${district} AND t.batch = ANY(${sql.param(places.map(({ key }) => key))}::text[])`);
  return new Map(rows.map(({ batch, version, ...drawer }) => [`${version} ${batch}`, drawer]));
}
