import type { MicrLine } from '#formats/micr';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { changed, go, replaced } from '../moves.ts';
import { tenderPlace } from '../places.ts';
import type { CheckField, CheckTender } from './checkTender.ts';

/** What of a check's magnetic line was not certain, in the order in which it is typed. */
function uncertain({ serial, routing, account }: MicrLine): Exclude<CheckField, 'text'>[] {
  return [
    ...(serial === null ? ['checkNumber' as const] : []),
    ...(routing === null ? ['routing' as const] : []),
    ...(account === null ? ['bankAccount' as const] : []),
  ];
}

/**
 * A check as its line says. Nothing of an earlier reading stays: digits of two checks would make a third. What was not
 * certain is blank, and the hand goes there.
 */
export function filled(form: CounterForm, at: number, line: MicrLine): CounterForm {
  const { serial, routing, account } = line;
  const read: Partial<CheckTender> = {
    checkNumber: serial ?? '',
    routing: routing ?? '',
    bankAccount: account ?? '',
  };
  const next = { ...changed(form), search: '', hit: 0, tenders: replaced(form.tenders, at, read) };
  const [first] = uncertain(line);
  if (!first) return go(next, tenderPlace(at, 'text'));
  const under = tenderPlace(at, first);
  const sentence = words.check.uncertain(uncertain(line).map((field) => words.check.said[field]));
  return go({ ...next, trouble: { under, sentence } }, under);
}

/** Whether a check waits for its line: it stands open, and something that the line says is not typed yet. */
export function awaitsLine({ tenders, opened }: CounterForm): boolean {
  const check = opened === null ? undefined : tenders[opened];
  return check?.kind === 'check' && [check.checkNumber, check.routing, check.bankAccount].includes('');
}
