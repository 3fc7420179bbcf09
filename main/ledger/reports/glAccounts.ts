import type { LedgerTx } from '#db/ledger/database';
import type { HandoffRow } from '#db/ledger/handoffs';
import { spanAccounts } from '#db/ledger/reportAccounts';
import { dayOf } from '#domain/businessDay';
import { transitAccount } from '#domain/handoff';
import type { ReportColumn } from '#domain/report';
import { accountName } from '../accountName.ts';
import { floatsToCount } from '../office/toCountBlind.ts';
import { leftOut } from './leftOut.ts';
import { pageOf, type ReportAt, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Account', kind: 'label' },
  { name: 'Name', kind: 'text' },
  { name: 'Debit', kind: 'cents' },
  { name: 'Credit', kind: 'cents' },
  { name: 'Debit − credit', kind: 'cents' },
];

/** Everything that was posted, by account. Debits equal credits. A float that whoever asks may still count is left out. */
export const glAccounts: ReportView = async (tx, at) => {
  const toCount = await floatsLeftOut(tx, at);
  const without = toCount.map(({ handoff }) => transitAccount(handoff));
  const rows = (await spanAccounts(tx, at.span, without)).map(({ account, debitCents, creditCents }) => [
    ...[account.replace(/^gl:(\d+):/, '$1 '), accountName(account, at.policy)],
    ...[debitCents, creditCents, debitCents - creditCents],
  ]);
  const notes = toCount.length === 0 ? [] : [leftOut(toCount)];
  return pageOf({ columns, rows, totals: totalsOf('All accounts', columns, rows), notes }, at.after);
};

/** Those issued ahead: the others are of a drawer, of which nothing is told before all is counted. */
async function floatsLeftOut(tx: LedgerTx, at: ReportAt): Promise<HandoffRow[]> {
  const { from, to } = at.span;
  const isOfSpan = (day: string) => from <= day && day <= to;
  return (await floatsToCount(tx, at)).filter(
    (float) => float.drawer === null && isOfSpan(dayOf(float.at, at.policy.timeZone)),
  );
}
