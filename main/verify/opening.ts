import type { Books } from './books.ts';
import type { Entry } from './chain.ts';
import { agree, canonical, complain, list } from './reading.ts';

/** What an opening tells beside its float: drawers left open, what was returned last, and what was agreed to. */
export function openingAgrees(books: Books, entry: Entry, floatCents: number): void {
  const { payload, approver, actor } = entry;
  const left = payload.left === undefined ? [] : list(payload.left, 'left');
  for (const name of left) {
    const drawer = books.drawers.get(String(name));
    if (drawer === undefined) complain(`Drawer ${String(name)} is not open, and cannot be left open.`);
    if (drawer.cashier === actor) complain(`${actor} has drawer ${drawer.name} open already.`);
  }
  if (payload.mark !== undefined && !/^[0-9a-f]{64}$/.test(String(payload.mark))) complain('The mark is no hash.');
  if (left.length > 0 !== (payload.mark !== undefined))
    complain('Drawers left open and their mark must both be there.');
  if (left.length > 0 && approver === null) complain('Nobody approved that drawers are left open.');
  const last = books.returned.get(actor);
  const differs = last !== undefined && last.cents !== floatCents ? last : undefined;
  agree('returned', canonical(payload.returned ?? null), canonical(differs ?? null));
}
