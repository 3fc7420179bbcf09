import { say } from '../../messages/en.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** Signing in: who, and the PIN. `chosen` is null until somebody is. */
export type SignInForm = {
  chosen: string | null;
  pin: string;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
  /** Where the hand really is: a mouse or Tab may have moved it. */
  hand: 'people' | 'pin';
};

export type SignInAction =
  | { did: 'chosen'; person: string }
  | { did: 'typed'; pin: string }
  | { did: 'reached'; place: SignInForm['hand'] }
  | { did: 'acceptedShort' }
  | { did: 'wentBack' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

/** Who has a drawer open comes first to the field: most sign-ins go on with something. */
export function blankSignIn(withDrawer: string | null): SignInForm {
  const on = withDrawer ? 'pin' : 'people';
  return {
    chosen: withDrawer,
    pin: '',
    busy: false,
    trouble: null,
    focus: { on, turn: 0 },
    hand: on,
  };
}

export function signInReducer(form: SignInForm, action: SignInAction): SignInForm {
  switch (action.did) {
    case 'chosen':
      return { ...form, chosen: action.person, pin: '', trouble: null, focus: focusOn(form.focus, 'pin') };
    case 'typed':
      return { ...form, pin: action.pin.replace(/\D/g, '').slice(0, 8), trouble: null };
    case 'reached':
      return form.hand === action.place ? form : { ...form, hand: action.place };
    case 'acceptedShort': {
      const trouble = form.pin === '' ? null : { under: 'pin', sentence: say.pinShort };
      return { ...form, pin: '', trouble, focus: focusOn(form.focus, 'pin') };
    }
    case 'wentBack':
      return { ...form, pin: '', trouble: null, focus: focusOn(form.focus, 'people') };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return {
        ...form,
        busy: false,
        pin: '',
        trouble: { under: 'pin', sentence: action.trouble.sentence },
        focus: focusOn(form.focus, 'pin'),
      };
  }
}

/** The person that a key of the list means: a digit by place, a letter by the next name that begins with it. */
export function personByKey(
  key: string,
  people: readonly { person: string; name: string }[],
  chosen: string | null,
): string | null {
  if (/^[1-9]$/.test(key)) return people[Number(key) - 1]?.person ?? null;
  const at = people.findIndex((one) => one.person === chosen);
  if (key === 'ArrowDown') return people[Math.min(at + 1, people.length - 1)]?.person ?? null;
  if (key === 'ArrowUp') return people[Math.max(at - 1, 0)]?.person ?? null;
  if ([...key].length !== 1) return null;
  const after = [...people.slice(at + 1), ...people.slice(0, at + 1)];
  return after.find((one) => one.name.toLowerCase().startsWith(key.toLowerCase()))?.person ?? null;
}
