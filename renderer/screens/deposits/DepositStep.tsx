import { type Dispatch, useReducer } from 'react';
import type { Input } from '#contract/contract';
import { type BusinessDay, dayAfter, dayOf } from '#domain/businessDay';
import { amount, mediumDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { deposits, depositStep as words } from '../../messages/deposits.ts';
import { usePage, useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field, Wrong } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Approval } from '../approval/Approval.tsx';
import { useApproved } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { SafeForm } from '../safe/SafeForm.tsx';
import { useTelling } from '../safe/useTelling.ts';
import { DueBar } from './DueBar.tsx';
import type { DepositListed, StepKind } from './depositsForm.ts';
import {
  blankStep,
  FIELDS,
  fieldAfter,
  isBegunStep,
  type StepAction,
  type StepFields,
  type StepForm,
  slipCents,
  stepNotYet,
  stepReducer,
} from './stepForm.ts';

type DepositStepProps = { what: StepKind; deposit: DepositListed };

/** What happens to a deposit besides being counted: handed over, missed, confirmed, taken back, explained, destroyed. */
export function DepositStep({ what, deposit: of }: DepositStepProps) {
  const go = useGo();
  const { host } = usePage();
  const { now, zone } = useStation();
  const [form, send] = useReducer(stepReducer, null, () => blankStep(host.newId(), what, dayOf(now, zone)));
  const destruction = useQuery('destruction', what === 'destroy' ? { deposit: of.deposit } : null);
  const toldIt = useTold(form, send, of.deposit, destruction.value?.mark ?? null);
  const tellIt = async () => {
    if (await toldIt()) go({ go: 'back' });
  };
  return (
    <SafeForm
      screen="depositStep"
      title={words.title[what](of.deposit)}
      aside={deposits.account(of.bankAccountName, of.lastFour)}
      form={form}
      send={send}
      not={stepNotYet(form)}
      onSend={() => void tellIt()}
      needsYes={what === 'destroy'}
      isPaper
      isBegun={isBegunStep(form)}
      left={<About of={of} />}
      head={words.head}
      headAside={deposits.state[of.state]}
      loud={destruction.value ? amount(destruction.value.cents) : of.deposit}
      button={what === 'confirm' ? words.button.confirm(amount(slipCents(form))) : words.button[what]}
      actions={{ next: false }}
    >
      {(press) => (
        <>
          {FIELDS[what].map((name) => (
            <Asked key={name} name={name} form={form} send={send} of={of} onLast={press} />
          ))}
          {destruction.state === 'refused' ? <Wrong sentence={destruction.sentence} /> : null}
          {what === 'destroy' ? (
            <Approval
              form={form}
              send={send}
              mark={destruction.value?.mark ?? null}
              about={words.only}
              onEnter={press}
            />
          ) : null}
          <p className="pad muted">{words.note[what]}</p>
        </>
      )}
    </SafeForm>
  );
}

function About({ of }: { of: DepositListed }) {
  const { bag, preparerName, firstReceiptAt, dueAt, handedAt } = of;
  return (
    <div className="about-deposit">
      <dl className="facts">
        <dt>{deposits.columns.bag}</dt>
        <dd>{bag ?? deposits.images}</dd>
        <dt>{deposits.step.prepared}</dt>
        <dd>{preparerName}</dd>
      </dl>
      <DueBar {...{ firstReceiptAt, dueAt, handedAt }} />
    </div>
  );
}

/** How many days back the bank's slip may be of; one that is older is told by a later day's list. */
const DAYS_BACK = 31;

type AskedProps = {
  name: keyof StepFields;
  form: StepForm;
  send: Dispatch<StepAction>;
  of: DepositListed;
  onLast: () => void;
};

/** One field of the step. */
function Asked({ name, form, send, of, onLast }: AskedProps) {
  const { station, now, zone } = useStation();
  const wrong = sentenceUnder(form.trouble, name);
  const text = (typed: string) => send({ did: 'typedField', field: name, text: typed });
  const after = fieldAfter(form, name);
  const onEnter = () => (after === 'primary' ? onLast() : send({ did: 'wentTo', place: after }));
  const value = form.fields[name];
  const field = { focusName: name, value, onEnter };
  if (name === 'courier' && form.fields.person !== '') return null;
  if (name === 'amount')
    return (
      <AmountField label={words.amount} focusName={name} text={value} wrong={wrong} onText={text} onEnter={onEnter} />
    );
  if (name === 'person') {
    const people = station.people.filter(({ role }) => role !== 'auditor');
    const options = [
      { value: '', label: words.aCourier },
      ...people.map((one) => ({ value: one.person, label: one.name })),
    ];
    return (
      <>
        <SelectField label={words.carrier} {...field} options={options} onPick={text} />
        {wrong ? <Wrong sentence={wrong} /> : null}
      </>
    );
  }
  if (name === 'day') {
    const options = daysBack(dayOf(now, zone), of.businessDay).map((day) => ({ value: day, label: mediumDay(day) }));
    return (
      <>
        <SelectField label={words.day} {...field} value={value as BusinessDay} options={options} onPick={text} />
        {wrong ? <Wrong sentence={wrong} /> : null}
      </>
    );
  }
  return (
    <Field
      label={labelOf(name, form)}
      {...field}
      placeholder={hintOf(name, form)}
      maxLength={name === 'reason' ? 200 : 120}
      wrong={wrong}
      onText={text}
    />
  );
}

function labelOf(name: 'courier' | 'seal' | 'reason' | 'reference', { what }: StepForm): string {
  return name === 'reference' && what === 'transmit' ? words.confirmation : words[name];
}

function hintOf(name: keyof StepFields, { what }: StepForm): string {
  if (name === 'courier') return words.courierHint;
  if (name !== 'reason') return '';
  return what === 'missed' || what === 'withdraw' || what === 'explain' ? words.reasonHint[what] : '';
}

/** Today and the days before, as far as the one on which it was prepared. */
function daysBack(today: BusinessDay, first: BusinessDay): BusinessDay[] {
  const days = [today];
  while (days.length < DAYS_BACK && (days.at(-1) ?? first) > first) days.push(dayAfter(today, -days.length));
  return days;
}

/** Tells the ledger of the step; answers whether it was recorded. */
function useTold(form: StepForm, send: Dispatch<StepAction>, deposit: string, mark: string | null) {
  const tell = useTelling(send);
  const run = useApproved(form, send);
  const { commandId, what, fields } = form;
  const said = { commandId, deposit };
  const reason = fields.reason.trim();
  const reference = fields.reference.trim();
  return async function told(): Promise<boolean> {
    switch (what) {
      case 'hand':
        return (await tell('handToCourier', { ...said, carrier: carrierOf(fields) })) !== null;
      case 'missed':
        return (await tell('courierMissed', { ...said, seal: fields.seal, reason })) !== null;
      case 'withdraw':
        return (await tell('withdrawDeposit', { ...said, reason })) !== null;
      case 'explain':
        return (await tell('explainLateDeposit', { ...said, reason })) !== null;
      case 'transmit':
        return (await tell('transmitDeposit', { ...said, confirmation: reference })) !== null;
      case 'destroy':
        return (await run('destroyChecks', said, { mark })) !== null;
      case 'confirm': {
        const day = fields.day as BusinessDay;
        return (await tell('confirmDeposit', { ...said, reference, day, cents: slipCents(form) })) !== null;
      }
    }
  };
}

function carrierOf({ person, courier }: StepFields): Input<'handToCourier'>['carrier'] {
  return person === '' ? { courier: courier.trim() } : { person };
}
