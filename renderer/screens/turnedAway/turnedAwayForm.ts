import type { Input } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import { CheckNote, TurnedAwayWhy } from '#domain/refusedTender';
import type { DrawerTender } from '#domain/tender';
import { wrongAmount } from '../../amounts.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** What a cashier turns away: why, what it was, and for a suspect note the steps that are done. */
export type TurnedAwayForm = {
  commandId: string;
  why: TurnedAwayWhy | null;
  tender: DrawerTender;
  amount: string;
  words: string;
  steps: CheckNote[];
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type TurnedAwayAction =
  | { did: 'chose'; why: TurnedAwayWhy }
  | { did: 'choseTender'; tender: DrawerTender }
  | { did: 'typed'; field: 'amount' | 'words'; text: string }
  | { did: 'turnedStep'; step: CheckNote }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

/** One key each, in the order of the list. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '.'];

/** What is mostly meant: a check, but for the two that cannot be one. */
const USUALLY: Partial<Record<TurnedAwayWhy, DrawerTender>> = { card_declined: 'card', counterfeit: 'cash' };

export function blankTurnedAway(commandId: string): TurnedAwayForm {
  return {
    commandId,
    why: null,
    tender: 'check',
    amount: '',
    words: '',
    steps: [],
    busy: false,
    trouble: null,
    focus: { on: 'why', turn: 0 },
  };
}

export function keyOfWhy(why: TurnedAwayWhy): string {
  return KEYS[TurnedAwayWhy.options.indexOf(why)] ?? '';
}

/** The reason that a key of the list means: its own, or the next one up or down. */
export function whyByKey(key: string, chosen: TurnedAwayWhy | null): TurnedAwayWhy | null {
  const { options } = TurnedAwayWhy;
  const at = chosen === null ? -1 : options.indexOf(chosen);
  if (key === 'ArrowDown') return options[Math.min(at + 1, options.length - 1)] ?? null;
  if (key === 'ArrowUp') return options[Math.max(at - 1, 0)] ?? null;
  return options[KEYS.indexOf(key)] ?? null;
}

export function turnedAwayReducer(form: TurnedAwayForm, action: TurnedAwayAction): TurnedAwayForm {
  switch (action.did) {
    case 'chose':
      return { ...form, trouble: null, why: action.why, tender: USUALLY[action.why] ?? 'check', steps: [] };
    case 'choseTender':
      return { ...form, trouble: null, tender: action.tender };
    case 'typed':
      return { ...form, trouble: null, [action.field]: action.text };
    case 'turnedStep':
      return { ...form, steps: turned(form.steps, action.step) };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const under = placeOf(action.trouble);
      const trouble = { under, sentence: action.trouble.sentence };
      return { ...form, busy: false, trouble, focus: focusOn(form.focus, under) };
    }
  }
}

/** In the order of the checklist, whatever was done first. */
function turned(steps: readonly CheckNote[], step: CheckNote): CheckNote[] {
  const wanted = steps.includes(step) ? steps.filter((done) => done !== step) : [...steps, step];
  return CheckNote.options.filter((one) => wanted.includes(one));
}

/** Where the hand goes once it is said why: to the checklist while the note is still in it. */
export function afterWhy(why: TurnedAwayWhy): string {
  return why === 'counterfeit' ? `step-${CheckNote.options[0]}` : 'amount';
}

/** What keeps it from being recorded: no reason, or an amount that is none. */
export function turnedAwayNotYet(form: TurnedAwayForm): { place: string; sentence: string | null } | null {
  if (form.why === null) return { place: 'why', sentence: null };
  const sentence = wrongAmount(readAmount(form.amount));
  return sentence === null ? null : { place: 'amount', sentence };
}

/** As the door takes it. */
export function refusedOf(form: TurnedAwayForm, drawer: string): Input<'refuseTender'> | null {
  const { commandId, why, tender, steps } = form;
  if (why === null) return null;
  const entry = readAmount(form.amount);
  const words = form.words.trim();
  const cents = entry.state === 'amount' && entry.amount > 0 ? entry.amount : null;
  return { commandId, drawer, refused: { tender, why, cents }, steps, ...(words ? { words } : {}) };
}

function placeOf({ code, facts }: Trouble): string {
  if (code === 'card_number_in_text' || facts.field === 'words') return 'words';
  return String(facts.field ?? '').includes('cents') ? 'amount' : 'record';
}
