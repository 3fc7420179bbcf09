import type { HandoffRow } from '#db/ledger/handoffs';
import type { ReportNote } from '#domain/report';

/** What is not told before it is counted, nor what it could be reckoned from. */
export function leftOut(toCount: readonly HandoffRow[]): ReportNote {
  const names = toCount.map(({ handoff }) => handoff).join(', ');
  const words = `${toCount.length} handed over, not counted yet: ${names}. Amounts that would tell it are left out until then.`;
  return { words, isLoud: false };
}

/** The same of the safe while its second count is to come. */
export const safeLeftOut: ReportNote = {
  words:
    'The safe is being counted, and you may be who counts it again. What it holds by the books is left out until then.',
  isLoud: false,
};
