import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { giveMoreMemory, hiddenDrawers, spanOf } from '#db/ledger/reportSpan';
import { refuse } from '#domain/refusal';
import { lastDayOf, type ReportName } from '#domain/report';
import { cashiers } from '../reports/cashiers.ts';
import { changeFund } from '../reports/changeFund.ts';
import { custody } from '../reports/custody.ts';
import { deposits } from '../reports/deposits.ts';
import { depositsInTransit } from '../reports/depositsInTransit.ts';
import { drawers } from '../reports/drawers.ts';
import { drawersLeftOut } from '../reports/drawersLeftOut.ts';
import { dropsAndPaidOuts } from '../reports/dropsAndPaidOuts.ts';
import { glAccounts } from '../reports/glAccounts.ts';
import { hours } from '../reports/hours.ts';
import { lateDeposits } from '../reports/lateDeposits.ts';
import { notBegun } from '../reports/notBegun.ts';
import { overShort } from '../reports/overShort.ts';
import { receipts } from '../reports/receipts.ts';
import { receiptTypes } from '../reports/receiptTypes.ts';
import type { ReportView } from '../reports/reportView.ts';
import { suspense } from '../reports/suspense.ts';
import { tenders } from '../reports/tenders.ts';
import { unapplied } from '../reports/unapplied.ts';
import { undone } from '../reports/undone.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

const REPORTS: Readonly<Record<ReportName, ReportView>> = {
  ...{ cashiers, drawers, tenders, hours, receipts, undone, custody, deposits, unapplied, suspense },
  receipt_types: receiptTypes,
  gl_accounts: glAccounts,
  over_short: overShort,
  drops_and_paid_outs: dropsAndPaidOuts,
  late_deposits: lateDeposits,
  change_fund: changeFund,
  deposits_in_transit: depositsInTransit,
};

/** Reports in which no amount of a drawer is told. */
const WITHOUT_DRAWERS: ReadonlySet<ReportName> = new Set([
  'custody',
  'deposits',
  'late_deposits',
  'change_fund',
  'deposits_in_transit',
]);

/** Reports that tell of what came before their first day, too. */
const FROM_THE_FIRST: ReadonlySet<ReportName> = new Set(['suspense', 'unapplied']);

/** One page of a report, from applied entries alone. Drawers that are being worked in or counted are left out. */
export async function report(
  tx: LedgerTx,
  { report: name, from, to, after: asked }: Parsed<'report'>,
  at: OfficeAt,
): Promise<Output<'report'>> {
  if (to < from) refuse('span_backwards', { from, to });
  const last = lastDayOf(from);
  if (to > last) refuse('span_too_long', { lastDay: last });
  const after = asked ?? null;
  await giveMoreMemory(tx);
  const hidden = await hiddenDrawers(tx, at.district);
  const span = spanOf(at.district, { from, to }, hidden);
  const named = await nameOf(tx, at.district);
  const told = await REPORTS[name](tx, { ...at, span, after, hidden, named });
  const { columns, rows, totals, more, plot = null, notes = [] } = told;
  const left = WITHOUT_DRAWERS.has(name)
    ? []
    : drawersLeftOut(hidden, FROM_THE_FIRST.has(name) ? { ...span, from: '' } : span);
  const ahead = notBegun({ from, to }, at.today).map((words) => ({ words, isLoud: true }));
  return {
    columns,
    rows,
    totals,
    more,
    plot: after === null ? plot : null,
    notes: after === null ? [...ahead, ...notes, ...left.map((words) => ({ words, isLoud: false }))] : [],
  };
}
