import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#domain/money';
import { tidy } from '../../../amounts.ts';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import type { CounterForm } from '../counterForm.ts';
import { exactFor } from '../counterMoney.ts';
import { accountsOf } from '../paidAccounts.ts';
import { tenderPlace } from '../places.ts';
import type { Send } from '../useCounter.ts';
import { CardFields } from './CardFields.tsx';
import { CheckFields } from './CheckFields.tsx';
import { rulesOfTender, type TenderForm } from './tenderForm.ts';

/** A tender as one kind of tender draws its fields, all but the amount. */
export type FieldsProps<T extends TenderForm> = { form: CounterForm; tender: T; at: number; send: Send };

/** A check or card: one row when it is done, its fields while it is typed. */
export function Tender({ form, tender, at, send }: FieldsProps<TenderForm>) {
  if (form.opened !== at) return <Folded tender={tender} at={at} send={send} />;
  const exact = exactFor(form, at);
  return (
    <fieldset className="tender-open">
      <legend className="unseen">
        {say.tender[tender.kind]} {at + 1}
      </legend>
      <AmountField
        label={say.tender[tender.kind]}
        focusName={tenderPlace(at, 'text')}
        text={tender.text}
        wrong={sentenceUnder(form.trouble, tenderPlace(at, 'text'))}
        hint={exactHint(tender.text, exact)}
        onText={(text) => send({ did: 'typedTender', tender: at, field: 'text', text })}
        onEnter={() => send({ did: 'acceptedTender', tender: at, field: 'text' })}
      />
      <Fields form={form} tender={tender} at={at} send={send} />
      <div className="row tender-foot">
        <Note form={form} tender={tender} />
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

function Fields({ tender, ...props }: FieldsProps<TenderForm>) {
  switch (tender.kind) {
    case 'check':
      return <CheckFields {...props} tender={tender} />;
    case 'card':
      return <CardFields {...props} tender={tender} />;
  }
}

function Note({ form, tender }: { form: CounterForm; tender: TenderForm }) {
  if (tender.kind === 'card') return <span className="small">{counter.cardHint}</span>;
  const warned = accountsOf(form).find((account) => account.flags.includes('no-checks'));
  if (!warned) return <span />;
  return (
    <span className="warned">
      <Mark name="warning" />
      <span>{counter.noChecks(warned.accountNumber)}</span>
    </span>
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
