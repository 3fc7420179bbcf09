import { spanAccounts } from '#db/ledger/reportAccounts';
import type { ReportColumn } from '#domain/report';
import { accountName } from '../accountName.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Account', kind: 'label' },
  { name: 'Name', kind: 'text' },
  { name: 'Debit', kind: 'cents' },
  { name: 'Credit', kind: 'cents' },
  { name: 'Debit − credit', kind: 'cents' },
];

/** Everything that was posted, by account. Debits equal credits. */
export const glAccounts: ReportView = async (tx, at) => {
  const rows = (await spanAccounts(tx, at.span)).map(({ account, debitCents, creditCents }) => [
    ...[account.replace(/^gl:(\d+):/, '$1 '), accountName(account, at.policy)],
    ...[debitCents, creditCents, debitCents - creditCents],
  ]);
  return pageOf({ columns, rows, totals: totalsOf('All accounts', columns, rows) }, at.after);
};
