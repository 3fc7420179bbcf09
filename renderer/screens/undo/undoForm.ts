import type { Placed, Trouble } from '../../refusal.ts';
import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '../approval/approvalForm.ts';
import type { BegunAnew } from '../approval/useBegunAnew.ts';

/** What every undoing asks: why, in which words, and whose yes. */
export type UndoForm<R extends string = string> = Approvable & {
  commandId: string;
  startedAt: number;
  reason: R | null;
  words: string;
};

export type UndoAction<R extends string = string> =
  | { did: 'choseReason'; reason: R }
  | { did: 'typedWords'; words: string }
  | BegunAnew
  | ApprovalAction;

/** Nothing said yet; the hand stands on the first thing to say. */
export function blankUndo<R extends string>(commandId: string, startedAt: number, first: string): UndoForm<R> {
  return { commandId, startedAt, reason: null, words: '', ...BLANK_APPROVAL, focus: { on: first, turn: 0 } };
}

/**
 * The part of an undoing's reducer that is the same for all of them.
 * @param placeOf the field of the screen that a refusal is about, beside the words
 */
export function undoReducer<R extends string, F extends UndoForm<R>>(
  form: F,
  action: UndoAction<R>,
  placeOf: (trouble: Trouble) => string | null = () => null,
): F {
  switch (action.did) {
    case 'choseReason':
      return { ...withoutYes(form), reason: action.reason };
    case 'typedWords':
      return { ...withoutYes(form), words: action.words };
    case 'begunAnew':
      return { ...form, commandId: action.commandId };
    default:
      return approvalReducer(form, action, (trouble) => placeOf(trouble) ?? wordsOf(trouble));
  }
}

/** What the station already refuses of a proposal, at its field; null while it refuses nothing. */
export function refusedAt(
  proposal: { state: string } | ({ state: 'refused' } & Trouble),
  placeOf: (trouble: Trouble) => string | null = () => null,
): Placed | null {
  if (!('sentence' in proposal)) return null;
  return { under: placeOf(proposal) ?? wordsOf(proposal) ?? 'primary', sentence: proposal.sentence };
}

/** The form as it shows: what is refused beforehand stands where it would stand once it is sent. */
export function withRefused<F extends UndoForm>(form: F, refused: Placed | null): F {
  return form.trouble === null && refused ? { ...form, trouble: refused } : form;
}

/** What is still missing of it, and under which name the hand finds that. */
export function undoNotYet(form: UndoForm): 'reason' | 'pin' | null {
  if (form.reason === null) return 'reason';
  return lacksPin(form) ? 'pin' : null;
}

/** The reason and words as the door takes them; null while there is no reason. */
export function toldWhy<R extends string>({ reason, words }: UndoForm<R>): { reason: R; words?: string } | null {
  if (reason === null) return null;
  const said = words.trim();
  return said === '' ? { reason } : { reason, words: said };
}

/** Whether a reload would lose anything. */
export function isBegunUndo({ reason, words }: UndoForm): boolean {
  return reason !== null || words !== '';
}

function wordsOf({ facts }: Trouble): string | null {
  return facts.field === 'words' ? 'words' : null;
}
