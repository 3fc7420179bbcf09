import { formatAmount } from '#domain/money';
import { tenders as words } from '../../../messages/tenders.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { tenderPlace } from '../places.ts';
import type { CreditTender } from './creditTender.ts';
import type { FieldsProps } from './Tender.tsx';

/** Whose credit, where more than one account of the receipt has some. */
export function CreditFields({ tender, at, send }: FieldsProps<CreditTender>) {
  if (tender.credits.length < 2) return null;
  return (
    <SelectField
      label={words.credit.account}
      focusName={tenderPlace(at, 'accountNumber')}
      value={tender.accountNumber}
      options={tender.credits.map(({ accountNumber, cents }) => ({
        value: accountNumber,
        label: words.credit.option(accountNumber, formatAmount(cents)),
      }))}
      onPick={(text) => send({ did: 'typedTender', tender: at, field: 'accountNumber', text })}
      onEnter={() => send({ did: 'acceptedTender', tender: at, field: 'text' })}
    />
  );
}
