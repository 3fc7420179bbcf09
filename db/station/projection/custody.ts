import type { CustodyKind } from '#domain/custodySlip';
import type { EntryOf } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import { addAttachmentUse } from '../attachments.ts';
import { addCustody } from '../custody.ts';
import type { Tx } from '../open.ts';
import { printSlip } from './slips.ts';

type Numbered = EntryOf<
  'no_sale' | 'cash_paid_in' | 'cash_paid_out' | 'change_swapped' | 'drawer_checked' | 'totals_read'
>;

/** A drop, numbered by its drawer, with its slip; the tray opens. */
export function cashDropped(tx: Tx, placed: Placed<'cash_dropped'>): void {
  const { drawer, number, handoff: label } = placed.entry.payload;
  addCustody(tx, { position: placed.position, kind: 'drop', label, drawer, epoch: placed.entry.epoch, number });
  printSlip(tx, placed, { document: 'drop', label, kick: true });
}

export const noSale = withTray('no-sale');
export const cashPaidIn = withTray('paid-in');
export const changeSwapped = withTray('swap');

/** Cash paid out, and the file that proves it. */
export function cashPaidOut(tx: Tx, placed: Placed<'cash_paid_out'>): void {
  withTray('paid-out')(tx, placed);
  addAttachmentUse(tx, { position: placed.position, sha256: placed.entry.payload.attachment.sha256 });
}

/** A look into a drawer by count. It leaves no paper. */
export function drawerChecked(tx: Tx, placed: Placed<'drawer_checked'>): void {
  numbered(tx, 'check', placed);
}

/** A look at what a drawer must hold, on paper. */
export function totalsRead(tx: Tx, placed: Placed<'totals_read'>): void {
  numbered(tx, 'x', placed);
  printSlip(tx, placed, { document: 'x', label: placed.entry.payload.label, kick: false });
}

/** What moves cash at a drawer, or only opens its tray: with a slip of its own. */
function withTray(kind: 'no-sale' | 'paid-in' | 'paid-out' | 'swap') {
  return (tx: Tx, placed: { entry: Numbered; position: number }): void => {
    numbered(tx, kind, placed);
    printSlip(tx, placed, { document: kind, label: placed.entry.payload.label, kick: true });
  };
}

function numbered(
  tx: Tx,
  kind: Exclude<CustodyKind, 'drop'>,
  { entry, position }: { entry: Numbered; position: number },
): void {
  const { drawer, number, label } = entry.payload;
  addCustody(tx, { position, kind, label, drawer, epoch: entry.epoch, number });
}
