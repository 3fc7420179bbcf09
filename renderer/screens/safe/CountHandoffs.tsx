import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { isPaper } from '#domain/handoff';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { safe, taking as words } from '../../messages/safe.ts';
import { usePage, useSteadyQuery } from '../../page.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useBegunAnew } from '../approval/useBegunAnew.ts';
import { useGo } from '../route.ts';
import { CountedHandoffs } from './CountedHandoffs.tsx';
import { CountedPieces } from './CountedPieces.tsx';
import {
  blankHandoffs,
  type HandoffsAction,
  type HandoffsForm,
  handoffsNotYet,
  handoffsReducer,
  isTouched,
  type Part,
  partOn,
  toldParts,
} from './handoffsForm.ts';
import { PaperFields } from './PaperFields.tsx';
import { PartList } from './PartList.tsx';
import { toCount } from './safeForm.ts';
import { isWrongItems } from './typedPaper.ts';
import { useTelling } from './useTelling.ts';

type CountHandoffsProps = { drawer: string; handoffs: readonly Handoff[] };

/** The office's count of all that a drawer handed over: no amount of the other side stands anywhere before it is recorded. */
export function CountHandoffs({ drawer, handoffs }: CountHandoffsProps) {
  const { host } = usePage();
  const [form, send] = useReducer(handoffsReducer, null, () => blankHandoffs(host.newId(), handoffs));
  const [done, setDone] = useState<Output<'countHandoffs'> | null>(null);
  const tell = useTelling(useBegunAnew(send));
  const gone = useGone(drawer, handoffs);
  const not = handoffsNotYet(form, gone);
  const record = async () =>
    setDone(await tell('countHandoffs', { commandId: form.commandId, parts: toldParts(form, gone) }));
  const press = () => {
    if (not === null) return void record();
    if (not.at !== form.at) send({ did: 'turnedTo', at: not.at });
    send({ did: 'wentTo', place: not.place });
  };
  if (done) return <CountedHandoffs drawer={drawer} handoffs={handoffs} done={done} />;
  return <Counting {...{ drawer, form, send, gone }} why={not?.why ?? null} onPress={press} />;
}

/** What somebody else has counted since this count was begun. */
function useGone(drawer: string, handoffs: readonly Handoff[]): ReadonlySet<string> {
  const { value } = useSteadyQuery('safe', {});
  const there = new Set(toCount(value?.inTransit ?? handoffs, drawer).map(({ handoff }) => handoff));
  return new Set(handoffs.flatMap(({ handoff }) => (there.has(handoff) ? [] : [handoff])));
}

type CountingProps = {
  drawer: string;
  form: HandoffsForm;
  send: Dispatch<HandoffsAction>;
  gone: ReadonlySet<string>;
  why: string | null;
  onPress: () => void;
};

function Counting({ drawer, form, send, gone, why, onPress }: CountingProps) {
  const go = useGo();
  useFocus(form.focus, 'nearest');
  const counted = form.parts.filter(isTouched).length;
  useUnfinished(counted > 0 ? 'safe' : null);
  const label = words.button(counted, form.parts.length);
  const leave = () => go({ go: 'back' });
  const next = () => send({ did: 'turnedTo', at: (form.at + 1) % form.parts.length });
  return (
    <Frame
      screen="countHandoffs"
      actions={{
        primary: onPress,
        back: () => (counted > 0 ? send({ did: 'wentBack' }) : leave()),
        nextPart: form.parts.length > 1 ? next : undefined,
        denominations: form.withRare || isPaper(partOn(form).what) ? undefined : () => send({ did: 'showedRare' }),
        row: isPaper(partOn(form).what) ? false : undefined,
      }}
    >
      <section className="left" aria-label={words.title(drawer)}>
        <TitleRow title={words.title(drawer)}>{words.aside}</TitleRow>
        <OnTheTable form={form} send={send} />
      </section>
      <section className="side" aria-label={words.parts}>
        <PartList form={form} gone={gone} onPick={(at) => send({ did: 'turnedTo', at })} />
        <p className="pad muted">{words.left}</p>
        <div className="foot">
          {form.trouble ? <Wrong sentence={form.trouble.sentence} /> : null}
          <PrimaryButton keys="Ctrl+Enter" {...{ label, why, busy: form.busy, onPress, onWhy: onPress }} />
        </div>
      </section>
      {form.isLeaving ? <AskToForget words={safe.ask} onKeep={() => send({ did: 'stayed' })} onForget={leave} /> : null}
    </Frame>
  );
}

type OnTheTableProps = Pick<CountingProps, 'form' | 'send'>;

/** The part that is being counted. */
function OnTheTable({ form, send }: OnTheTableProps) {
  const part = partOn(form);
  return (
    <>
      <div className="row">
        <h2>
          {words.what[part.what]} <span className="muted">{part.handoff}</span>
        </h2>
        <span className="muted">{words.part(form.at + 1, form.parts.length)}</span>
      </div>
      <TypedPart part={part} form={form} send={send} />
    </>
  );
}

function TypedPart({ part, form, send }: OnTheTableProps & { part: Part }) {
  if (part.what !== 'check' && part.what !== 'money-order')
    return <CountedPieces form={{ typed: part.typed, withRare: form.withRare, trouble: null }} send={send} />;
  return (
    <PaperFields
      what={part.what}
      paper={part.paper}
      onText={(field, text) => send({ did: 'typedPaper', field, text })}
      onItems={() => send({ did: 'wentTo', place: isWrongItems(part.paper) ? 'items' : 'total' })}
      onTotal={() => send({ did: 'wentOn' })}
    />
  );
}
