import type { HandoffRow } from '#db/ledger/handoffs';
import type { ReportNote } from '#domain/report';

/** What is not told before it is counted, nor what it could be reckoned from. */
export function leftOut(toCount: readonly HandoffRow[]): ReportNote {
  const names = toCount.map(({ handoff }) => handoff).join(', ');
  const words = `${toCount.length} handed over, not counted yet: ${names}. Amounts that would tell it are left out until then.`;
  return { words, isLoud: false };
}
