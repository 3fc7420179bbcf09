import { formatAmount } from '#domain/money';
import type { MicrLine } from '#formats/micr';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { dueOf, exactFor, settlementOf } from '../counterMoney.ts';
import { changed, go, goOn, replaced, stop } from '../moves.ts';
import { unfinishedTender, wrongAt } from '../notYet.ts';
import { tenderAt, tenderPlace } from '../places.ts';
import { awaitsLine, filled } from './checkLine.ts';
import { type CheckTender, swapped } from './checkTender.ts';
import { rulesOfTender, type TenderField, type TenderForm } from './tenderForm.ts';

export type TenderAction =
  | { did: 'typedCash'; text: string }
  | { did: 'openedCash' }
  | { did: 'acceptedCash' }
  | { did: 'addedTender'; kind: TenderForm['kind'] }
  | { did: 'typedTender'; tender: number; field: TenderField; text: string }
  | { did: 'acceptedTender'; tender: number; field: TenderField }
  | { did: 'openedTender'; tender: number }
  | { did: 'turnedCheck'; tender: number }
  | { did: 'swappedNumbers'; tender: number }
  | { did: 'readCheck'; line: MicrLine }
  | { did: 'removedTender'; tender: number };

/** What the payer hands over. */
export function tenderReducer(form: CounterForm, action: TenderAction): CounterForm {
  switch (action.did) {
    case 'typedCash':
      return { ...changed(form), cash: action.text };
    case 'openedCash':
      return go(withoutBlank(form), 'cash');
    case 'acceptedCash': {
      const exact = exactFor(form, 'cash');
      const accepted = form.cash.trim() === '' && exact > 0 ? { ...changed(form), cash: formatAmount(exact) } : form;
      return goOn(accepted, 'cash');
    }
    case 'addedTender':
      return added(form, action.kind);
    case 'typedTender': {
      const change = { [action.field]: action.text } as Partial<TenderForm>;
      return { ...changed(form), tenders: replaced(form.tenders, action.tender, change) };
    }
    case 'acceptedTender':
      return accepted(form, action.tender, action.field);
    case 'openedTender':
      return opened(form, action.tender);
    case 'turnedCheck':
      return withCheck(form, action.tender, (check) => ({
        ...check,
        form: check.form === 'check' ? 'cashiers' : 'check',
      }));
    case 'swappedNumbers':
      return withCheck(form, action.tender, swapped);
    case 'readCheck':
      return withLine(form, action.line);
    case 'removedTender': {
      const tenders = form.tenders.filter((_, place) => place !== action.tender);
      return go({ ...changed(form), tenders, opened: null, asking: null }, 'cash');
    }
  }
}

/**
 * A blank one gives way to what was meant; one that is begun stays open until it is right or gone. A check asked for
 * where a blank one stands open is of the other kind: F3 twice is a cashier's check.
 */
function added(begun: CounterForm, kind: TenderForm['kind']): CounterForm {
  if (kind === 'check' && begun.opened !== null && isOpenedBlank(begun) && begun.tenders[begun.opened]?.kind === kind)
    return tenderReducer(begun, { did: 'turnedCheck', tender: begun.opened });
  const form = withoutBlank(begun);
  const unfinished = unfinishedTender(form);
  if (unfinished) return stop(form, unfinished);
  if (isPaid(form)) return stop(form, { why: words.paid, place: 'primary', sentence: words.paid });
  const next = rulesOfTender({ kind }).begin(form);
  if (!next) return form;
  const at = form.tenders.length;
  return go({ ...changed(form), tenders: [...form.tenders, next], opened: at }, tenderPlace(at, 'text'));
}

function isPaid(form: CounterForm): boolean {
  return dueOf(form) > 0 && settlementOf(form).missingCents === 0;
}

/** The magnetic line of a check fills the one that waits for it, or begins another. */
function withLine(form: CounterForm, line: MicrLine): CounterForm {
  const ready = awaitsLine(form) ? form : added(form, 'check');
  return awaitsLine(ready) && ready.opened !== null ? filled(ready, ready.opened, line) : ready;
}

/** A check made another: the hand goes to what is to be typed or read again. */
function withCheck(form: CounterForm, at: number, make: (check: CheckTender) => CheckTender): CounterForm {
  const tender = form.tenders[at];
  if (tender?.kind !== 'check') return form;
  const next = { ...changed(form), tenders: replaced(form.tenders, at, make(tender)) };
  return go(next, unfinishedTender(next)?.place ?? tenderPlace(at, 'bankAccount'));
}

function opened(form: CounterForm, at: number): CounterForm {
  const unfinished = unfinishedTender(form);
  if (unfinished && tenderAt(unfinished.place) !== at) return stop(form, unfinished);
  return go({ ...form, opened: at }, tenderPlace(at, 'text'));
}

/** Whether nothing would be lost with the tender that stands open. */
export function isOpenedBlank({ tenders, opened }: CounterForm): boolean {
  const tender = opened === null ? undefined : tenders[opened];
  if (!tender) return false;
  return rulesOfTender(tender)
    .typed(tender)
    .every((text) => text.trim() === '');
}

function withoutBlank(form: CounterForm): CounterForm {
  if (!isOpenedBlank(form)) return form;
  return { ...changed(form), tenders: form.tenders.filter((_, at) => at !== form.opened), opened: null };
}

/** What is chosen from a list is looked at each time; what is typed already, or read off the line, is not typed again. */
const PICKED: readonly TenderField[] = ['brand', 'issuer'];

/**
 * Enter in a field: an empty amount takes what is missing; what is wrong keeps the hand; the next field that is to be
 * typed follows; behind the last one the tender folds, if nothing in it is wrong.
 */
function accepted(form: CounterForm, at: number, field: TenderField): CounterForm {
  const tender = form.tenders[at];
  if (!tender) return form;
  const exact = exactFor(form, at);
  const isExact = field === 'text' && tender.text.trim() === '' && exact > 0;
  const taken = isExact ? { ...tender, text: formatAmount(exact) } : tender;
  const straight = rulesOfTender(tender).straightened(taken);
  const taking =
    straight === tender ? form : { ...changed(form), tenders: replaced<TenderForm>(form.tenders, at, straight) };
  const wrong = wrongAt(taking, tenderPlace(at, field));
  if (wrong) return stop(taking, wrong);
  const { fields } = rulesOfTender(tender);
  const next = fields
    .slice(fields.indexOf(field) + 1)
    .find((one) => PICKED.includes(one) || wrongAt(taking, tenderPlace(at, one)) !== null);
  if (next) return go(taking, tenderPlace(at, next));
  const unfinished = unfinishedTender(taking);
  // An amount that is still to come is nothing wrong: the line of a check comes before it.
  if (unfinished?.place === tenderPlace(at, 'text') && straight.text.trim() === '') return go(taking, unfinished.place);
  if (unfinished) return stop(taking, unfinished);
  return goOn({ ...taking, opened: null }, 'cash');
}
