import type { DepositTold } from '#db/ledger/reportDeposits';
import { refuse } from '#domain/refusal';
import { REPORT_ROWS_MAX } from '#domain/report';
import type { ReportAt } from './reportView.ts';

/**
 * A page of deposits by number, and where the next one begins.
 * @param others rows of something else on the page
 * @param read those after a number, at most so many
 */
export async function depositPage(
  { after }: ReportAt,
  others: number,
  read: (after: number, most: number) => Promise<DepositTold[]>,
): Promise<{ rows: DepositTold[]; more: string | null }> {
  if (after !== null && !/^\d{1,9}$/.test(after)) refuse('report_place_unknown');
  const room = REPORT_ROWS_MAX - others;
  const rows = await read(Number(after ?? 0), room + 1);
  const page = rows.slice(0, room);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { rows: page, more: last ? String(last.number) : null };
}
