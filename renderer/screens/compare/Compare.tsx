import { useReducer } from 'react';
import type { Output } from '#contract/contract';
import { amount, shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { drawer as words } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { usePage, useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Field, Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval, useStarter } from '../approval/Approval.tsx';
import { nextApprover } from '../approval/approve.ts';
import { useGo } from '../route.ts';
import { AskForRecount } from './AskForRecount.tsx';
import { ComparedTenders, HowExpected, StrayChecks } from './Compared.tsx';
import { CountedCash } from './CountedCash.tsx';
import { blankCompare, closeNotYet, compareReducer } from './compareForm.ts';
import { useClosing } from './useClosing.ts';

export type Comparison = Output<'comparison'>;

/** Step 2 of 3: counted beside expected, per tender, never netted. */
export function Compare({ drawer }: { drawer: string }) {
  const asked = useQuery('comparison', { drawer });
  if (asked.value) return <Compared told={asked.value} />;
  const sentence = asked.state === 'refused' ? asked.sentence : '';
  return (
    <Frame screen="compare" actions={{}}>
      <section className="left">{sentence ? <Wrong sentence={sentence} /> : null}</section>
      <section className="side" />
    </Frame>
  );
}

function Compared({ told }: { told: Comparison }) {
  const { station } = useStation();
  const { host } = usePage();
  const go = useGo();
  const [form, send] = useReducer(compareReducer, null, () => blankCompare(host.newId()));
  useFocus(form.focus);
  const close = useClosing(form, send, told);
  const starter = useStarter();
  const not = closeNotYet(form, told.demand);
  const press = () =>
    not ? send({ did: 'wentTo', place: not === 'pin' ? 'approvalPin' : 'closeReason' }) : void close();
  const step = words.step(2, words.compare.name);
  const isApproved = told.demand === 'approval';
  return (
    <Frame
      screen="compare"
      side="wide"
      actions={{
        primary: press,
        recount: () => send({ did: 'askedRecount' }),
        findReceipt: () => go({ go: { at: 'receipts', label: null } }),
        supervisor: isApproved
          ? () => send({ did: 'choseApprover', person: nextApprover(form.approval, station) })
          : undefined,
      }}
    >
      <section className="left" aria-label={step.name}>
        <div className="title-row">
          <h1>{words.title}</h1>
          <span>
            {step.of}
            <span className="ink">{step.name}</span>
          </span>
        </div>
        <CountedCash count={told.count} />
        <p className="pad muted">{words.compare.countedBy(shortName(told.countedBy), told.countNumber)}</p>
      </section>
      <section className="side" aria-label={words.compare.columns.difference}>
        <ComparedTenders told={told} />
        <HowExpected told={told} />
        <StrayChecks told={told} />
        <Field
          label={words.compare.reason}
          focusName="closeReason"
          maxLength={200}
          value={form.reason}
          placeholder={reasonHint(told, station.limits?.overShortReasonBeyondCents ?? 0)}
          wrong={sentenceUnder(form.trouble, 'closeReason')}
          onText={(reason) => send({ did: 'typedReason', reason })}
          onEnter={() => send({ did: 'wentTo', place: isApproved ? 'approvalPin' : 'primary' })}
        />
        {isApproved ? (
          <Approval
            {...form.approval}
            mark={told.mark}
            wrong={sentenceUnder(form.trouble, 'approvalPin')}
            notes={[say.approval.once, say.approval.starter(starter)]}
            onApprover={(person) => send({ did: 'choseApprover', person })}
            onPin={(pin) => send({ did: 'typedPin', pin })}
            onEnter={() => send({ did: 'wentTo', place: 'primary' })}
          />
        ) : null}
        <span className="push" />
        <div className="row muted">
          <span className="num">
            {words.compare.toBatch(amount(told.toBatchCashCents), amount(told.toBatchCheckCents))}
          </span>
          <span className="num">{words.compare.floatKept(amount(told.floatReturnedCents))}</span>
        </div>
        {form.trouble?.under === 'primary' ? <Wrong sentence={form.trouble.sentence} /> : null}
        <PrimaryButton
          label={words.compare.button}
          keys="Ctrl+Enter"
          why={not ? words.compare.why[not] : null}
          busy={form.busy}
          onPress={press}
          onWhy={press}
        />
      </section>
      {form.recounting ? <AskForRecount name={told.countedBy} onClose={() => send({ did: 'stayed' })} /> : null}
    </Frame>
  );
}

function reasonHint(told: Comparison, beyondCents: number): string {
  return told.demand === 'nothing' ? words.compare.reasonFree : words.compare.reasonNeeded(amount(beyondCents));
}
