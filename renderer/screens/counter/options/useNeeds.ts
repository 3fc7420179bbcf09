import type { Input, Output } from '#contract/contract';
import { say } from '../../../messages/en.ts';
import { useQuery } from '../../../page.ts';
import { useRested } from '../../../ui/useRested.ts';
import { APPROVAL_PIN, isShortPin, lacksPin } from '../../approval/approvalForm.ts';
import type { CounterForm } from '../counterForm.ts';
import { type NotYet, notYet } from '../notYet.ts';
import { paymentOf } from '../payment.ts';

/**
 * What stands between a payment and its commit. The mark is that of exactly this payment. `refused` is why the station
 * would not take it at all.
 */
export type Needs = Omit<Output<'paymentNeeds'>, 'mark'> & { mark: string | null; refused: string | null };

const NOTHING: Needs = { warnings: [], needs: [], mark: null, refused: null };

/** Whoever types on is not asked about yet; whoever presses at once is never kept waiting for the answer. */
const REST_MS = 150;

/** What a complete payment needs, asked as soon as the hand rests. */
export function useNeeds(form: CounterForm, drawer: string): Needs {
  const asked = notYet(form) === null ? inputOf(form, drawer) : null;
  const isRested = useRested(JSON.stringify(asked), REST_MS);
  const told = useQuery('paymentNeeds', isRested ? asked : null);
  if (told.state === 'refused') return { ...NOTHING, refused: told.sentence };
  return told.value ? { ...told.value, refused: null } : NOTHING;
}

function inputOf(form: CounterForm, drawer: string): Input<'paymentNeeds'> {
  const { lines, tenders, payer } = paymentOf(form, drawer);
  return { drawer, lines, tenders, ...(payer === undefined ? {} : { payer }) };
}

/** Warnings that nobody has confirmed yet. */
export function unseenOf(form: Pick<CounterForm, 'noted'>, { warnings }: Needs): Needs['warnings'] {
  return warnings.filter(({ warning }) => !form.noted.includes(warning));
}

/** What is still missing for the commit beside the payment itself: a supervisor's PIN, once the warnings are seen. */
export function needsNotYet(form: CounterForm, needs: Needs): NotYet | null {
  if (needs.needs.length === 0 || unseenOf(form, needs).length > 0 || !lacksPin(form)) return null;
  return { why: say.approval.why, place: APPROVAL_PIN, sentence: isShortPin(form) ? say.pinShort : null };
}
