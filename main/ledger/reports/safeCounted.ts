import type { LedgerTx } from '#db/ledger/database';
import { dayWords } from '#domain/businessDay';
import { cents, formatAmount, negate } from '#domain/money';
import type { ReportNote } from '#domain/report';
import { safeCountStanding } from '../office/safeCountStanding.ts';
import type { ReportAt } from './reportView.ts';

/** When the safe was counted last by then, by whom, and what came of it; nothing before the second of two counts. */
export async function countedLast(tx: LedgerTx, at: ReportAt): Promise<ReportNote[]> {
  const standing = await safeCountStanding(tx, at.district, at.span.to);
  if (!standing?.second) return [];
  const { day, first, second, state, settledCents } = standing;
  const by = `${at.named(first.by)} and ${at.named(second.by)}`;
  const came = state === 'differs' ? 'it differs, and is not settled' : outcome(settledCents ?? 0);
  const words = `The safe was counted last on ${dayWords(day)}, by ${by}: ${came}.`;
  return [{ words, isLoud: state === 'differs' }];
}

/** What was found at the third look, or by both. */
function outcome(difference: number): string {
  if (difference === 0) return 'it holds what the books say';
  const amount = cents(difference);
  return `${formatAmount(difference < 0 ? negate(amount) : amount)} ${difference < 0 ? 'short' : 'over'}, put right`;
}
