import { type Dispatch, useReducer } from 'react';
import type { Input, Output } from '#contract/contract';
import { type BusinessDay, dayAfter, dayOf } from '#domain/businessDay';
import { amount, mediumDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { depositStep as words } from '../../messages/depositStep.ts';
import { deposits } from '../../messages/deposits.ts';
import { usePage, useQuery, useSteadyQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { type Asked, refusedIn } from '../../store.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field, Wrong } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Approval } from '../approval/Approval.tsx';
import { useApproved } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { SafeForm } from '../safe/SafeForm.tsx';
import { useTelling } from '../safe/useTelling.ts';
import { AskAgain, Difference, useHeldCents } from './ConfirmSlip.tsx';
import { Steps } from './DepositSide.tsx';
import { DueBar } from './DueBar.tsx';
import type { DepositListed, StepKind } from './depositsForm.ts';
import { OtherSeal, useRecordedSeal } from './OtherSeal.tsx';
import {
  blankStep,
  FIELDS,
  fieldAfter,
  isBegunStep,
  isOtherSeal,
  type StepAction,
  type StepFields,
  type StepForm,
  slipCents,
  slipDifference,
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
  const heldCents = useHeldCents(of);
  const recorded = useRecordedSeal(of);
  const isOdd =
    what === 'missed' ? isOtherSeal(form, recorded) : what === 'confirm' && !!slipDifference(form, heldCents);
  const tellIt = async () => {
    if (await toldIt()) go({ go: 'back' });
  };
  // Another amount than was deposited, or another seal than on record, may be a typo, and is asked about once more.
  const press = () => (isOdd ? send({ did: 'askedAgain' }) : void tellIt());
  return (
    <SafeForm
      screen="depositStep"
      loss="deposit"
      title={words.title[what](of.deposit)}
      aside={deposits.account(of.bankAccountName, of.lastFour)}
      {...{ form, send }}
      not={stepNotYet(form, heldCents)}
      onSend={press}
      {...(what === 'destroy' ? { yes: destruction } : {})}
      isPaper
      isBegun={isBegunStep(form)}
      left={<About of={of} />}
      head={words.head}
      headAside={deposits.state[of.state]}
      loud={destruction.value ? amount(destruction.value.cents) : <span className="id">{of.deposit}</span>}
      button={what === 'confirm' ? words.button.confirm(amount(slipCents(form))) : words.button[what]}
      actions={{ next: false }}
    >
      <Said {...{ form, send, of, destruction, heldCents }} />
      <Asking {...{ form, send, heldCents, recorded }} deposit={of.deposit} onYes={() => void tellIt()} />
    </SafeForm>
  );
}

type AskingProps = {
  form: StepForm;
  send: Dispatch<StepAction>;
  deposit: string;
  heldCents: number | null;
  recorded: string | null;
  onYes: () => void;
};

/** What is asked once more before it is told; nothing while nothing is. */
function Asking({ heldCents, recorded, ...asking }: AskingProps) {
  const { isAsking, what } = asking.form;
  if (!isAsking) return null;
  if (what === 'confirm') return <AskAgain {...asking} heldCents={heldCents} />;
  return recorded === null ? null : <OtherSeal {...asking} recorded={recorded} />;
}

type SaidProps = Omit<AskedProps, 'name'> & { destruction: Asked<Output<'destruction'>>; heldCents: number | null };

/** What is typed of it, and a second person's yes where paper is destroyed. */
function Said({ destruction, heldCents, ...asked }: SaidProps) {
  const { form, send } = asked;
  const mark = destruction.value?.mark ?? null;
  return (
    <>
      {FIELDS[form.what].map((name) => (
        <AskedField key={name} name={name} {...asked} />
      ))}
      {form.what === 'confirm' ? <Difference form={form} heldCents={heldCents} /> : null}
      {form.what === 'destroy' ? (
        <Approval
          place="office"
          form={form}
          send={send}
          mark={mark}
          refused={refusedIn(destruction)}
          about={words.only}
          onEnter={() => send({ did: 'wentTo', place: 'primary' })}
        />
      ) : null}
      <p className="pad muted">{words.note[form.what === 'confirm' && asked.of.isCounty ? 'county' : form.what]}</p>
    </>
  );
}

function About({ of }: { of: DepositListed }) {
  const { bag, preparerName, firstReceiptAt, dueAt, handedAt } = of;
  const deposit = useSteadyQuery('deposit', { deposit: of.deposit }).value;
  const seal = deposit?.told?.seal;
  return (
    <div className="about-deposit">
      <dl className="facts">
        <dt>{deposits.columns.bag}</dt>
        <dd>{bag ?? deposits.images}</dd>
        {seal ? (
          <>
            <dt>{words.seal}</dt>
            <dd>{seal}</dd>
          </>
        ) : null}
        <dt>{deposits.step.prepared}</dt>
        <dd>{preparerName}</dd>
      </dl>
      <DueBar {...{ firstReceiptAt, dueAt, handedAt }} />
      {deposit ? <Steps deposit={deposit} /> : null}
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
};

/** One field of the step. */
function AskedField({ name, form, send, of }: AskedProps) {
  const wrong = sentenceUnder(form.trouble, name);
  const onText = (text: string) => send({ did: 'typedField', field: name, text });
  const onEnter = () => send({ did: 'wentTo', place: fieldAfter(form, name) });
  const value = form.fields[name];
  const options = useOptions(name, of);
  if (name === 'courier' && form.fields.person !== '') return null;
  if (name === 'amount')
    return <AmountField label={words.amount} focusName={name} text={value} {...{ wrong, onText, onEnter }} />;
  if (name === 'person' || name === 'day')
    return (
      <>
        <SelectField
          label={name === 'day' ? words.day : words.carrier}
          focusName={name}
          {...{ value, options, onEnter }}
          onPick={onText}
        />
        {wrong ? <Wrong sentence={wrong} /> : null}
      </>
    );
  const maxLength = name === 'reason' ? 200 : 120;
  const placeholder = hintOf(name, form);
  return (
    <Field
      label={labelOf(name, form, of)}
      focusName={name}
      {...{ value, placeholder, maxLength, wrong, onText, onEnter }}
    />
  );
}

/** Whom or which day there is to choose. */
function useOptions(name: keyof StepFields, of: DepositListed): { value: string; label: string }[] {
  const { station, now, zone } = useStation();
  if (name === 'day')
    return daysBack(dayOf(now, zone), of.handedAt === null ? of.businessDay : dayOf(of.handedAt, zone)).map((day) => ({
      value: day,
      label: mediumDay(day),
    }));
  const people = station.people.filter(({ role }) => role !== 'auditor');
  return [{ value: '', label: words.aCourier }, ...people.map((one) => ({ value: one.person, label: one.name }))];
}

function labelOf(
  name: 'courier' | 'seal' | 'reason' | 'reference',
  { what }: StepForm,
  { isCounty }: DepositListed,
): string {
  if (name === 'reference' && what === 'confirm' && isCounty) return words.receipt;
  return name === 'reference' && what === 'transmit' ? words.confirmation : words[name];
}

function hintOf(name: keyof StepFields, { what }: StepForm): string {
  if (name === 'courier') return words.courierHint;
  if (name !== 'reason') return '';
  return what === 'missed' || what === 'withdraw' || what === 'explain' ? words.reasonHint[what] : '';
}

/** Today and the days before, as far as the one on which it was handed over. */
function daysBack(today: BusinessDay, first: BusinessDay): BusinessDay[] {
  const days = [today];
  while (days.length < DAYS_BACK && (days.at(-1) ?? first) > first) days.push(dayAfter(today, -days.length));
  return days;
}

/** Tells the ledger of the step; answers whether it was recorded. */
function useTold(form: StepForm, send: Dispatch<StepAction>, deposit: string, mark: string | null) {
  const tell = useTelling(send);
  const run = useApproved(form, send, 'office');
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
