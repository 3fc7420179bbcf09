/*
 * What the people know, whatever the machines say: every paper in a customer's hand, and every coin and check in a tray.
 */

/** A slip that somebody was given. */
export type Paper = {
  label: string;
  series: string;
  drawer: string;
  accountNumber: string;
  cents: number;
  cash: number;
  checks: Check[];
  card: number;
  /** How much of it was given back; all of it when it is void. */
  backCents: number;
  isVoid: boolean;
  /** A tender of it was put right: it can be void no more. */
  isCorrected: boolean;
};
export type Check = { checkNumber: string; cents: number };

/** What lies in a tray, as whoever looks into it would count it. */
export type Tray = {
  drawer: string;
  series: string;
  floatCents: number;
  cash: number;
  checks: Check[];
  card: number;
  drops: number[];
  isOpen: boolean;
  /** What its close handed over, once it is closed. */
  given: { cash: number; float: number; checks: Check[] } | null;
};

/** A command that somebody gave, and what was answered, if an answer came. */
export type Given = {
  series: string;
  person: string;
  name: string;
  input: { commandId: string };
  reply?: unknown;
};

export type Oracle = {
  papers: Paper[];
  trays: Tray[];
  /** The last command of each station, to be told again. */
  last: Map<string, Given>;
  /** Commands of the office of which nobody knows whether they were done. */
  unknown: Given[];
  /** Number of the next check, which no other bears. */
  nextCheck: number;
};

export function createOracle(): Oracle {
  return { papers: [], trays: [], last: new Map(), unknown: [], nextCheck: 7_001 };
}

/** What a customer has paid on an account and not had back. */
export function paidOn({ papers }: Oracle, accountNumber: string): number {
  return papers
    .filter((paper) => paper.accountNumber === accountNumber)
    .reduce((sum, paper) => sum + paper.cents - paper.backCents, 0);
}

/** The tray that is open at a station. */
export function openTrayAt({ trays }: Oracle, series: string): Tray | undefined {
  return trays.find((tray) => tray.series === series && tray.isOpen);
}
