import type { PileKind } from '../screens/count/pile.ts';
import { say } from './en.ts';

type Words = {
  name: string;
  pieces: (count: number) => string;
  number: string;
  numberOf: string;
  amountOf: (pass: number) => string;
  takeBack: (place: number, pass: number) => string;
  lookAgain: (place: number) => string;
  entry: string;
  amount: string;
  settle: string;
};

/** Piles of paper in a drawer, each counted in two passes. */
const kinds: Record<PileKind, Words> = {
  checks: {
    name: 'Checks',
    pieces: (count) => say.plural(count, 'check', 'checks'),
    number: '№',
    numberOf: 'Number of the next check',
    amountOf: (pass) => `Amount of the next check, pass ${pass}`,
    takeBack: (place, pass) => `Take back check ${place} of pass ${pass}`,
    lookAgain: (place) => `Look at check ${place} again.`,
    entry: 'Finish the check being entered',
    amount: 'The amount of a check cannot be right',
    settle: 'Settle the check that is not in pass 1',
  },
  moneyOrders: {
    name: 'Money orders',
    pieces: (count) => say.plural(count, 'money order', 'money orders'),
    number: 'Serial',
    numberOf: 'Serial of the next money order',
    amountOf: (pass) => `Amount of the next money order, pass ${pass}`,
    takeBack: (place, pass) => `Take back money order ${place} of pass ${pass}`,
    lookAgain: (place) => `Look at money order ${place} again.`,
    entry: 'Finish the money order being entered',
    amount: 'The amount of a money order cannot be right',
    settle: 'Settle the money order that is not in pass 1',
  },
};

export const piles = {
  kinds,
  twoPasses: 'two passes over the same pile, in any order',
  pass: (pass: number) => `Pass ${pass}`,
  notIn: (cents: string) => `${cents} is not in pass 1.`,
  alike: (number: string, one: number, other: number) =>
    `№ ${number} stands in rows ${one} and ${other}. Take one back if it is the same paper.`,
  again: (pieces: string) => `Enter ${pieces} again in pass 2`,
  toEnter: (pieces: string, settle: number) => `${pieces} to enter, ${settle} to settle`,
  nothing: 'A paper in the pile is worth something. Read its amount again.',
  unread: 'What was scanned has no number of a check. Type its number and its amount.',
  agree: 'Both passes agree.',
  none: 'No checks or money orders entered.',
} as const;
