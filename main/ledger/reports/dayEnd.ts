import { dayWords } from '#domain/businessDay';
import type { ReportNote } from '#domain/report';
import type { ReportAt } from './reportView.ts';

/** Of which evening a report is that tells how things stood, and whether that day is over. */
export function standsAt({ span: { to }, today }: Pick<ReportAt, 'span' | 'today'>): ReportNote {
  const isOver = to < today;
  const words = `As it stood at the end of ${dayWords(to)}.`;
  return isOver ? { words, isLoud: false } : { words: `As it stands now: ${dayWords(to)} is not over.`, isLoud: true };
}
