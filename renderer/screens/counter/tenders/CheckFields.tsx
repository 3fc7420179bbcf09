import { tenders as words } from '../../../messages/tenders.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { tenderPlace } from '../places.ts';
import { type CheckField, type CheckTender, wrongBankAccount, wrongRouting } from './checkTender.ts';
import { wrongNumber } from './paperNumber.ts';
import type { FieldsProps } from './Tender.tsx';

/** What is read off a check, in the order in which it stands there. The two long numbers may have changed places. */
export function CheckFields({ form, tender, at, send }: FieldsProps<CheckTender>) {
  const field = (name: Exclude<CheckField, 'text'>, label: string, wrong: string | null) => (
    <Field
      label={label}
      focusName={tenderPlace(at, name)}
      inputMode="numeric"
      maxLength={23}
      value={tender[name]}
      wrong={sentenceUnder(form.trouble, tenderPlace(at, name)) ?? wrong}
      onText={(text) => send({ did: 'typedTender', tender: at, field: name, text: text.replace(/\D/g, '') })}
      onEnter={() => send({ did: 'acceptedTender', tender: at, field: name })}
    />
  );
  return (
    <>
      {field('checkNumber', words.check.number, wrongNumber(tender.checkNumber, 'checkNumber'))}
      {field('routing', words.check.routing, wrongRouting(tender))}
      {field('bankAccount', words.check.bankAccount, wrongBankAccount(tender.bankAccount))}
    </>
  );
}
