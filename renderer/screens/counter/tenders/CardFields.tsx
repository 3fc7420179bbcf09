import { CardBrand } from '#domain/tender';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { tenderPlace } from '../places.ts';
import { type CardField, type CardTender, tooManyDigits, wrongApproval } from './cardTender.ts';
import type { FieldsProps } from './Tender.tsx';

/** What the terminal that stands beside says of a card. */
export function CardFields({ form, tender, at, send }: FieldsProps<CardTender>) {
  const typed = (field: CardField, text: string) => send({ did: 'typedTender', tender: at, field, text });
  const accepted = (field: CardField) => () => send({ did: 'acceptedTender', tender: at, field });
  const refusedAt = (field: CardField) => sentenceUnder(form.trouble, tenderPlace(at, field));
  return (
    <>
      <SelectField
        label={counter.card.brand}
        focusName={tenderPlace(at, 'brand')}
        value={tender.brand}
        options={CardBrand.options.map((value) => ({ value, label: say.brand[value] }))}
        onPick={(brand) => typed('brand', brand)}
        onEnter={accepted('brand')}
      />
      <Field
        label={counter.card.lastFour}
        focusName={tenderPlace(at, 'lastFour')}
        inputMode="numeric"
        maxLength={23}
        value={tender.lastFour}
        wrong={tooManyDigits(tender.lastFour) ?? refusedAt('lastFour')}
        onText={(text) => typed('lastFour', text.replace(/\D/g, ''))}
        onEnter={accepted('lastFour')}
      />
      <Field
        label={counter.card.approvalCode}
        focusName={tenderPlace(at, 'approvalCode')}
        maxLength={23}
        value={tender.approvalCode}
        wrong={wrongApproval(tender) ?? refusedAt('approvalCode')}
        onText={(text) => typed('approvalCode', text.replace(/[^0-9A-Za-z]/g, ''))}
        onEnter={accepted('approvalCode')}
      />
    </>
  );
}
