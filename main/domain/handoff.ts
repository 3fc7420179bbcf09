import * as z from 'zod';
import { undepositedAccount } from './bankTender.ts';

/** What passes from one person's hands into another's (design §6, Postings). */
export const HandoffKind = z.enum(['float', 'float-return', 'cash', 'check', 'money-order', 'drop']);
export type HandoffKind = z.infer<typeof HandoffKind>;

/** A handoff's name, which its transit account bears too: `W3-D0012-cash`, `W3-D0012-drop-1`, `L-F0012`. */
export const HandoffLabel = z
  .string()
  .regex(/^[A-Z][A-Z0-9.]*-[A-Za-z0-9-]{1,30}$/, { error: 'must be the name of a handoff, such as W3-D0012-cash' });

/** A float that the office issued ahead. */
export const FloatLabel = z.string().regex(/^L-F\d{4,9}$/, { error: 'must be the name of a float, such as L-F0012' });

/** Where money stands between one person's hands and the next: zero when both have said the same. */
export function transitAccount(handoff: string): string {
  return `transit:${handoff}`;
}

/** What a drawer hands over by itself, at its opening and its close. A drop bears its number after the word. */
export function drawerHandoff(drawer: string, what: HandoffKind): string {
  return `${drawer}-${what}`;
}

/** One drop of a drawer: `W3-D0012-drop-1`. */
export function dropHandoff(drawer: string, number: number): string {
  return `${drawerHandoff(drawer, 'drop')}-${number}`;
}

/** Checks and money orders are counted by the piece and their total, cash by its denominations. */
export function isPaper(what: HandoffKind): what is 'check' | 'money-order' {
  return what === 'check' || what === 'money-order';
}

/** Where the office keeps what it has counted: a float lies in the safe, all else waits for its deposit. */
export function placeOf(what: HandoffKind, batch: string): string {
  switch (what) {
    case 'float':
    case 'float-return':
      return 'safe';
    case 'cash':
    case 'drop':
      return undepositedAccount(batch, 'cash');
    case 'check':
    case 'money-order':
      return undepositedAccount(batch, what);
  }
}

/** Where a handoff's difference goes that nobody can explain: cash is over or short, paper differs. */
export function unexplainedBy(what: HandoffKind): string {
  return isPaper(what) ? `difference:${what}` : 'over-short';
}

/** Whose count is whose: a float goes from the office to a drawer, all else from a drawer to the office. */
export function bySide<C>(of: { what: HandoffKind; givenCents: C; countedCents: C }): {
  drawerCents: C;
  officeCents: C;
} {
  const { what, givenCents, countedCents } = of;
  return what === 'float'
    ? { drawerCents: countedCents, officeCents: givenCents }
    : { drawerCents: givenCents, officeCents: countedCents };
}
