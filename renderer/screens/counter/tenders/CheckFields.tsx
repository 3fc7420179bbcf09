import { counter } from '../../../messages/counter.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { tenderPlace } from '../places.ts';
import { type CheckField, type CheckTender, wrongRouting } from './checkTender.ts';
import type { FieldsProps } from './Tender.tsx';

/** What is read off a check, in the order in which it stands there. */
export function CheckFields({ form, tender, at, send }: FieldsProps<CheckTender>) {
  const field = (name: Exclude<CheckField, 'text'>, label: string, wrong: string | null) => (
    <Field
      label={label}
      focusName={tenderPlace(at, name)}
      inputMode="numeric"
      maxLength={name === 'routing' ? 9 : 17}
      value={tender[name]}
      wrong={sentenceUnder(form.trouble, tenderPlace(at, name)) ?? wrong}
      onText={(text) => send({ did: 'typedTender', tender: at, field: name, text: text.replace(/\D/g, '') })}
      onEnter={() => send({ did: 'acceptedTender', tender: at, field: name })}
    />
  );
  return (
    <>
      {field('checkNumber', counter.check.number, null)}
      {field('routing', counter.check.routing, wrongRouting(tender.routing))}
      {field('bankAccount', counter.check.bankAccount, null)}
    </>
  );
}
