import { focusOn } from '../../ui/focus.ts';
import type { CounterForm } from './counterForm.ts';
import { tenderAt } from './places.ts';

/** What was refused is answered by any change: the sentence goes. */
export function changed(form: CounterForm): CounterForm {
  return form.trouble ? { ...form, trouble: null } : form;
}

/** The hand goes to a place; a folded check or card opens for it. */
export function go(form: CounterForm, place: string): CounterForm {
  return { ...form, opened: tenderAt(place) ?? form.opened, focus: focusOn(form.focus, place) };
}

export function replaced<T extends object>(rows: readonly T[], at: number, change: Partial<T>): T[] {
  return rows.map((row, place) => (place === at ? { ...row, ...change } : row));
}
