import { formatAmount } from '#domain/money';
import type { CounterForm } from '../counterForm.ts';
import { exactFor } from '../counterMoney.ts';
import { changed, go, replaced } from '../moves.ts';
import { nextPlace, tenderPlace } from '../places.ts';
import { rulesOfTender, type TenderField, type TenderForm } from './tenderForm.ts';

export type TenderAction =
  | { did: 'typedCash'; text: string }
  | { did: 'acceptedCash' }
  | { did: 'addedTender'; kind: TenderForm['kind'] }
  | { did: 'typedTender'; tender: number; field: TenderField; text: string }
  | { did: 'acceptedTender'; tender: number; field: TenderField }
  | { did: 'openedTender'; tender: number }
  | { did: 'removedTender'; tender: number };

/** What the payer hands over. */
export function tenderReducer(form: CounterForm, action: TenderAction): CounterForm {
  switch (action.did) {
    case 'typedCash':
      return { ...changed(form), cash: action.text };
    case 'acceptedCash': {
      const exact = exactFor(form, 'cash');
      const accepted = form.cash.trim() === '' && exact > 0 ? { ...changed(form), cash: formatAmount(exact) } : form;
      return go(accepted, nextPlace(accepted));
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
      return go({ ...form, opened: action.tender }, tenderPlace(action.tender, 'text'));
    case 'removedTender': {
      const tenders = form.tenders.filter((_, place) => place !== action.tender);
      return go({ ...changed(form), tenders, opened: null }, 'cash');
    }
  }
}

function added(form: CounterForm, kind: TenderForm['kind']): CounterForm {
  const at = form.tenders.length;
  const tenders = [...form.tenders, rulesOfTender({ kind }).blank];
  return go({ ...changed(form), tenders, opened: at }, tenderPlace(at, 'text'));
}

/** Enter in a field: an empty amount takes what is missing; the next field follows; the last one folds the tender. */
function accepted(form: CounterForm, at: number, field: TenderField): CounterForm {
  const tender = form.tenders[at];
  if (!tender) return form;
  const exact = exactFor(form, at);
  const filled =
    field === 'text' && tender.text.trim() === '' && exact > 0
      ? { ...changed(form), tenders: replaced(form.tenders, at, { text: formatAmount(exact) }) }
      : form;
  const { fields } = rulesOfTender(tender);
  const next = fields[fields.indexOf(field) + 1];
  if (next) return go(filled, tenderPlace(at, next));
  const folded = { ...filled, opened: null };
  return go(folded, nextPlace(folded));
}
