import { asc, eq, sql } from 'drizzle-orm';
import { drawersElsewhere } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';
import { statement } from './statement.ts';

/** A drawer that is open at another station, as far as this one has heard. */
export type DrawerElsewhere = typeof drawersElsewhere.$inferSelect;

const ofPerson = statement((db) =>
  db
    .select({ station: drawersElsewhere.station, drawer: drawersElsewhere.drawer })
    .from(drawersElsewhere)
    .where(eq(drawersElsewhere.person, sql.placeholder('person')))
    .orderBy(asc(drawersElsewhere.station))
    .limit(1)
    .prepare(),
);

/** Keeps what the ledger told of a drawer. A station has one of a person at a time, so the newer stands for the older. */
export function storeDrawerElsewhere(tx: Tx, { isOpen, ...drawer }: DrawerElsewhere & { isOpen: boolean }): void {
  const { station, person } = drawersElsewhere;
  if (isOpen)
    tx.insert(drawersElsewhere)
      .values(drawer)
      .onConflictDoUpdate({ target: [station, person], set: { drawer: drawer.drawer } })
      .run();
  else tx.delete(drawersElsewhere).where(eq(drawersElsewhere.drawer, drawer.drawer)).run();
}

/** The drawer that a person has open at another station, or null. */
export function drawerElsewhereOf(db: StationDb, person: string): Omit<DrawerElsewhere, 'person'> | null {
  return ofPerson(db).get({ person }) ?? null;
}
