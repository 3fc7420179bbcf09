import type { EntryOf } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import { addDrawer, addDrawerStep, type DrawerStep } from '../drawers.ts';
import type { Tx } from '../open.ts';
import { printSlip } from './slips.ts';

/** The kinds that tell of a drawer no more than which step it took. */
type Step = 'drawer_parked' | 'drawer_unparked' | 'count_started' | 'count_left' | 'drawer_counted';

/** A drawer, as it was opened. */
export function drawerOpened(tx: Tx, { entry, position }: Placed<'drawer_opened'>): void {
  const { epoch, businessDay, recordedAt: openedAt } = entry;
  const { drawer, number, batch, cashier, floatCents, handoff = null } = entry.payload;
  addDrawer(tx, { drawer, epoch, number, batch, cashier, businessDay, floatCents, openedAt, position, handoff });
}

/** A step of a drawer on its way from float to close. */
export function drawerStepped(step: Exclude<DrawerStep['step'], 'closed'>) {
  return (tx: Tx, { entry, position }: { entry: EntryOf<Step>; position: number }): void =>
    addDrawerStep(tx, entry.payload.drawer, position, step);
}

/** The last step of a drawer, and its Z report on paper. */
export function drawerClosed(tx: Tx, placed: Placed<'drawer_closed'>): void {
  const { drawer, z } = placed.entry.payload;
  addDrawerStep(tx, drawer, placed.position, 'closed');
  printSlip(tx, placed, { document: 'z', label: z.label, kick: false });
}
