import type { AccountView } from '#contract/shapes';
import type { Allocation } from '#domain/allocation';
import { naming } from '../../../messages/lines.ts';
import type { CounterForm } from '../counterForm.ts';
import { changed, go, goOn, replaced, stop } from '../moves.ts';
import { nextPlace, wrongAt } from '../notYet.ts';
import { firstAccount } from '../paidAccounts.ts';
import { lineAt, linePlace } from '../places.ts';
import { newAccountLine, toggled, turned, withCharge } from './accountLine.ts';
import { type ChartPlace, newFeeLine, type OfferedType, placeText } from './feeLine.ts';
import { type LineField, type LineForm, rulesOfLine } from './lineForm.ts';
import { newSuspenseLine } from './suspenseLine.ts';

export type LineAction =
  /** `due`: what of it is asked for, where installments of a plan may wait. */
  | {
      did: 'addedAccount';
      account: AccountView;
      chargeId?: number;
      billCents?: number | null;
      due?: readonly Allocation[] | null;
    }
  | { did: 'addedItem'; type: OfferedType }
  | { did: 'addedSuspense'; billCents: number | null }
  | { did: 'typedLine'; line: number; field: LineField; text: string }
  | { did: 'acceptedLine'; line: number; field: LineField }
  | { did: 'openedLine'; line: number }
  | { did: 'pickedAccount'; line: number; account: AccountView }
  | { did: 'pickedPlace'; line: number; place: ChartPlace }
  /** From the policy to the payer's word, or back. `line`: the one that has the hand, if any has. */
  | { did: 'turnedNaming'; line: number | null }
  | { did: 'toggledCharge'; line: number; chargeId: number }
  | { did: 'askedToRemove'; line: number | null }
  | { did: 'removedLine'; line: number };

const LINE_ACTIONS: Record<LineAction['did'], true> = {
  addedAccount: true,
  addedItem: true,
  addedSuspense: true,
  typedLine: true,
  acceptedLine: true,
  openedLine: true,
  pickedAccount: true,
  pickedPlace: true,
  turnedNaming: true,
  toggledCharge: true,
  askedToRemove: true,
  removedLine: true,
};

export function isLineAction<A extends { did: string }>(action: A | LineAction): action is LineAction {
  return Object.hasOwn(LINE_ACTIONS, action.did);
}

/** What the receipt is for. */
export function lineReducer(form: CounterForm, action: LineAction): CounterForm {
  switch (action.did) {
    case 'addedAccount':
      return withAccount(form, action);
    case 'addedItem':
      return withLine(form, newFeeLine(action.type, firstAccount(form)));
    case 'addedSuspense':
      return withLine(form, newSuspenseLine(form.search, action.billCents));
    case 'typedLine':
      return withChange(form, action.line, (line) => rulesOfLine(line).typed(line, action.field, action.text));
    case 'acceptedLine':
      return accepted(form, action.line, action.field);
    case 'openedLine':
      return opened(form, action.line);
    case 'pickedAccount':
      return picked(form, action.line, 'account', {
        account: action.account,
        accountText: action.account.accountNumber,
      });
    case 'pickedPlace':
      return picked(form, action.line, 'goesTo', { place: action.place, placeText: placeText(action.place) });
    case 'turnedNaming':
      return turnedNaming(form, action.line);
    case 'toggledCharge':
      return withChange(form, action.line, (line) => (line.kind === 'account' ? toggled(line, action.chargeId) : line));
    case 'askedToRemove':
      // Without a line in hand it goes to the last one, so that one sees which goes.
      return action.line === null
        ? opened(form, form.lines.length - 1)
        : lineReducer(form, { did: 'removedLine', line: action.line });
    case 'removedLine': {
      const lines = form.lines.filter((_, place) => place !== action.line);
      return go({ ...changed(form), lines, asking: null }, 'search');
    }
  }
}

/** Esc in a line: what is blank goes, what is not complete asks first, and what is whole is left. */
export function leftLine(form: CounterForm, at: number): CounterForm {
  const line = form.lines[at];
  if (!line) return form;
  const { isBlank, wrongIn } = rulesOfLine(line);
  if (isBlank(line)) return lineReducer(form, { did: 'removedLine', line: at });
  if (wrongIn(line).length > 0) return { ...form, asking: 'line' };
  return go(form, nextPlace(form));
}

