import { dayWords } from '#domain/businessDay';
import type { ReportNote } from '#domain/report';
import type { ReportAt } from './reportView.ts';

/** Of which evening a report is that tells how things stood, and whether that day is over. */
export function standsAt({ span: { to }, today }: Pick<ReportAt, 'span' | 'today'>): ReportNote {
  const day = dayWords(to);
  const words = to < today ? `As it stood at the end of ${day}.` : `As it stands now. ${day} is not over yet.`;
  return { words, isLoud: false };
}
