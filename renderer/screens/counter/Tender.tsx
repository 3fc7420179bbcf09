import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#domain/money';
import { CardBrand } from '#domain/tender';
import { tidy } from '../../amounts.ts';
import { counter } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { CardForm, CheckForm, CounterForm, TenderField, TenderForm } from './counterForm.ts';
import { exactFor, placeOf, wrongRouting } from './counterMoney.ts';
import type { Send } from './useCounter.ts';

type TenderProps = { form: CounterForm; tender: TenderForm; at: number; send: Send };

/** A check or card: one row when it is done, its fields while it is typed. */
export function Tender({ form, tender, at, send }: TenderProps) {
  if (form.opened !== at) return <Folded tender={tender} at={at} send={send} />;
  const exact = exactFor(form, at);
  return (
    <fieldset className="tender-open">
      <legend className="unseen">
        {say.tender[tender.kind]} {at + 1}
      </legend>
      <AmountField
        label={say.tender[tender.kind]}
        focusName={placeOf(at, 'text')}
        text={tender.text}
        wrong={sentenceUnder(form.trouble, placeOf(at, 'text'))}
        hint={exactHint(tender.text, exact)}
        onText={(text) => send({ did: 'typedTender', tender: at, field: 'text', text })}
        onEnter={() => send({ did: 'acceptedTender', tender: at, field: 'text' })}
      />
      {tender.kind === 'check' ? (
        <CheckFields form={form} tender={tender} at={at} send={send} />
      ) : (
        <CardFields form={form} tender={tender} at={at} send={send} />
      )}
      <div className="row tender-foot">
        <span className="small">{noteOf(form, tender)}</span>
        <button type="button" className="bare muted" onClick={() => send({ did: 'removedTender', tender: at })}>
          {counter.tender.remove(say.tender[tender.kind].toLowerCase())}
        </button>
      </div>
    </fieldset>
  );
}

/** What Enter in an empty amount will take. Beside one that is typed it would not hold. */
export function exactHint(text: string, cents: Cents): ReactNode {
  if (text.trim() !== '' || cents === 0) return null;
  return (
    <>
      <Keys keys="Enter" /> <span className="num">{counter.exact(formatAmount(cents))}</span>
    </>
  );
}

function noteOf(form: CounterForm, tender: TenderForm): string {
  if (tender.kind === 'card') return counter.cardHint;
  const warned = form.lines.find((line) => line.account.flags.includes('no-checks'));
  return warned ? counter.noChecks(warned.account.accountNumber) : '';
}

function Folded({ tender, at, send }: Omit<TenderProps, 'form'>) {
  const [name, detail] =
    tender.kind === 'check'
      ? [`${counter.check.name} № ${tender.checkNumber || '…'}`, `${counter.tender.routing} ${grouped(tender.routing)}`]
      : [`${counter.card.name} ··${tender.lastFour || '…'}`, say.brand[tender.brand]];
  return (
    <button type="button" className="field folded" onClick={() => send({ did: 'openedTender', tender: at })}>
      <span className="muted">{name}</span>
      <span className="muted">{detail}</span>
      <span className="value num">{tidy(tender.text)}</span>
    </button>
  );
}

type FieldsProps<T> = { form: CounterForm; tender: T; at: number; send: Send };

function CheckFields({ form, tender, at, send }: FieldsProps<CheckForm>) {
  const field = (name: 'checkNumber' | 'routing' | 'bankAccount', label: string, wrong: string | null) => (
    <Field
      label={label}
      focusName={placeOf(at, name)}
      inputMode="numeric"
      maxLength={name === 'routing' ? 9 : 17}
      value={tender[name]}
      wrong={sentenceUnder(form.trouble, placeOf(at, name)) ?? wrong}
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

function CardFields({ form, tender, at, send }: FieldsProps<CardForm>) {
  const typed = (field: TenderField, text: string) => send({ did: 'typedTender', tender: at, field, text });
  const accepted = (field: TenderField) => () => send({ did: 'acceptedTender', tender: at, field });
  return (
    <>
      <SelectField
        label={counter.card.brand}
        focusName={placeOf(at, 'brand')}
        value={tender.brand}
        options={CardBrand.options.map((value) => ({ value, label: say.brand[value] }))}
        onPick={(brand) => typed('brand', brand)}
        onEnter={accepted('brand')}
      />
      <Field
        label={counter.card.lastFour}
        focusName={placeOf(at, 'lastFour')}
        inputMode="numeric"
        maxLength={23}
        value={tender.lastFour}
        // Cut to four, a whole number would leave its first digits on the receipt as if they were the last.
        wrong={tender.lastFour.length > 4 ? counter.lastFourOnly : sentenceUnder(form.trouble, placeOf(at, 'lastFour'))}
        onText={(text) => typed('lastFour', text.replace(/\D/g, ''))}
        onEnter={accepted('lastFour')}
      />
      <Field
        label={counter.card.approvalCode}
        focusName={placeOf(at, 'approvalCode')}
        maxLength={12}
        value={tender.approvalCode}
        wrong={sentenceUnder(form.trouble, placeOf(at, 'approvalCode'))}
        onText={(text) => typed('approvalCode', text.replace(/[^0-9A-Za-z]/g, ''))}
        onEnter={accepted('approvalCode')}
      />
    </>
  );
}

/** `0210 0002 1`: nine digits are easier to compare in groups. */
function grouped(routing: string): string {
  return routing.replace(/(\d{4})(?=\d)/g, '$1 ');
}
