import { type DepositMade, depositsOnTheWayAt } from '#db/ledger/dayEnd';
import type { Cell, ReportColumn, ReportNote } from '#domain/report';
import { standsAt } from './dayEnd.ts';
import { bankAccountName } from './deposits.ts';
import { pageOf, type ReportAt, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Deposit', kind: 'label', opens: 'deposit' },
  { name: 'Bank account', kind: 'text' },
  { name: 'Bag', kind: 'text' },
  { name: 'Made', kind: 'day' },
  { name: 'At the bank', kind: 'day' },
  { name: 'Total', kind: 'cents' },
];

/** A slip says that money arrived; the account of the bank moves with its statement (design §6). */
const BY_SLIPS: ReportNote = {
  words:
    '“At the bank” is the day on the bank’s slip. In the general ledger a deposit stays in transit until the bank’s statement.',
  isLoud: false,
};

/** Deposits that two people had counted by the evening of the last day, and that the bank did not have yet. */
export const depositsInTransit: ReportView = async (tx, at) => {
  const rows = (await depositsOnTheWayAt(tx, at.district, at.span.to)).map((row) => cellsOf(row, at));
  return pageOf(
    { columns, rows, totals: totalsOf('All deposits', columns, rows), notes: [await standsAt(tx, at), BY_SLIPS] },
    at.after,
  );
};

function cellsOf({ deposit, bankAccount, bag, madeDay, bankDay, cents }: DepositMade, at: ReportAt): Cell[] {
  return [deposit, bankAccountName(bankAccount, at), bag ?? 'images', madeDay, bankDay, cents];
}
