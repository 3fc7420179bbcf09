import { Fragment, useReducer } from 'react';
import type { Input, Output } from '#contract/contract';
import { worthOf } from '#domain/denominations';
import { amount } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { endingDrawer as words } from '../../messages/batches.ts';
import { safe } from '../../messages/safe.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { APPROVAL_PIN, lacksPin } from '../approval/approvalForm.ts';
import { useApproved, useNextApprover } from '../approval/useApproved.ts';
import { type CountForm, countOf } from '../count/countForm.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { WhySettled } from '../safe/WhySettled.tsx';
import type { Batch } from './batchesForm.ts';
import { blankEndDrawer, type EndDrawerForm, endDrawerReducer } from './endDrawerForm.ts';

type WhyEndedProps = {
  batch: Batch;
  /** What its tray holds, as it was typed. */
  counted: CountForm;
  onBack: () => void;
  onEnded: (ended: Output<'endDrawer'>) => void;
};

/** Why the office ends a drawer, and the yes of a second person; what was counted is in sight, what must be there is not. */
export function WhyEnded({ batch, counted, onBack, onEnded }: WhyEndedProps) {
  const [form, send] = useReducer(endDrawerReducer, null, blankEndDrawer);
  useFocus(form.focus);
  useUnfinished('count');
  const count = countOf(counted);
  const told = form.reason.trim() === '' ? null : { batch: batch.batch, count, reason: form.reason.trim() };
  const asked = useRestedQuery('drawerEnding', told);
  const without = asked.value?.notApprovers ?? [];
  const run = useApproved(form, send, 'office', without);
  const not = notYet(form, asked.value?.mark ?? null);
  const end = async () => {
    const { commandId } = counted;
    const ended = told && (await run('endDrawer', { commandId, ...told }, { mark: asked.value?.mark ?? null }));
    if (ended) onEnded(ended);
  };
  const press = () => (not ? send({ did: 'wentTo', place: not.place }) : void end());
  const supervisor = useNextApprover(form, send, 'office', without);
  const wrong = sentenceUnder(form.trouble, 'primary');
  const button = { label: words.button(batch.drawer), why: not?.why ?? null, busy: form.busy };
  return (
    <Frame screen="endDrawer" actions={{ primary: press, back: onBack, supervisor }}>
      <section className="left" aria-label={words.title(batch.drawer)}>
        <TitleRow title={words.title(batch.drawer)}>{words.aside}</TitleRow>
        <WhatIsThere count={count} />
      </section>
      <section className="side" aria-label={words.head}>
        <Headline head={words.head}>{amount(worthOf(count.cash))}</Headline>
        <p className="pad">{words.note}</p>
        <WhySettled {...{ form, send, words, asked, without }} />
        <div className="foot">
          {wrong ? <Wrong sentence={wrong} /> : null}
          <PrimaryButton keys="Ctrl+Enter" {...button} onPress={press} onWhy={press} />
        </div>
      </section>
    </Frame>
  );
}

function notYet(form: EndDrawerForm, mark: string | null): { why: string; place: string } | null {
  if (form.reason.trim() === '') return { why: words.why, place: 'reason' };
  if (lacksPin(form)) return { why: safe.why.pin, place: APPROVAL_PIN };
  return mark === null ? { why: safe.awaited, place: 'primary' } : null;
}

function WhatIsThere({ count }: { count: Input<'endDrawer'>['count'] }) {
  const { facts } = words;
  const worth = (pile: typeof count.checks) => amount(pile.reduce((total, paper) => total + paper.cents, 0));
  const rows = [
    { name: facts.cash, value: amount(worthOf(count.cash)) },
    { name: facts.checks(count.checks.length), value: worth(count.checks) },
    { name: facts.moneyOrders(count.moneyOrders.length), value: worth(count.moneyOrders) },
    { name: facts.card, value: amount(count.cardTotalCents) },
  ];
  return (
    <dl className="facts wide">
      {rows.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