/** The line that stands open: its fields are under its row as long as the hand is in it. */
export function openedLine(form: Pick<CounterForm, 'lines' | 'focus'>): number | null {
  const at = lineAt(form.focus.on);
  const line = at === null ? undefined : form.lines[at];
  return line && rulesOfLine(line).opens(line) ? at : null;
}

function withChange(form: CounterForm, at: number, change: (line: LineForm) => LineForm): CounterForm {
  return { ...changed(form), lines: form.lines.map((line, place) => (place === at ? change(line) : line)) };
}

/** A new line opens at its first field that is empty; where nothing is to be typed, the hand goes on. */
function withLine(form: CounterForm, line: LineForm): CounterForm {
  const next = { ...changed(form), search: '', hit: 0, asking: null, lines: [...form.lines, line] };
  const { fields, wrongIn } = rulesOfLine(line);
  const wrong = new Set(wrongIn(line).map(({ field }) => field));
  const isDone = fields(line).length === 0 || (wrong.size === 0 && !rulesOfLine(line).isBlank(line));
  const first = fields(line).find((field) => wrong.has(field)) ?? fields(line)[0];
  return go(next, isDone || !first ? nextPlace(next) : linePlace(form.lines.length, first));
}

/** Enter in a field: it keeps the hand while it is wrong; then the next field of the line follows, or what is to type beside. */
function accepted(form: CounterForm, at: number, field: LineField): CounterForm {
  const line = form.lines[at];
  if (!line) return form;
  const place = linePlace(at, field);
  const fields = rulesOfLine(line).fields(line);
  const next = fields[fields.indexOf(field) + 1];
  const wrong = wrongAt(form, place);
  if (next && !wrong) return go(form, linePlace(at, next));
  return wrong ? stop(form, wrong) : goOn(form, place);
}

/** A line that is folded opens where something is wrong, or at its first field. */
function opened(form: CounterForm, at: number): CounterForm {
  const line = form.lines[at];
  if (!line) return form;
  const { fields, wrongIn } = rulesOfLine(line);
  const field = wrongIn(line)[0]?.field ?? fields(line)[0];
  return field ? go(form, linePlace(at, field)) : form;
}

/** One of those found was taken: as typing and accepting it. */
function picked(form: CounterForm, at: number, field: LineField, change: object): CounterForm {
  const next = { ...changed(form), lines: replaced(form.lines, at, change) };
  return accepted(next, at, field);
}

/** The line that has the hand, or else the last account on the receipt. */
function turnedNaming(form: CounterForm, inHand: number | null): CounterForm {
  const at = form.lines[inHand ?? -1]?.kind === 'account' ? (inHand ?? -1) : lastAccount(form);
  const line = form.lines[at];
  if (line?.kind !== 'account') return form;
  const place = linePlace(at, 'text');
  if (line.account.charges.length === 0)
    return go({ ...form, trouble: { under: place, sentence: naming.nothingOpen } }, place);
  const next = turned(line);
  const lines = replaced(form.lines, at, next);
  return go({ ...changed(form), lines }, linePlace(at, next.named === null ? 'text' : 'charges'));
}

function lastAccount(form: CounterForm): number {
  return form.lines.findLastIndex((line) => line.kind === 'account');
}

/** An account comes on the receipt with all that is asked for, or with the one charge that was chosen. It is there once only. */
function withAccount(form: CounterForm, add: Extract<LineAction, { did: 'addedAccount' }>): CounterForm {
  const { account, chargeId = null, billCents = null, due = null } = add;
  const searched = { ...changed(form), search: '', hit: 0 };
  const added = newAccountLine(account, chargeId, billCents, due);
  const at = form.lines.findIndex(
    (line) => line.kind === 'account' && line.account.accountNumber === account.accountNumber,
  );
  const there = form.lines[at];
  if (there?.kind === 'account') {
    const more = chargeId === null ? null : withCharge(there, account, chargeId);
    if (more) return go({ ...searched, lines: replaced(form.lines, at, more) }, nextPlace(form));
    return go(searched, linePlace(at, there.named === null ? 'text' : 'charges'));
  }
  const next = { ...searched, lines: [...form.lines, added] };
  return go(next, added.text === '' && chargeId === null ? linePlace(form.lines.length, 'text') : nextPlace(next));
}
