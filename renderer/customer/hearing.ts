import type { CustomerMessage } from './customerScreen.ts';
import type { CustomerView } from './customerView.ts';

/** What the display knows: the page that it follows, what that page shows, and how often it was asked in vain. */
export type Hearing = { page: string | null; view: CustomerView | null; unanswered: number };

export const NOTHING_HEARD: Hearing = { page: null, view: null, unanswered: 0 };

/** How often the display asks, and after how many questions without an answer nothing of a payer stays on it. */
export const ASK_EVERY_MS = 5_000;
export const UNANSWERED_MAX = 3;

export type HearingAction = { did: 'heard'; message: CustomerMessage } | { did: 'asked' };

/**
 * A page that shows something new is followed. An answer counts of that page alone: of two pages in one browser the other
 * one has nothing to say to this payer. A page that has gone without a word is forgotten.
 */
export function hearingReducer(hearing: Hearing, action: HearingAction): Hearing {
  if (action.did === 'asked') {
    const unanswered = hearing.unanswered + 1;
    return unanswered > UNANSWERED_MAX ? NOTHING_HEARD : { ...hearing, unanswered };
  }
  const { message } = action;
  if (message.says === 'ask') return hearing;
  if (message.says === 'answers' && hearing.page !== null && message.page !== hearing.page) return hearing;
  return { page: message.page, view: message.view, unanswered: 0 };
}
