import { say } from '../../messages/en.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** Who is to say yes, and the PIN as it is typed. `approver` is null until somebody is chosen: then the first who may. */
export type ApprovalForm = { approver: string | null; pin: string };

/** What every form holds that a second person may have to agree to. The rest of it is the screen's own. */
export type Approvable = { approval: ApprovalForm; busy: boolean; trouble: Placed | null; focus: Focus };

/** What happens to that part of it: choosing, the PIN, what it is to, sent, refused, and where the hand goes. */
export type ApprovalAction =
  | { did: 'choseApprover'; person: string | null }
  | { did: 'typedPin'; pin: string }
  | { did: 'wentTo'; place: string }
  | { did: 'acceptedShortPin' }
  | { did: 'markChanged' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

/** Nothing chosen, nothing typed. */
export const BLANK_APPROVAL: Omit<Approvable, 'focus'> = {
  approval: { approver: null, pin: '' },
  busy: false,
  trouble: null,
};

/** The name under which the focus finds the PIN. */
export const APPROVAL_PIN = 'approvalPin';

/**
 * The part of a screen's reducer that asks for a second person's yes.
 * @param placeOf the field that a refusal is about; null for one that this screen has no field for. Refusals of the
 * yes itself stand under the PIN without being asked for.
 */
export function approvalReducer<F extends Approvable>(
  form: F,
  action: ApprovalAction,
  placeOf: (trouble: Trouble) => string | null,
): F {
  switch (action.did) {
    case 'choseApprover':
      return {
        ...form,
        trouble: null,
        approval: { approver: action.person, pin: '' },
        focus: focusOn(form.focus, APPROVAL_PIN),
      };
    case 'typedPin':
      return { ...form, trouble: null, approval: { ...form.approval, pin: action.pin } };
    case 'wentTo':
      if (action.place === APPROVAL_PIN && isShortPin(form)) return withShortPin(form);
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'acceptedShortPin':
      return withShortPin(form);
    case 'markChanged':
      return withPinAgain(form, say.markChanged);
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const under = isAboutYes(action.trouble) ? APPROVAL_PIN : (placeOf(action.trouble) ?? 'primary');
      return {
        ...withoutYes(form),
        busy: false,
        trouble: { under, sentence: action.trouble.sentence },
        focus: focusOn(form.focus, under),
      };
    }
  }
}

/** Whatever changes what is approved also takes the PIN back: a yes is to exactly one thing. */
export function withoutYes<F extends Approvable>(form: F): F {
  return { ...form, trouble: null, approval: { ...form.approval, pin: '' } };
}

/** Whether the PIN is still to be typed. */
export function lacksPin(form: Approvable): boolean {
  return form.approval.pin.length < 4;
}

/** Whether a PIN is begun and cannot be whole. */
export function isShortPin({ approval }: Pick<Approvable, 'approval'>): boolean {
  return approval.pin !== '' && approval.pin.length < 4;
}

/** What is hidden as it is typed cannot be typed on; and on a dead button a PIN would be typed into nothing. */
function withShortPin<F extends Approvable>(form: F): F {
  return withPinAgain(form, isShortPin(form) ? say.pinShort : say.pinMissing);
}

/** The PIN is typed again, and why stands there. */
function withPinAgain<F extends Approvable>(form: F, sentence: string): F {
  return {
    ...withoutYes(form),
    trouble: { under: APPROVAL_PIN, sentence },
    focus: focusOn(form.focus, APPROVAL_PIN),
  };
}

/** Whether a refusal is about the yes itself: the PIN, who gave it, or that it does not hold. */
export function isAboutYes({ code }: Trouble): boolean {
  return code !== null && /^(pin|approval|approver)_/.test(code);
}
