import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#domain/money';
import { tidy } from '../../../amounts.ts';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import { exactFor } from '../counterMoney.ts';
import { tenderPlace } from '../places.ts';
import type { Send } from '../useCounter.ts';
import { CardFields } from './CardFields.tsx';
import { CheckFields } from './CheckFields.tsx';
import { CreditFields } from './CreditFields.tsx';
import { MoneyOrderFields } from './MoneyOrderFields.tsx';
import { TenderNote } from './TenderNote.tsx';
import { TenKeyHint } from './TenKeyHint.tsx';
import { rulesOfTender, type TenderForm } from './tenderForm.ts';

/** A tender as one kind of tender draws its fields, all but the amount. */
export type FieldsProps<T extends TenderForm> = { form: CounterForm; tender: T; at: number; send: Send };

/** A tender beside cash: one row when it is done, its fields while it is typed. */
export function Tender({ form, tender, at, send }: FieldsProps<TenderForm>) {
  if (form.opened !== at) return <Folded tender={tender} at={at} send={send} />;
  const name = rulesOfTender(tender).name(tender);
  return (
    <fieldset className="tender-open">
      <legend className="unseen">
        {name} {at + 1}
      </legend>
      <AmountField
        label={name}
        focusName={tenderPlace(at, 'text')}
        text={tender.text}
        wrong={sentenceUnder(form.trouble, tenderPlace(at, 'text'))}
        hint={exactHint(tender.text, exactFor(form, at))}
        onText={(text) => send({ did: 'typedTender', tender: at, field: 'text', text })}
        onEnter={() => send({ did: 'acceptedTender', tender: at, field: 'text' })}
      />
      <TenKeyHint text={tender.text} />
      <Fields form={form} tender={tender} at={at} send={send} />
      <TenderFoot form={form} tender={tender} at={at} send={send} />
    </fieldset>
  );
}

/** What Enter in an empty amount will take. Beside one that is typed it would not hold. */
export function exactHint(text: string, cents: Cents, as: (cents: string) => string = counter.exact): ReactNode {
  if (text.trim() !== '' || cents === 0) return null;
  return (
    <>
      <Keys keys="Enter" /> <span className="num">{as(formatAmount(cents))}</span>
    </>
  );
}

function Fields({ tender, ...props }: FieldsProps<TenderForm>) {
  switch (tender.kind) {
    case 'check':
      return <CheckFields {...props} tender={tender} />;
    case 'money-order':
      return <MoneyOrderFields {...props} tender={tender} />;
    case 'card':
      return <CardFields {...props} tender={tender} />;
    case 'credit':
      return <CreditFields {...props} tender={tender} />;
  }
}

function TenderFoot({ form, tender, at, send }: FieldsProps<TenderForm>) {
  return (
    <div className="row tender-foot">
      <TenderNote form={form} tender={tender} />
      <div className="tender-buttons">
        {tender.kind === 'check' ? (
          <>
            <button type="button" className="bare muted" onClick={() => send({ did: 'swappedNumbers', tender: at })}>
              {words.check.swap} <Keys keys="Ctrl+B" />
            </button>
            <button type="button" className="bare muted" onClick={() => send({ did: 'turnedCheck', tender: at })}>
              {words.check.other[tender.form]}
            </button>
          </>
        ) : null}
        <button type="button" className="bare muted" onClick={() => send({ did: 'removedTender', tender: at })}>
          {words.remove(say.tender[tender.kind])}
        </button>
      </div>
    </div>
  );
}

function Folded({ tender, at, send }: Omit<FieldsProps<TenderForm>, 'form'>) {
  const [name, detail] = rulesOfTender(tender).told(tender);
  return (
    <button type="button" className="field folded" onClick={() => send({ did: 'openedTender', tender: at })}>
      <span className="muted">{name}</span>
      <span className="muted">{detail}</span>
      <span className="value num">{tidy(tender.text)}</span>
    </button>
  );
}
