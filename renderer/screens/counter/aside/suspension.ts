import type { Input } from '#contract/contract';
import { sentenceOf } from '#domain/refusal';
import { counter } from '../../../messages/counter.ts';
import type { CounterForm } from '../counterForm.ts';
import { rulesOfLine } from '../lines/lineForm.ts';
import { firstWrong, type NotYet } from '../notYet.ts';
import { USUAL } from '../options/options.ts';
import { tenderedPlace } from '../tendered.ts';

/** Why a payment cannot be set aside yet: nothing is on it, money is on the counter, or a line of it is not complete. */
export function asideNotYet(form: CounterForm): NotYet | null {
  if (form.lines.length === 0) return { why: counter.why.account, place: 'search', sentence: null };
  const tendered = tenderedPlace(form);
  const sentence = sentenceOf('suspend_tendered', {});
  if (tendered) return { why: sentence, place: tendered, sentence };
  return firstWrong({ ...form, tenders: [], cash: '', options: USUAL });
}

/** The payment as it is set aside. The form’s own id makes it one, however often the key is pressed. */
export function suspensionOf(form: CounterForm, drawer: string): Input<'suspendPayment'> {
  const payer = form.payer?.trim();
  const { resumed } = form.options;
  return {
    commandId: form.commandId,
    drawer,
    lines: form.lines.map((line) => rulesOfLine(line).sent(line)),
    tenderedCents: 0,
    ...(payer ? { payer } : {}),
    ...(form.language ? { language: form.language } : {}),
    ...(resumed === null ? {} : { resumed }),
  };
}
