import type { LedgerTx } from '#db/ledger/database';
import { type DepositTold, depositsOf } from '#db/ledger/reportDeposits';
import { refuse } from '#domain/refusal';
import { REPORT_ROWS_MAX } from '#domain/report';
import { ONE_MORE, type ReportAt } from './reportView.ts';

/** A page of deposits by number, and where the next one begins. */
export async function depositPage(
  tx: LedgerTx,
  { span, after }: ReportAt,
): Promise<{ rows: DepositTold[]; more: string | null }> {
  if (after !== null && !/^\d{1,9}$/.test(after)) refuse('report_place_unknown');
  const rows = await depositsOf(tx, span, Number(after ?? 0), ONE_MORE);
  const page = rows.slice(0, REPORT_ROWS_MAX);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { rows: page, more: last ? String(last.number) : null };
}
