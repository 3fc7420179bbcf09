import { Delivery } from '#domain/receipt';
import { slip } from '../../../messages/options.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { byEmail, emailOf } from './options.ts';

/** Where the slip goes, as soon as it is not simply printed. */
export function SlipFields({ form, send }: { form: CounterForm; send: Send }) {
  const { delivery, isSlipOpen } = form.options;
  if (delivery === 'paper' && !isSlipOpen) return null;
  return (
    <>
      <SelectField
        label={slip.label}
        focusName="slip"
        value={delivery}
        options={Delivery.options.map((value) => ({ value, label: slip.choice[value] }))}
        onPick={(picked) => send({ did: 'choseDelivery', delivery: picked })}
        onEnter={() => send({ did: 'acceptedDelivery' })}
      />
      {byEmail(form.options) ? (
        <Field
          label={slip.email}
          focusName="email"
          inputMode="email"
          maxLength={120}
          placeholder={slip.emailHint}
          value={emailOf(form)}
          wrong={sentenceUnder(form.trouble, 'email')}
          onText={(text) => send({ did: 'typedEmail', text })}
          onEnter={() => send({ did: 'acceptedEmail' })}
        />
      ) : null}
    </>
  );
}
