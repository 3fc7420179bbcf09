import { counter } from '../../messages/counter.ts';
import { aside } from '../../messages/options.ts';
import { slipLanguage } from '../../messages/slipLanguage.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import { Joined } from '../../ui/Joined.tsx';
import { Keys } from '../../ui/Keys.tsx';
import type { CounterForm } from './counterForm.ts';
import { firstAccount, payerOf } from './paidAccounts.ts';
import { besideEnglish } from './SlipLanguage.tsx';
import type { Send } from './useCounter.ts';

/** Who pays, as the slip will say. */
export function PayerLine({ form }: { form: CounterForm }) {
  const account = firstAccount(form);
  const payer = form.payer?.trim();
  const language = besideEnglish(form);
  const { resumed } = form.options;
  const name = payer || payerOf(form);
  if (name === '') return null;
  return (
    <Joined>
      <>
        {counter.payer} <b className="ink">{name}</b>
      </>
      {payer ? null : account?.serviceAddress}
      {resumed === null ? null : aside.goesOn(resumed)}
      {language === null ? null : slipLanguage.line(language)}
    </Joined>
  );
}

/** A payer who is not the customer: a landlord, a daughter, an escrow office. */
export function PayerField({ form, send }: { form: CounterForm; send: Send }) {
  if (form.payer === null) return null;
  const customer = payerOf(form);
  return (
    <Field
      label={counter.payer}
      focusName="payer"
      maxLength={80}
      value={form.payer}
      placeholder={customer ? counter.payerHint(customer) : ''}
      hintAfter={<Keys keys="F7" />}
      wrong={sentenceUnder(form.trouble, 'payer')}
      onText={(text) => send({ did: 'typedPayer', text })}
      onEnter={() => send({ did: 'acceptedPayer' })}
    />
  );
}
