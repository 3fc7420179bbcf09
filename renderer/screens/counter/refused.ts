import { Warning } from '#domain/receipt';
import type { Trouble } from '../../refusal.ts';
import { APPROVAL_PIN, isAboutYes, withoutYes } from '../approval/approvalForm.ts';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { go } from './moves.ts';
import { wrongOptions } from './options/options.ts';
import { linePlace, tenderPlace } from './places.ts';
import { tenderedPlace } from './tendered.ts';
import type { TenderField, TenderForm } from './tenders/tenderForm.ts';

/** A refusal goes under the field it is about, and the hand with it. */
export function refused(form: CounterForm, trouble: Trouble): CounterForm {
  const under = isAboutYes(trouble) ? APPROVAL_PIN : placeOfTrouble(form, trouble);
  const warning = Warning.safeParse(trouble.code);
  // A warning asks to be seen: the button stands ready, and pressing it again says so.
  const noted = warning.success ? [...form.noted, warning.data] : form.noted;
  // The field of the payer is opened where it is asked for.
  const payer = under === 'payer' ? (form.payer ?? '') : form.payer;
  return go({ ...withoutYes(form), payer, busy: false, noted, trouble: { under, sentence: trouble.sentence } }, under);
}

function placeOfTrouble(form: CounterForm, trouble: Trouble): string {
  const { code, facts } = trouble;
  const credit = form.tenders.findIndex(
    (tender) => tender.kind === 'credit' && tender.accountNumber === facts.accountNumber,
  );
  if (code === 'credit_short' && credit >= 0) return tenderPlace(credit, 'text');
  for (const [at, line] of form.lines.entries()) {
    const field = rulesOfLine(line).placeOf(line, trouble);
    if (field) return linePlace(at, field);
  }
  const named = placeOfPath(form, String(facts.field ?? ''));
  if (named) return named;
  const first = (kind: TenderForm['kind']) => form.tenders.findIndex((tender) => tender.kind === kind);
  switch (code) {
    case 'tender_short':
    case 'cash_not_needed':
    case 'cash_twice':
      return 'cash';
    case 'change_from_check':
      return form.tenders.length > 0 ? tenderPlace(form.tenders.length - 1, 'text') : 'cash';
    case 'routing_wrong':
      return first('check') >= 0 ? tenderPlace(first('check'), 'routing') : 'primary';
    case 'phone_needs_card':
      return wrongOptions(form)[0]?.place ?? 'primary';
    case 'payer_needed':
      return 'payer';
    case 'email_needed':
      return 'email';
    case 'suspend_tendered':
      return tenderedPlace(form) ?? 'primary';
    case 'bill_line_wrong':
    case 'account_unknown':
      return 'search';
    case 'receipt_too_large':
      return firstAmount(form);
    default:
      return 'primary';
  }
}

/** Where the first amount is typed: what is too large is made less there. */
function firstAmount(form: CounterForm): string {
  return linePlaceOf(form, 0, 'cents') ?? 'primary';
}

function linePlaceOf(form: CounterForm, at: number, path: string): string | null {
  const line = form.lines[at];
  const field = line ? rulesOfLine(line).fieldOf(line, path) : null;
  return field && linePlace(at, field);
}

/** The place of a field as the door names it, `tenders 1 routing`. Cash, when typed, is the last of the tenders. */
function placeOfPath(form: CounterForm, path: string): string | null {
  const [, list, place, rest = ''] = /^(tenders|lines) (\d+) ?(.*)$/.exec(path) ?? [];
  const at = Number(place) - 1;
  if (list === 'lines') {
    return linePlaceOf(form, at, rest);
  }
  if (list === 'tenders') {
    const tender = form.tenders[at];
    return tender ? tenderPlace(at, fieldOf(tender, rest)) : 'cash';
  }
  return path === 'payer' || path === 'email' ? path : null;
}

/** A field that is typed; what the door says of any other stands under the amount. */
function fieldOf(tender: TenderForm, field: string): TenderField {
  const isTyped = typeof (tender as Record<string, unknown>)[field] === 'string';
  return isTyped ? (field as TenderField) : 'text';
}
