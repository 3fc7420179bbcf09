import { dayWords } from '#domain/businessDay';
import type { ReportNote } from '#domain/report';
import type { ReportAt } from './reportView.ts';

/** Of which evening a report is that tells how things stood, and whether that day has begun and is over. */
export function standsAt({ span: { to }, today }: Pick<ReportAt, 'span' | 'today'>): ReportNote {
  const day = dayWords(to);
  if (to < today) return { words: `As it stood at the end of ${day}.`, isLoud: false };
  return { words: `As it stands now. ${day} ${to === today ? 'is not over' : 'has not begun'} yet.`, isLoud: false };
}
