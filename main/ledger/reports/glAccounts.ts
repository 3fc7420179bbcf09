import { spanAccounts } from '#db/ledger/reportAccounts';
import type { ReportColumn, ReportNote } from '#domain/report';
import { journalAccountName } from '../journalAccountName.ts';
import { floatsToCount, isSafeHalfCounted } from '../office/toCountBlind.ts';
import { accountsLeftOut } from './accountsLeftOut.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

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
 * so is all that moved the safe while its second count is still to be made.
 */
export const glAccounts: ReportView = async (tx, at) => {
  const asked = { ...at.span, timeZone: at.policy.timeZone };
  const [floats, isSafeHidden] = [await floatsToCount(tx, at), await isSafeHalfCounted(tx, at.district)];
  const left = await accountsLeftOut(tx, { floats, drawers: at.hidden, isSafeHidden }, asked);
  const rows = (await spanAccounts(tx, at.span, left.without)).map(({ account, debitCents, creditCents }) => [
    ...[account.replace(/^gl:(\d+):/, '$1 '), journalAccountName(account, at.policy)],
    ...[debitCents, creditCents, debitCents - creditCents],
  ]);
  const notes = [OF_THE_JOURNALS, ...left.notes];
  return pageOf({ columns, rows, totals: totalsOf('All accounts', columns, rows), notes }, at.after);
};
