import type { Input } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { readAmount } from '#domain/amountEntry';
import { isPaper } from '#domain/handoff';
import { drawer } from '../../messages/drawer.ts';
import { taking } from '../../messages/safe.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import type { BegunAnew } from '../approval/useBegunAnew.ts';
import {
  cellAfter,
  cellOf,
  denominationsShown,
  firstWrong,
  isUntouched,
  piecesOf,
  type TypedPieces,
  type TypedRow,
  withTyped,
  worthTyped,
} from '../pieces/pieces.ts';
import { FIRST_CELL } from './piecesForm.ts';
import { isBlankPaper, paperNotYet, type TypedPaper } from './typedPaper.ts';

/** One handoff as it is counted: cash by denomination, or paper by the piece. */
export type Part = Pick<Handoff, 'handoff' | 'what'> & { typed: TypedPieces; paper: TypedPaper };

/** All that one drawer handed over, counted part by part. `at`: the part that is on the table. */
export type HandoffsForm = {
  commandId: string;
  parts: readonly [Part, ...Part[]];
  at: number;
  withRare: boolean;
  isLeaving: boolean;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type HandoffsAction =
  | { did: 'typedPieces'; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'showedRare' }
  | { did: 'typedPaper'; field: keyof TypedPaper; text: string }
  | { did: 'turnedTo'; at: number }
  | { did: 'wentOn' }
  | { did: 'wentTo'; place: string }
  | { did: 'wentBack' }
  | { did: 'stayed' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble }
  | BegunAnew;

/** @param handoffs at least one */
export function blankHandoffs(commandId: string, handoffs: readonly Handoff[]): HandoffsForm {
  const parts = handoffs.map(({ handoff, what }) => ({ handoff, what, typed: {}, paper: { items: '', total: '' } }));
  const form = { ...{ commandId, parts: parts as unknown as HandoffsForm['parts'], at: 0, withRare: false } };
  return {
    ...{ ...form, isLeaving: false, busy: false, trouble: null },
    focus: { on: firstPlace(form.parts[0]), turn: 0 },
  };
}

export function handoffsReducer(form: HandoffsForm, action: HandoffsAction): HandoffsForm {
  const part = partOn(form);
  switch (action.did) {
    case 'typedPieces':
      return withPart(form, { ...part, typed: withTyped(part.typed, action.worth, action.column, action.text) });
    case 'typedPaper':
      return withPart(form, { ...part, paper: { ...part.paper, [action.field]: action.text } });
    case 'movedCell': {
      const next = cellAfter(part.typed, denominationsShown(form.withRare), action);
      if (next === null) return action.by > 0 ? wentOn(form) : form;
      return { ...form, focus: focusOn(form.focus, next) };
    }
    case 'showedRare':
      return { ...form, withRare: true, focus: focusOn(form.focus, cellOf(200, 'loose')) };
    case 'turnedTo':
      return turned(form, action.at);
    case 'wentOn':
      return wentOn(form);
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'wentBack':
      return { ...form, isLeaving: true };
    case 'stayed':
      return { ...form, isLeaving: false, focus: focusOn(form.focus, form.focus.on) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return refusedAt({ ...form, busy: false }, action.trouble);
    case 'begunAnew':
      return { ...form, commandId: action.commandId };
  }
}

/** The part on the table. */
export function partOn(form: HandoffsForm): Part {
  return form.parts[form.at] ?? form.parts[0];
}

/** Whether anything of it is typed: what is left alone stays in transit. */
export function isTouched({ what, typed, paper }: Part): boolean {
  return isPaper(what) ? !isBlankPaper(paper) : !isUntouched(typed);
}

const NONE: ReadonlySet<string> = new Set();

function isCounted(part: Part, gone: ReadonlySet<string>): boolean {
  return isTouched(part) && !gone.has(part.handoff);
}

/** What a part comes to as it is typed; null where its total is no amount, or not there yet. */
export function partCents({ what, typed, paper }: Part): number | null {
  if (!isPaper(what)) return worthTyped(typed);
  const total = readAmount(paper.total);
  return total.state === 'amount' ? total.amount : null;
}

/**
 * Why the count cannot be recorded yet, and the part and place where to go about it.
 * @param gone what somebody else has counted meanwhile: it is left out
 */
export function handoffsNotYet(
  form: HandoffsForm,
  gone: ReadonlySet<string> = NONE,
): { why: string; at: number; place: string } | null {
  for (const [at, part] of form.parts.entries()) {
    const not = isCounted(part, gone) ? partNotYet(part) : null;
    if (not) return { ...not, at };
  }
  if (form.parts.some((part) => isCounted(part, gone))) return null;
  return { why: taking.why.blank, at: form.at, place: firstPlace(partOn(form)) };
}

function partNotYet({ what, typed, paper }: Part): { why: string; place: string } | null {
  if (isPaper(what)) return paperNotYet(what, paper);
  const wrong = firstWrong(typed);
  return wrong && { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
}

/** The parts that were counted, as the door takes them, without what somebody else has counted meanwhile. */
export function toldParts(form: HandoffsForm, gone: ReadonlySet<string> = NONE): Input<'countHandoffs'>['parts'] {
  return form.parts
    .filter((part) => isCounted(part, gone))
    .map((part) => {
      const { handoff, what, typed, paper } = part;
      if (!isPaper(what)) return { handoff, pieces: piecesOf(typed) };
      return { handoff, items: Number(paper.items), cents: partCents(part) ?? 0 };
    });
}

function withPart(form: HandoffsForm, part: Part): HandoffsForm {
  const parts = form.parts.with(form.at, part) as unknown as HandoffsForm['parts'];
  return { ...form, trouble: null, parts };
}

/** Turns to the part that a refusal is about, and the hand goes to its first field; where it is about none, to the button. */
function refusedAt(form: HandoffsForm, trouble: Trouble): HandoffsForm {
  const at = partRefused(form, trouble);
  const to = at < 0 ? { ...form, focus: focusOn(form.focus, 'primary') } : turned(form, at);
  return { ...to, trouble: { under: to.focus.on, sentence: trouble.sentence } };
}

function partRefused({ parts }: HandoffsForm, { facts }: Trouble): number {
  const named = parts.findIndex(({ handoff }) => handoff === facts.handoff);
  if (named >= 0) return named;
  const [, place] = /^parts (\d+)/.exec(String(facts.field ?? '')) ?? [];
  // Only what was counted was sent, and places are told from 1.
  const told = place === undefined ? undefined : parts.filter(isTouched)[Number(place) - 1];
  return told ? parts.indexOf(told) : -1;
}

/** To the next part of the list, and from the last one to the button. */
function wentOn(form: HandoffsForm): HandoffsForm {
  if (form.at + 1 < form.parts.length) return turned(form, form.at + 1);
  return { ...form, focus: focusOn(form.focus, 'primary') };
}

function turned(form: HandoffsForm, at: number): HandoffsForm {
  const part = form.parts[at] ?? form.parts[0];
  return { ...form, at: form.parts.indexOf(part), focus: focusOn(form.focus, firstPlace(part)) };
}

function firstPlace({ what }: Part): string {
  return isPaper(what) ? 'items' : FIRST_CELL;
}
