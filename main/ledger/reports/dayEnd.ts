import type { LedgerTx } from '#db/ledger/database';
import { lastClose } from '#db/ledger/dayCloses';
import { dayWords } from '#domain/businessDay';
import type { ReportNote } from '#domain/report';
import type { ReportAt } from './reportView.ts';

/** Of which evening a report is that tells how things stood, and whether that day has begun, was closed and is over. */
export async function standsAt(
  tx: LedgerTx,
  { district, span: { to }, today }: Pick<ReportAt, 'district' | 'span' | 'today'>,
): Promise<ReportNote> {
  const day = dayWords(to);
  if (to < today) return { words: `As it stood at the end of ${day}.`, isLoud: false };
  const closed = to === today ? await lastClose(tx, district) : null;
  if (closed && closed.day >= to) return { words: `As it stands now, after ${day} was closed.`, isLoud: false };
  return { words: `As it stands now. ${day} ${to === today ? 'is not over' : 'has not begun'} yet.`, isLoud: false };
}
