import { focusOn } from '../../ui/focus.ts';
import { withoutYes } from '../approval/approvalForm.ts';
import type { CounterForm } from './counterForm.ts';
import { firstWrong, type NotYet, nextPlace, wrongAt } from './notYet.ts';
import { tenderAt } from './places.ts';

/**
 * What was refused is answered by any change: the sentence goes, warnings are to be seen anew, and the PIN goes with
 * them, because a yes is to exactly one payment.
 */
export function changed(form: CounterForm): CounterForm {
  const { trouble, noted, approval } = form;
  if (trouble === null && noted.length === 0 && approval.pin === '') return form;
  return { ...withoutYes(form), noted: [] };
}

/** The hand goes to a place; a folded check or card opens for it. */
export function go(form: CounterForm, place: string): CounterForm {
  return { ...form, opened: tenderAt(place) ?? form.opened, focus: focusOn(form.focus, place) };
}

/** The hand goes to what is wrong, and why stands beside it. */
export function stop(form: CounterForm, { place, sentence }: NotYet): CounterForm {
  return go({ ...form, trouble: sentence === null ? form.trouble : { under: place, sentence } }, place);
}

/** From a field that was accepted: nowhere while it is wrong itself, else to what is wrong elsewhere or still to type. */
export function goOn(form: CounterForm, from: string): CounterForm {
  const wrong = wrongAt(form, from) ?? (form.lines.length > 0 ? firstWrong(form) : null);
  return wrong ? stop(form, wrong) : go(form, nextPlace(form));
}

export function replaced<T extends object>(rows: readonly T[], at: number, change: Partial<T>): T[] {
  return rows.map((row, place) => (place === at ? { ...row, ...change } : row));
}
