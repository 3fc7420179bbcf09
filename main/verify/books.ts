import { complain } from './reading.ts';
import type { IssuedReceipt } from './receipts.ts';

/** One drawer that is not closed, and all that its close must agree with. */
export type Drawer = {
  name: string;
  batch: string;
  cashier: string;
  businessDay: string;
  openedAt: number;
  floatCents: number;
  state: 'open' | 'parked' | 'counting' | 'counted';
  /** Who counted it, in order. */
  countedBy: string[];
  lastCount: string;
  /** Receipts that stand, by label. */
  receipts: Map<string, IssuedReceipt>;
  issued: { count: number; cents: number; first: string | null; last: string | null };
  voided: { count: number; cents: number };
  /** How many drops went to the safe. */
  drops: number;
};

/** Of each receipt of an epoch, by its number: its entry, how much of it still stands, and its rounding. */
export type IssuedInEpoch = { at: number[]; standingCents: number[]; roundingCents: number[] };

/** What must be remembered of a journal to check the next entry: never more than the drawers that are open. */
export type Books = {
  firstEpoch: number;
  drawers: Map<string, Drawer>;
  /** Debits − credits of every account of an open drawer. */
  balances: Map<string, number>;
  lastDrawer: number;
  /** By cashier, the float that was returned at the last close of this epoch, and of which drawer. */
  returned: Map<string, { drawer: string; cents: number }>;
  /** The yeses that entries of this epoch spent, each once. */
  approvals: Set<string>;
  /** Floats of the office that drawers took. */
  floats: Set<string>;
  lastReceipt: number;
  /** The receipts of each epoch: an undoing may come in a later one. */
  issued: Map<number, IssuedInEpoch>;
  /** The last number of each kind of undoing. */
  lastUndo: { C: number; V: number; R: number };
  lastSuspension: number;
  /** The last number of each kind of cash that is no receipt. */
  lastCustody: Record<'N' | 'I' | 'O' | 'S' | 'K' | 'X', number>;
  /** Payments that are set aside. */
  suspended: Set<string>;
  /** Null while no Z report was seen in a journal that begins with a later epoch: those before it are not here. */
  lastZ: { number: number; grandTotalCents: number } | null;
  /** What had been issued when it was made: the grand total is the whole station's, not one drawer's. */
  issuedCentsAtLastZ: number;
  receipts: number;
  voids: number;
  closes: number;
  issuedCents: number;
  voidedCents: number;
  movedCents: number;
};

export function emptyBooks(firstEpoch: number): Books {
  return {
    firstEpoch,
    drawers: new Map(),
    balances: new Map(),
    lastDrawer: 0,
    returned: new Map(),
    approvals: new Set(),
    floats: new Set(),
    lastReceipt: 0,
    issued: new Map(),
    lastUndo: { C: 0, V: 0, R: 0 },
    lastSuspension: 0,
    lastCustody: { N: 0, I: 0, O: 0, S: 0, K: 0, X: 0 },
    suspended: new Set(),
    lastZ: firstEpoch === 1 ? { number: 0, grandTotalCents: 0 } : null,
    issuedCentsAtLastZ: 0,
    ...{ receipts: 0, voids: 0, closes: 0, issuedCents: 0, voidedCents: 0, movedCents: 0 },
  };
}

/** In a new epoch receipts and drawers begin at 1 again; Z reports and the grand total go on. */
export function beginEpoch(books: Books): void {
  books.lastDrawer = 0;
  books.returned.clear();
  books.approvals.clear();
  books.lastReceipt = 0;
  books.lastUndo = { C: 0, V: 0, R: 0 };
  books.lastSuspension = 0;
  books.lastCustody = { N: 0, I: 0, O: 0, S: 0, K: 0, X: 0 };
}

/** The drawer of that name, in that state. */
export function openDrawer(books: Books, name: string, ...states: Drawer['state'][]): Drawer {
  const drawer = books.drawers.get(name);
  if (drawer === undefined) complain(`Drawer ${name} is not open.`);
  if (!states.includes(drawer.state)) complain(`Drawer ${name} is ${drawer.state}, which does not allow this.`);
  return drawer;
}

/** The receipts of an epoch. */
export function issuedIn(books: Books, epoch: number): IssuedInEpoch {
  const there = books.issued.get(epoch) ?? { at: [], standingCents: [], roundingCents: [] };
  books.issued.set(epoch, there);
  return there;
}
