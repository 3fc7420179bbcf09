import { and, eq, sql } from 'drizzle-orm';
import type { StationDb } from './open.ts';
import { drawerSteps, entries } from './schema.ts';
import { statement } from './statement.ts';

const byLabel = statement((db) =>
  db
    .select({ position: drawerSteps.position })
    .from(drawerSteps)
    .innerJoin(entries, eq(entries.position, drawerSteps.position))
    .where(
      and(
        eq(drawerSteps.step, 'closed'),
        eq(sql`json_extract(${entries.text}, '$.payload.z.label')`, sql.placeholder('label')),
      ),
    )
    .prepare(),
);

/** The position of the close whose Z report bears a label, or null. There is one a drawer, so looking through them is quick. */
export function zPosition(db: StationDb, label: string): number | null {
  return byLabel(db).get({ label })?.position ?? null;
}
