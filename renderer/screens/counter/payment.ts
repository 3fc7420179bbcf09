import type { Input } from '#contract/contract';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { byEmail, emailOf } from './options/options.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';
import { typedCents } from './typedCents.ts';

/** The payment as the door takes it. */
export function paymentOf(form: CounterForm, drawer: string): Input<'takePayment'> {
  const payer = form.payer?.trim();
  return {
    commandId: form.commandId,
    drawer,
    lines: form.lines.map((line) => rulesOfLine(line).sent(line)),
    tenders: [...form.tenders.map((tender) => rulesOfTender(tender).sent(tender)), ...cashSent(form)],
    ...(payer ? { payer } : {}),
    ...(form.language ? { language: form.language } : {}),
    ...(form.noted.length > 0 ? { noted: form.noted } : {}),
    ...optionsSent(form),
  };
}

/** Only what is not as usual. */
function optionsSent(form: CounterForm): Pick<Input<'takePayment'>, 'entryMode' | 'delivery' | 'email' | 'resumed'> {
  const { entryMode, delivery, resumed } = form.options;
  return {
    ...(entryMode === 'counter' ? {} : { entryMode }),
    ...(delivery === 'paper' ? {} : { delivery }),
    ...(byEmail(form.options) ? { email: emailOf(form).trim() } : {}),
    ...(resumed === null ? {} : { resumed }),
  };
}

function cashSent(form: CounterForm): Input<'takePayment'>['tenders'] {
  const cash = typedCents(form.cash);
  return cash > 0 ? [{ kind: 'cash', cents: cash }] : [];
}
