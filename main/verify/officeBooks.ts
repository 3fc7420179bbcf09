import type { Movements } from './movements.ts';
import { complain, type Fields, sum } from './reading.ts';

/** What is taken to the bank, in the order in which it is told. */
export const BANK_TENDERS = ['cash', 'check', 'money-order'] as const;
export type BankTender = (typeof BANK_TENDERS)[number];

/** The office's half of a handoff. */
export type OfficeHandoff = {
  what: string;
  drawer: string | null;
  batch: string | null;
  cents: number;
  by: string;
  /** Of a float that was issued: what came back of it, and who counted that. */
  back: { cents: number; by: string } | null;
  /** `without_drawer`: before one was known to have taken it after all. */
  settled: 'no' | 'without_drawer' | 'yes';
};

/** What a deposit holds of one tender of one batch; by fund where its account takes so. */
export type Part = { batch: string; tender: BankTender; cents: number; funds: Movements };

/** A check in a deposit. */
export type Paper = { key: string; tender: BankTender; cents: number };

/** A deposit on its way to the bank. */
export type OfficeDeposit = {
  name: string;
  preparer: string;
  witness: string | null;
  parts: readonly Part[];
  /** What is in it, as two counts or the last one that settled some have it; until then the papers are all its batches’. */
  pieces: Fields;
  papers: readonly Paper[];
  /** The first count. */
  first: { pieces: Fields; papers: readonly Paper[] };
  /** Null where its checks are sent as images. */
  seal: string | null;
  /** The first of two recounts after its seal was broken, until it is made once more. */
  recount: { by: string; pieces: Fields; papers: readonly Paper[]; second: string | null } | null;
  /** What papers that are missing had paid of each fund. */
  gone: Movements;
  state: 'prepared' | 'differs' | 'made' | 'handed' | 'broken' | 'recounted' | 'recount_differs';
};

/** Where a journal (`W3 1`) is sealed. */
export type OfficeSeal = { journal: string; sequence: number; hash: string };

/** What must be remembered of the office's journal to check the next entry. */
export type OfficeBooks = {
  /** Debits − credits of every account of this journal that is not zero. */
  balances: Map<string, number>;
  handoffs: Map<string, OfficeHandoff>;
  /** Drawers that the office ended. */
  ended: Set<string>;
  /** How far entries were added to a station's chain, by its name and epoch. */
  adopted: Map<string, number>;
  /** Strays that were left as they are. */
  dismissed: Set<string>;
  /** Entries that were not applied and were explained. */
  parkedExplained: Set<string>;
  /** What those handed over: the drawer's half, told by the office. */
  given: Map<string, { cents: number; by: string }>;
  /** Batches that were approved or sent back last. */
  batches: Map<string, 'approved' | 'sent_back'>;
  /** In how many deposits each `batch tender` is: in several where accounts take it by fund. */
  deposited: Map<string, number>;
  /** Those that the bank has not confirmed. */
  deposits: Map<string, OfficeDeposit>;
  /** Those that it has confirmed: what each held, and in which of the county's funds that ended, if there. */
  confirmed: Map<string, { deposit: OfficeDeposit; held: number; moved: Movements }>;
  /** Those whose lateness is explained. */
  explained: Set<string>;
  bags: Set<string>;
  /** When the paper may go of checks that were sent as images, and what it comes to; none once it is destroyed. */
  images: Map<string, { destroyAfter: string; items: number; cents: number; isConfirmed: boolean }>;
  /** How far each journal (`W3 1`) is sealed by the last close of days. */
  seals: Map<string, OfficeSeal>;
  /** What stations sealed by themselves, by day and journal. */
  stationSeals: Map<string, Map<string, OfficeSeal>>;
  lastClose: { number: number; day: string | null };
  /** The days of the closes, in their order. */
  closeDays: string[];
  /** What went out to finance last, and the last close in it. */
  lastExport: { number: number; close: number };
  lastFloat: number;
  lastSafeCount: number;
  /** The count of the safe that is not done, who counted so far, and whether the first differed. */
  safeCount: { count: string; by: string[]; differs: boolean } | null;
  lastChangeOrder: number;
  lastDeposit: number;
  movedCents: number;
};

export function emptyOffice(): OfficeBooks {
  return {
    balances: new Map(),
    handoffs: new Map(),
    ended: new Set(),
    adopted: new Map(),
    dismissed: new Set(),
    parkedExplained: new Set(),
    given: new Map(),
    batches: new Map(),
    deposited: new Map(),
    deposits: new Map(),
    confirmed: new Map(),
    explained: new Set(),
    bags: new Set(),
    images: new Map(),
    seals: new Map(),
    stationSeals: new Map(),
    lastClose: { number: 0, day: null },
    closeDays: [],
    lastExport: { number: 0, close: 0 },
    safeCount: null,
    ...{ lastFloat: 0, lastSafeCount: 0, lastChangeOrder: 0, lastDeposit: 0, movedCents: 0 },
  };
}

export function balanceOf(books: OfficeBooks, account: string): number {
  return books.balances.get(account) ?? 0;
}

/** The sum of all accounts that begin so. */
export function balanceUnder(books: OfficeBooks, begin: string): number {
  return sum([...books.balances].map(([account, cents]) => (account.startsWith(begin) ? cents : 0)));
}

/** The deposit of that name, in that state. */
export function depositIn(books: OfficeBooks, name: string, ...states: OfficeDeposit['state'][]): OfficeDeposit {
  const deposit = books.deposits.get(name);
  if (deposit === undefined) complain(`Deposit ${name} was never prepared, or is confirmed already.`);
  if (!states.includes(deposit.state)) complain(`Deposit ${name} is ${deposit.state}, which does not allow this.`);
  return deposit;
}
