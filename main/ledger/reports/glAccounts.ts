import type { LedgerTx } from '#db/ledger/database';
import type { HandoffRow } from '#db/ledger/handoffs';
import { spanAccounts } from '#db/ledger/reportAccounts';
import { dayOf } from '#domain/businessDay';
import { transitAccount } from '#domain/handoff';
import type { ReportColumn, ReportNote } from '#domain/report';
import { journalAccountName } from '../journalAccountName.ts';
import { floatsToCount, isSafeToCount } from '../office/toCountBlind.ts';
import { leftOut, safeLeftOut } from './leftOut.ts';
import { pageOf, type ReportAt, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Account', kind: 'label' },
  { name: 'Name', kind: 'text' },
  { name: 'Debit', kind: 'cents' },
  { name: 'Credit', kind: 'cents' },
  { name: 'Debit − credit', kind: 'cents' },
];

const OF_THE_JOURNALS: ReportNote = {
  words:
    'Accounts of the journals, each with its place in the chart where it has one; what of it is a float stands with the change fund. The lines of the general ledger are in the GL exports.',
  isLoud: false,
};

/**
 * Everything that was posted, by account. Debits equal credits. A float that whoever asks may still count is left out, and
 * so is all that moved the safe while she may still make its second count.
 */
export const glAccounts: ReportView = async (tx, at) => {
  const toCount = await floatsLeftOut(tx, at);
  const isSafeHidden = await isSafeToCount(tx, at);
  const without = [...toCount.map(({ handoff }) => transitAccount(handoff)), ...(isSafeHidden ? ['safe'] : [])];
  const rows = (await spanAccounts(tx, at.span, without)).map(({ account, debitCents, creditCents }) => [
    ...[account.replace(/^gl:(\d+):/, '$1 '), journalAccountName(account, at.policy)],
    ...[debitCents, creditCents, debitCents - creditCents],
  ]);
  const notes = [
    OF_THE_JOURNALS,
    ...(toCount.length === 0 ? [] : [leftOut(toCount)]),
    ...(isSafeHidden ? [safeLeftOut] : []),
  ];
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
