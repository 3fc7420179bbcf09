import { MoneyOrderIssuer } from '#domain/tender';
import { tenders as words } from '../../../messages/tenders.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { tenderPlace } from '../places.ts';
import type { MoneyOrderField, MoneyOrderTender } from './moneyOrderTender.ts';
import { wrongNumber } from './paperNumber.ts';
import type { FieldsProps } from './Tender.tsx';

/** What is read off a money order. */
export function MoneyOrderFields({ form, tender, at, send }: FieldsProps<MoneyOrderTender>) {
  const typed = (field: MoneyOrderField, text: string) => send({ did: 'typedTender', tender: at, field, text });
  const accepted = (field: MoneyOrderField) => () => send({ did: 'acceptedTender', tender: at, field });
  return (
    <>
      <SelectField
        label={words.moneyOrder.issuerLabel}
        focusName={tenderPlace(at, 'issuer')}
        value={tender.issuer}
        options={MoneyOrderIssuer.options.map((value) => ({ value, label: words.moneyOrder.issuer[value] }))}
        onPick={(issuer) => typed('issuer', issuer)}
        onEnter={accepted('issuer')}
      />
      <Field
        label={words.moneyOrder.serial}
        focusName={tenderPlace(at, 'serial')}
        inputMode="numeric"
        maxLength={23}
        value={tender.serial}
        wrong={wrongNumber(tender.serial, 'serial') ?? sentenceUnder(form.trouble, tenderPlace(at, 'serial'))}
        onText={(text) => typed('serial', text.replace(/\D/g, ''))}
        onEnter={accepted('serial')}
      />
    </>
  );
}
