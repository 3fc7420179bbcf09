import type { Entry } from './entry.ts';
import { HandoffKind, placeOf, transitAccount, unexplainedBy } from './handoff.ts';
import { type Cents, cents, negate, subtract } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** The office's half of a float that goes out of the safe (design §6). */
export function floatGiven(handoff: string, amount: Cents): Posting[] {
  return [...debit(transitAccount(handoff), amount), ...credit('safe', amount)];
}

/** A float that nobody took: as much as was counted of it lies in the safe again. */
export function floatTakenBack(handoff: string, counted: Cents): Posting[] {
  return [...debit('safe', counted), ...credit(transitAccount(handoff), counted)];
}

/** The office's half of what a drawer handed over: as much as was counted comes to where the office keeps it. */
export function handoffTaken(handoff: string, what: HandoffKind, batch: string, counted: Cents): Posting[] {
  // A drawer took this float before the office said that it had given one.
  if (what === 'float') return floatGiven(handoff, counted);
  return [...debit(placeOf(what, batch), counted), ...credit(transitAccount(handoff), counted)];
}

/** Both halves of a handoff, and what a second look found to be true. */
export type Settling = {
  handoff: string;
  what: HandoffKind;
  batch: string | null;
  given: Cents;
  counted: Cents;
  /** What the office counted of a float that it took back; null of all else. */
  returned: Cents | null;
  found: Cents;
};

/**
 * Empties the transit account of a handoff whose halves differ: who counted wrongly is put right by what was found, and
 * the rest is unexplained. Of a float the drawer's count stands, since its own journal holds it; the safe is put right,
 * also where it was taken back: then what was found is what came back.
 */
export function handoffSettled({ handoff, what, batch, ...counts }: Settling): Posting[] {
  return [
    ...signed(placeOf(what, batch ?? ''), putRight({ what, ...counts })),
    ...signed(unexplainedBy(what), missing({ what, ...counts })),
    ...signed(transitAccount(handoff), negate(leftBetween(counts))),
  ];
}

/** What one gave less what others counted of it. */
export function leftBetween({ given, counted, returned }: Omit<Found, 'what' | 'found'>): Cents {
  return subtract(subtract(given, counted), returned ?? cents(0));
}

type Found = Omit<Settling, 'handoff' | 'batch'>;

/** By how much the books of where the office keeps it are put right: what of a float never left lies in the safe again. */
export function putRight({ what, given, counted, returned, found }: Found): Cents {
  if (returned !== null) return subtract(found, returned);
  return what === 'float' ? subtract(given, found) : subtract(found, counted);
}

/** What is missing between two hands and nobody can explain; below zero where there is too much. */
export function missing({ what, given, counted, returned, found }: Found): Cents {
  if (returned !== null) return subtract(subtract(given, counted), found);
  return what === 'float' ? subtract(found, counted) : subtract(given, found);
}

/** A drawer's half of a handoff, as its station's entry posts it. */
export type Half = { handoff: string; step: 'given' | 'counted'; what: HandoffKind; cents: Cents };

/** The halves of handoffs that an entry posts: out of somebody's hands by a debit of transit, into them by a credit. */
export function halvesOf({ postings }: Pick<Entry, 'postings'>): Half[] {
  return postings
    .filter(({ account }) => account.startsWith('transit:'))
    .map(({ account, side, cents: amount }) => {
      const handoff = account.slice('transit:'.length);
      return {
        handoff,
        step: side === 'debit' ? 'given' : 'counted',
        what: kindOfHandoff(handoff),
        cents: cents(amount),
      };
    });
}

/** What passes hands by a handoff of that name. */
export function kindOfHandoff(handoff: string): HandoffKind {
  const word = /-D\d+-([a-z-]+?)(?:-\d+)?$/.exec(handoff)?.[1];
  // What the office issued ahead is named by its number alone.
  return HandoffKind.safeParse(word).data ?? 'float';
}

function signed(account: string, amount: Cents): Posting[] {
  return amount < 0 ? credit(account, negate(amount)) : debit(account, amount);
}
