import { type CreditRow, creditByAccount, creditTotal } from '#db/ledger/reportAccounts';
import { AccountNumber } from '#domain/account';
import { refuse } from '#domain/refusal';
import { type Cell, REPORT_ROWS_MAX, type ReportColumn } from '#domain/report';
import { standsAt } from './dayEnd.ts';
import { ONE_MORE, type ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Account', kind: 'label' },
  { name: 'Customer', kind: 'text' },
  { name: 'Came in', kind: 'cents' },
  { name: 'Used', kind: 'cents' },
  { name: 'Credit', kind: 'cents' },
];

/** Credit by account: what the days brought and used, and what there was at the end of the last one. */
export const unapplied: ReportView = async (tx, { span, after, today, policy }) => {
  const asked = { ...span, timeZone: policy.timeZone };
  const from = after === null ? '' : (AccountNumber.safeParse(after).data ?? refuse('report_place_unknown'));
  const rows = await creditByAccount(tx, asked, from, ONE_MORE);
  const page = rows.slice(0, REPORT_ROWS_MAX);
  return {
    columns,
    rows: page.map(cellsOf),
    totals: after === null ? ['All accounts', null, ...cents(await creditTotal(tx, asked))] : null,
    notes: [await standsAt(tx, { district: span.district, span, today })],
    more: rows.length > page.length ? (page.at(-1)?.account ?? null) : null,
  };
};

function cents({ broughtCents, usedCents, creditCents }: Omit<CreditRow, 'account' | 'customer'>): number[] {
  return [broughtCents, usedCents, creditCents];
}

function cellsOf(row: CreditRow): Cell[] {
  return [row.account, row.customer ?? '', ...cents(row)];
}
