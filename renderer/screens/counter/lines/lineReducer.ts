import type { AccountView } from '#contract/shapes';
import type { CounterForm } from '../counterForm.ts';
import { changed, go, goOn, replaced, stop } from '../moves.ts';
import { nextPlace, wrongAt } from '../notYet.ts';
import { linePlace } from '../places.ts';
import { newAccountLine, withCharge } from './accountLine.ts';
import { type LineField, type LineForm, rulesOfLine } from './lineForm.ts';

export type LineAction =
  | { did: 'addedAccount'; account: AccountView; chargeId?: number; billCents?: number | null }
  | { did: 'typedLine'; line: number; field: LineField; text: string }
  | { did: 'acceptedLine'; line: number; field: LineField }
  | { did: 'removedLine'; line: number };

/** What the receipt is for. */
export function lineReducer(form: CounterForm, action: LineAction): CounterForm {
  switch (action.did) {
    case 'addedAccount':
      return withAccount(form, action);
    case 'typedLine': {
      const change = { [action.field]: action.text } as Partial<LineForm>;
      return { ...changed(form), lines: replaced(form.lines, action.line, change) };
    }
    case 'acceptedLine':
      return accepted(form, action.line, action.field);
    case 'removedLine':
      return go({ ...changed(form), lines: form.lines.filter((_, place) => place !== action.line) }, 'search');
  }
}

/** Enter in a field: it keeps the hand while it is wrong; then the next field of the line follows, or what is to type beside. */
function accepted(form: CounterForm, at: number, field: LineField): CounterForm {
  const line = form.lines[at];
  if (!line) return form;
  const place = linePlace(at, field);
  const { fields } = rulesOfLine(line);
  const next = fields[fields.indexOf(field) + 1];
  const wrong = wrongAt(form, place);
  if (next && !wrong) return go(form, linePlace(at, next));
  return wrong ? stop(form, wrong) : goOn(form, place);
}

/** An account comes on the receipt with all it owes, or with the one charge that was chosen. It is there once only. */
function withAccount(form: CounterForm, add: Extract<LineAction, { did: 'addedAccount' }>): CounterForm {
  const { account, chargeId = null, billCents = null } = add;
  const searched = { ...changed(form), search: '', hit: 0 };
  const added = newAccountLine(account, chargeId, billCents);
  const key = rulesOfLine(added).keyOf(added);
  const at = form.lines.findIndex((line) => rulesOfLine(line).keyOf(line) === key);
  const there = form.lines[at];
  if (there) {
    const more = there.kind === 'account' && chargeId !== null ? withCharge(there, account, chargeId) : null;
    if (!more) return go(searched, linePlace(at, 'text'));
    return go({ ...searched, lines: replaced(form.lines, at, more) }, nextPlace(form));
  }
  const next = { ...searched, lines: [...form.lines, added] };
  return go(next, added.text === '' ? linePlace(form.lines.length, 'text') : nextPlace(next));
}
