import type { Checker } from './checker.ts';
import { enterOffice } from './enterOffice.ts';
import { balanceOf, balanceUnder, emptyOffice } from './officeBooks.ts';
import { agree, amount, countOf } from './reading.ts';

/** The office's journal: one series, and one epoch. */
export const OFFICE_SERIES = 'L';

/** For the journal of the office. */
export function officeChecker(): Checker {
  const books = emptyOffice();
  return {
    whose: 'the office',
    enter(entry) {
      agree('epoch', entry.epoch, 1);
      enterOffice(books, entry);
    },
    // It has one.
    beginEpoch() {},
    numbered: () =>
      `${countOf(books.lastFloat, 'issued float', 'issued floats')}, ${countOf(books.lastDeposit, 'deposit', 'deposits')}, ${countOf(books.lastClose.number, 'close of days', 'closes of days')} and ${countOf(books.lastExport.number, 'GL export', 'GL exports')}`,
    balanced() {
      const differs = [...books.handoffs.values()].filter(({ settled }) => settled !== 'no').length;
      const ended =
        books.ended.size === 0
          ? ''
          : ` ${countOf(books.ended.size, 'drawer was', 'drawers were')} ended by the office.`;
      return `debits and credits are ${amount(books.movedCents)} each. ${countOf(books.handoffs.size, 'handoff has', 'handoffs have')} the office’s half, ${differs} settled by a third count.${ended}`;
    },
    totals: () =>
      `the safe holds ${amount(balanceOf(books, 'safe'))} of a change fund of ${amount(-balanceOf(books, 'change-fund'))}, ${amount(balanceUnder(books, 'undeposited:'))} waits for its deposit, ${amount(balanceUnder(books, 'deposit:'))} is in deposits`,
  };
}
