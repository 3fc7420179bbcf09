import { type BusinessDay, dayWords } from './businessDay.ts';
import type { DrawerTender } from './tender.ts';
import type { TieWhy } from './tie.ts';

/** What a break of the tie is told by: its papers, its sign, and the day with which it stands. */
export type BreakTold = {
  why: TieWhy;
  tender: DrawerTender | null;
  batch: string | null;
  deposit: string | null;
  document: string | null;
  day: BusinessDay | null;
  cents: number;
};

type Sentence = (of: BreakTold & { paper: string; bag: string }) => string;

/** One break of the tie in a sentence that names the paper where it stands; its amount stands beside. */
export function breakSentence(told: BreakTold): string {
  const paper = told.document ?? told.batch ?? told.deposit ?? '';
  const bag = told.document === null ? String(told.deposit) : `bag ${told.document} (${told.deposit})`;
  return SENTENCES[told.why]({ ...told, paper, bag });
}

const SENTENCES: Readonly<Record<TieWhy, Sentence>> = {
  correction: ({ paper }) => `Put right after the count by ${paper}`,
  reversal: ({ paper }) => `Reversed after the count by ${paper}`,
  refund: ({ paper }) => `Refunded out of the drawer by ${paper}`,
  paid_in: ({ paper }) => `Paid in by ${paper}`,
  paid_out: ({ paper }) => `Paid out by ${paper}`,
  over_short: ({ paper, cents }) => `${cents > 0 ? 'Over' : 'Short'} at the count of ${paper}`,
  difference: ({ paper }) => `Counted otherwise at the close of ${paper}`,
  float: ({ paper, cents }) =>
    cents > 0 ? `Taken from the float of ${paper}` : `Returned beyond the float of ${paper}`,
  handoff: ({ paper, cents }) => `${cents > 0 ? 'Too much' : 'Lost'} on the way to the office: ${paper}`,
  handoff_open: ({ paper }) => `Counted otherwise by the office, not settled yet: ${paper}`,
  not_deposited: ({ paper }) => `Not deposited yet: ${paper}`,
  in_bag: ({ bag }) => `In ${bag} until two counts agree`,
  not_counted: ({ paper, tender, batch, deposit }) =>
    `${tender === 'check' ? 'Check' : 'Money order'} ${paper} in ${deposit} was not counted at the close of ${batch}`,
  deposit_count: ({ bag, cents }) => `${cents > 0 ? 'Too much' : 'Missing'} in ${bag}`,
  count_elsewhere: ({ deposit, day }) => `${deposit} was counted otherwise: that stands with ${wordsOf(day)}`,
  on_its_way: ({ deposit }) => `Not confirmed yet: ${deposit}`,
  clearing: () => 'Cards that no statement has told yet',
  bank: ({ deposit }) => `Confirmed with another amount: ${deposit}`,
  bank_elsewhere: ({ deposit, day }) =>
    `${deposit} was confirmed with another amount: that stands with ${wordsOf(day)}`,
  unexplained: ({ paper }) => `Unexplained: ${paper}`,
};

function wordsOf(day: BusinessDay | null): string {
  return day === null ? 'another day' : dayWords(day);
}
