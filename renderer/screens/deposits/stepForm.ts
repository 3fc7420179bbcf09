import type { Input } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import type { BusinessDay } from '#domain/businessDay';
import { depositStep as words } from '../../messages/depositStep.ts';
import type { Trouble } from '../../refusal.ts';
import { APPROVAL_PIN, lacksPin, withoutYes } from '../approval/approvalForm.ts';
import { blankPieces, type PiecesAction, type PiecesForm, piecesReducer } from '../safe/piecesForm.ts';
import { bagShown, isBag } from './bagText.ts';
import type { StepKind } from './depositsForm.ts';

/** What is typed of one step of a deposit. */
export type StepFields = {
  /** Somebody who works here; empty for a courier. */
  person: string;
  courier: string;
  seal: string;
  reason: string;
  /** The number on the bank's slip, or the bank's answer to images. */
  reference: string;
  day: string;
  amount: string;
};

export type StepForm = PiecesForm & {
  what: StepKind;
  fields: StepFields;
  /** Whether it is asked once more about a slip with another amount than was deposited, or about another seal. */
  isAsking: boolean;
};

export type StepAction =
  | { did: 'typedField'; field: keyof StepFields; text: string }
  | { did: 'askedAgain' }
  | PiecesAction;

/** The fields of each step, in the order in which the hand goes through them. */
export const FIELDS: Record<StepKind, readonly (keyof StepFields)[]> = {
  hand: ['person', 'courier'],
  missed: ['seal', 'reason'],
  confirm: ['reference', 'day', 'amount'],
  correct: ['reference', 'day', 'amount', 'reason'],
  withdraw: ['reason'],
  explain: ['reason'],
  transmit: ['reference'],
  destroy: [],
};

export function blankStep(commandId: string, what: StepKind, today: string): StepForm {
  const fields = { person: '', courier: '', seal: '', reason: '', reference: '', day: today, amount: '' };
  return { ...blankPieces(commandId, FIELDS[what][0] ?? APPROVAL_PIN), what, fields, isAsking: false };
}

export function stepReducer(form: StepForm, action: StepAction): StepForm {
  if (action.did === 'typedField')
    return { ...withoutYes(form), trouble: null, fields: { ...form.fields, [action.field]: action.text } };
  if (action.did === 'askedAgain') return { ...form, isAsking: true };
  const isAsking = form.isAsking && action.did !== 'stayed' && action.did !== 'sent';
  return piecesReducer({ ...form, isAsking }, action, {
    above: 'primary',
    under: 'primary',
    placeOf: (trouble) => placeOf(form, trouble),
  });
}

/** The field that a refusal is about, of those that are on show. */
function placeOf({ what, fields }: StepForm, { code, facts }: Trouble): string | null {
  if (code?.startsWith('carrier_')) return 'person';
  if (code === 'deposit_day_ahead' || code === 'deposit_day_before') return 'day';
  if (code === 'confirmation_same') return 'reference';
  if (code === 'slip_used') return 'reference';
  const said = String(facts.field ?? '');
  const named: Partial<Record<string, keyof StepFields>> = { confirmation: 'reference', cents: 'amount' };
  const field = Object.keys(fields).find((name) => said.includes(name)) ?? named[said];
  return FIELDS[what].find((name) => name === field) ?? null;
}

/**
 * The field after one: a courier is asked for by name only where none of the office's people carries it. After the last
 * one comes who says yes, where somebody must.
 */
export function fieldAfter(form: StepForm, field: keyof StepFields, heldCents: number | null): string {
  const { what, fields } = form;
  const shown = FIELDS[what].filter((name) => name !== 'courier' || fields.person === '');
  return shown[shown.indexOf(field) + 1] ?? (needsYes(form, heldCents) ? APPROVAL_PIN : 'primary');
}

/** Whether leaving would lose anything. */
export function isBegunStep({ fields: { courier, seal, reason, reference, amount } }: StepForm): boolean {
  return (courier + seal + reason + reference + amount).trim() !== '';
}

/**
 * Why it cannot be told yet, and where to go about it.
 * @param heldCents what was deposited; null until the ledger has told it
 */
export function stepNotYet(form: StepForm, heldCents: number | null): { why: string; place: string } | null {
  const { what, fields } = form;
  const missing = FIELDS[what].find((field) => isMissing(fields, field));
  if (missing && missing !== 'person' && missing !== 'day') {
    const why = missing === 'reference' && what === 'transmit' ? words.why.confirmation : words.why[missing];
    return { why, place: missing };
  }
  if (what === 'confirm' && heldCents === null) return { why: words.why.held, place: 'amount' };
  return needsYes(form, heldCents) && lacksPin(form) ? { why: words.why.pin, place: APPROVAL_PIN } : null;
}

/** Whether a second person must say yes: to what is destroyed, put right, or differs from what was deposited. */
export function needsYes(form: StepForm, heldCents: number | null): boolean {
  const { what } = form;
  return what === 'destroy' || what === 'correct' || (what === 'confirm' && !!slipDifference(form, heldCents));
}

function isMissing(fields: StepFields, field: keyof StepFields): boolean {
  if (field === 'person' || field === 'day') return false;
  if (field === 'courier') return fields.person === '' && fields.courier.trim() === '';
  if (field === 'seal') return !isBag(fields.seal);
  if (field === 'amount') return readAmount(fields.amount).state !== 'amount';
  return fields[field].trim() === '';
}

/** The amount on the slip, in cents. */
export function slipCents({ fields }: StepForm): number {
  const read = readAmount(fields.amount);
  return read.state === 'amount' ? read.amount : 0;
}

/** The bank’s amount less what was deposited (cents); null while either is not there. */
export function slipDifference({ fields }: StepForm, heldCents: number | null): number | null {
  const read = readAmount(fields.amount);
  return heldCents === null || read.state !== 'amount' ? null : read.amount - heldCents;
}

/** Whether another seal is typed than that on record (null while that is not known). */
export function isOtherSeal({ fields }: StepForm, recorded: string | null): boolean {
  return recorded !== null && isBag(fields.seal) && bagShown(fields.seal) !== recorded;
}

/** The slip as the ledger is asked about it; null while something of it is missing. */
export function slipAsked(form: StepForm, deposit: string, heldCents: number | null): Input<'confirmation'> | null {
  const { what, fields } = form;
  const not = stepNotYet(form, heldCents);
  if (!needsYes(form, heldCents) || what === 'destroy' || (not && not.place !== APPROVAL_PIN)) return null;
  const slip = { deposit, reference: fields.reference.trim(), day: fields.day as BusinessDay, cents: slipCents(form) };
  return what === 'correct' ? { ...slip, reason: fields.reason.trim() } : slip;
}
