import { type Dispatch, type ReactNode, useReducer } from 'react';
import type { Input } from '#contract/contract';
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
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { useTelling } from '../safe/useTelling.ts';
import { Difference, useHeldCents } from './ConfirmSlip.tsx';
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
  needsYes,
  type StepAction,
  type StepFields,
  type StepForm,
  slipAsked,
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
  const heldCents = useHeldCents(of);
  const slip = useRestedQuery('confirmation', slipAsked(form, of.deposit, heldCents));
  const yes = needsYes(form, heldCents) ? { yes: what === 'destroy' ? destruction : slip } : null;
  const without = useNotForSlip(what, of);
  const toldIt = useTold(form, send, of, yes && { mark: yes.yes.value?.mark ?? null, without });
  const recorded = useRecordedSeal(of);
  const tellIt = async () => {
    if (await toldIt()) go({ go: 'back' });
  };
  // Another seal than on record may be a typo, and is asked about once more.
  const press = () => (isOtherSeal(form, recorded) ? send({ did: 'askedAgain' }) : void tellIt());
  return (
    <SafeForm
      screen="depositStep"
      loss="deposit"
      title={words.title[what](of.deposit)}
      aside={deposits.account(of.bankAccountName, of.lastFour)}
      {...{ form, send, without, ...yes }}
      not={stepNotYet(form, heldCents)}
      onSend={press}
      isPaper
      isBegun={isBegunStep(form)}
      left={<About of={of} isSealRead={FIELDS[form.what].includes('seal')} />}
      head={isSlip(what) ? words.held : words.head}
      headAside={deposits.state[of.state]}
      loud={loudOf(of, isSlip(what) ? heldCents : (destruction.value?.cents ?? null))}
      button={buttonOf(form)}
      actions={{ next: false }}
    >
      <Said {...{ form, send, of, heldCents, without, ...yes }} />
      <OtherSeal {...{ form, send, recorded }} deposit={of.deposit} onYes={() => void tellIt()} />
    </SafeForm>
  );
}

/** Where it is about an amount, that is loud, and not its number. */
function loudOf({ deposit }: DepositListed, cents: number | null): ReactNode {
  return cents === null ? <span className="id">{deposit}</span> : amount(cents);
}

function isSlip(what: StepKind): what is 'confirm' | 'correct' {
  return what === 'confirm' || what === 'correct';
}

function buttonOf(form: StepForm): string {
  const { what } = form;
  if (!isSlip(what)) return words.button[what];
  return words.button[what](amount(slipCents(form)));
}

/** Who had a part in a deposit, and cannot say yes to its slip. */
function useNotForSlip(what: StepKind, { deposit }: DepositListed): readonly string[] {
  const told = useSteadyQuery('deposit', { deposit }).value;
  return isSlip(what) ? (told?.notApprovers ?? []) : [];
}

type SaidProps = Omit<AskedProps, 'name'> & { yes?: Asked<{ mark: string }>; without: readonly string[] };

/** What is typed of it, and a second person's yes where paper is destroyed or a slip is not what was deposited. */
function Said({ heldCents, yes, without, ...asked }: SaidProps) {
  const { form, send } = asked;
  const { what } = form;
  return (
    <>
      {FIELDS[what].map((name) => (
        <AskedField key={name} {...{ name, heldCents }} {...asked} />
      ))}
      {isSlip(what) ? <Difference form={form} heldCents={heldCents} /> : null}
      {yes ? (
        <Approval
          place="office"
          without={without}
          form={form}
          send={send}
          mark={yes.value?.mark ?? null}
          refused={refusedIn(yes)}
          about={isSlip(what) ? words.onlySlip : words.only}
          onEnter={() => send({ did: 'wentTo', place: 'primary' })}
        />
      ) : null}
      <p className="pad muted">{words.note[what === 'confirm' && asked.of.isCounty ? 'county' : what]}</p>
    </>
  );
}

/** @param isSealRead whether the seal is read off the bag: then it is not told, so that nobody copies it from the screen */
function About({ of, isSealRead }: { of: DepositListed; isSealRead: boolean }) {
  const { bag, preparerName, firstReceiptAt, dueAt, handedAt } = of;
  const deposit = useSteadyQuery('deposit', { deposit: of.deposit }).value;
  const seal = isSealRead ? words.sealChecked : deposit?.told?.seal;
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
      {deposit && !isSealRead ? <Steps deposit={deposit} /> : null}
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
  heldCents: number | null;
};

/** One field of the step. */
function AskedField({ name, form, send, of, heldCents }: AskedProps) {
  const wrong = sentenceUnder(form.trouble, name);
  const onText = (text: string) => send({ did: 'typedField', field: name, text });
  const onEnter = () => send({ did: 'wentTo', place: fieldAfter(form, name, heldCents) });
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
  if (name === 'reference' && what !== 'transmit' && isCounty) return words.receipt;
  return name === 'reference' && what === 'transmit' ? words.confirmation : words[name];
}

function hintOf(name: keyof StepFields, { what }: StepForm): string {
  if (name === 'courier') return words.courierHint;
  if (name !== 'reason') return '';
  return what === 'missed' || what === 'withdraw' || what === 'explain' || what === 'correct'
    ? words.reasonHint[what]
    : '';
}

/** Today and the days before, as far as the one on which it was handed over. */
function daysBack(today: BusinessDay, first: BusinessDay): BusinessDay[] {
  const days = [today];
  while (days.length < DAYS_BACK && (days.at(-1) ?? first) > first) days.push(dayAfter(today, -days.length));
  return days;
}

type Yes = { mark: string | null; without: readonly string[] };

/** Tells the ledger of the step; answers whether it was recorded. */
function useTold(form: StepForm, send: Dispatch<StepAction>, { deposit, state }: DepositListed, yes: Yes | null) {
  const tell = useTelling(send);
  const run = useApproved(form, send, 'office', yes?.without);
  const { commandId, what, fields } = form;
  const said = { commandId, deposit };
  const reason = fields.reason.trim();
  const reference = fields.reference.trim();
  return async function told(): Promise<boolean> {
    switch (what) {
      case 'hand':
        return (await tell('handToCourier', { ...said, carrier: carrierOf(fields) })) !== null;
      case 'missed':
        return (
          (await tell('courierMissed', { ...said, seal: fields.seal, reason, isBack: state === 'handed' })) !== null
        );
      case 'withdraw':
        return (await tell('withdrawDeposit', { ...said, reason })) !== null;
      case 'explain':
        return (await tell('explainLateDeposit', { ...said, reason })) !== null;
      case 'transmit':
        return (await tell('transmitDeposit', { ...said, confirmation: reference })) !== null;
      case 'destroy':
        return (await run('destroyChecks', said, { mark: yes?.mark ?? null })) !== null;
      case 'confirm': {
        const slip = { ...said, reference, day: fields.day as BusinessDay, cents: slipCents(form) };
        if (yes === null) return (await tell('confirmDeposit', slip)) !== null;
        return (await run('confirmDeposit', slip, yes)) !== null;
      }
      case 'correct': {
        const slip = { ...said, reference, day: fields.day as BusinessDay, cents: slipCents(form) };
        return (await run('correctConfirmation', { ...slip, reason }, { mark: yes?.mark ?? null })) !== null;
      }
    }
  };
}

function carrierOf({ person, courier }: StepFields): Input<'handToCourier'>['carrier'] {
  return person === '' ? { courier: courier.trim() } : { person };
}
