import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { never } from '#domain/assert';
import { identity } from './identity.ts';
import type { StationDb, Tx } from './open.ts';
import { drawerSteps, drawers, receipts } from './schema.ts';
import { statement } from './statement.ts';

export type DrawerState = 'open' | 'parked' | 'counting' | 'counted' | 'closed';
export type KnownDrawer = typeof drawers.$inferSelect & { state: DrawerState };

/** A step of a drawer and the entry that tells it. */
export type DrawerStep = { position: number; step: (typeof drawerSteps.$inferSelect)['step'] };

const byLabel = statement((db) =>
  db
    .select()
    .from(drawers)
    .where(eq(drawers.drawer, sql.placeholder('drawer')))
    .prepare(),
);
const lastStep = statement((db) =>
  db
    .select({ step: drawerSteps.step })
    .from(drawerSteps)
    .where(eq(drawerSteps.drawer, sql.placeholder('drawer')))
    .orderBy(desc(drawerSteps.position))
    .limit(1)
    .prepare(),
);
const stepsOf = statement((db) =>
  db
    .select({ position: drawerSteps.position, step: drawerSteps.step })
    .from(drawerSteps)
    .where(eq(drawerSteps.drawer, sql.placeholder('drawer')))
    .orderBy(asc(drawerSteps.position))
    .prepare(),
);
const notClosed = statement((db) =>
  db
    .select()
    .from(drawers)
    .where(
      sql`${drawers.epoch} = (select epoch from station) and not exists (select 1 from ${drawerSteps} where ${drawerSteps.drawer} = ${drawers.drawer} and ${drawerSteps.step} = 'closed')`,
    )
    .orderBy(asc(drawers.position))
    .prepare(),
);
const lastNumber = statement((db) =>
  db
    .select({ number: drawers.number })
    .from(drawers)
    .where(eq(drawers.epoch, sql.placeholder('epoch')))
    .orderBy(desc(drawers.number))
    .limit(1)
    .prepare(),
);
const closes = statement((db) =>
  db
    .select({ position: drawerSteps.position })
    .from(drawerSteps)
    .where(eq(drawerSteps.step, 'closed'))
    .orderBy(desc(drawerSteps.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const closeOf = statement((db) =>
  db
    .select({ position: drawerSteps.position })
    .from(drawerSteps)
    .where(and(eq(drawerSteps.drawer, sql.placeholder('drawer')), eq(drawerSteps.step, 'closed')))
    .prepare(),
);
const lastCloseBy = statement((db) =>
  db
    .select({ position: drawerSteps.position })
    .from(drawerSteps)
    .innerJoin(drawers, eq(drawers.drawer, drawerSteps.drawer))
    .where(
      and(
        eq(drawerSteps.step, 'closed'),
        eq(drawers.cashier, sql.placeholder('cashier')),
        eq(drawers.epoch, sql.placeholder('epoch')),
      ),
    )
    .orderBy(desc(drawerSteps.position))
    .limit(1)
    .prepare(),
);
const receiptCount = statement((db) =>
  db
    .select({ receipts: count() })
    .from(receipts)
    .where(eq(receipts.drawer, sql.placeholder('drawer')))
    .prepare(),
);

/** The entry that closed a drawer; null while it is not closed. */
export function closePositionOf(db: StationDb, drawer: string): number | null {
  return closeOf(db).get({ drawer })?.position ?? null;
}

/**
 * One drawer with its state, which is its last step; null when there is none of that name. One that was left open in a former epoch
 * is closed here: its machine is gone, and the office ends it.
 */
export function drawerOf(db: StationDb, drawer: string): KnownDrawer | null {
  const row = byLabel(db).get({ drawer });
  if (!row) return null;
  const isLeft = row.epoch < (identity(db)?.epoch ?? 0);
  return { ...row, state: isLeft ? 'closed' : stateAfter(lastStep(db).get({ drawer })?.step) };
}

/** Every drawer of this station's epoch that is not closed, in order of opening. */
export function drawersNotClosed(db: StationDb): KnownDrawer[] {
  return notClosed(db)
    .all()
    .map((row) => ({ ...row, state: stateAfter(lastStep(db).get({ drawer: row.drawer })?.step) }));
}

/** The steps a drawer went through after it was opened, in order. */
export function stepsOfDrawer(db: StationDb, drawer: string): DrawerStep[] {
  return stepsOf(db).all({ drawer });
}

/** The number of the epoch's next drawer, counted without gaps. */
export function nextDrawerNumber(tx: Tx, epoch: number): number {
  return (lastNumber(tx).get({ epoch })?.number ?? 0) + 1;
}

export function addDrawer(tx: Tx, drawer: typeof drawers.$inferInsert): void {
  tx.insert(drawers).values(drawer).run();
}

export function addDrawerStep(tx: Tx, drawer: string, position: number, step: DrawerStep['step']): void {
  tx.insert(drawerSteps).values({ drawer, position, step }).run();
}

/** Positions of the last closes of this station, latest first. */
export function lastCloses(db: StationDb, limit: number): number[] {
  return closes(db)
    .all({ limit })
    .map((row) => row.position);
}

/** The entry by which a cashier last closed a drawer in an epoch; null before the first. */
export function lastCloseOf(db: StationDb, cashier: string, epoch: number): number | null {
  return lastCloseBy(db).get({ cashier, epoch })?.position ?? null;
}

/** How many receipts were issued in a drawer, void ones included. */
export function receiptsInDrawer(db: StationDb, drawer: string): number {
  return receiptCount(db).get({ drawer })?.receipts ?? 0;
}

function stateAfter(step: DrawerStep['step'] | undefined): DrawerState {
  switch (step) {
    case undefined:
    case 'unparked':
    case 'left':
      return 'open';
    case 'parked':
    case 'counting':
    case 'counted':
    case 'closed':
      return step;
    default:
      return never(step);
  }
}
