import type { Dispatch, ReactNode } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import type { Actions, Screen } from '../../keymap.ts';
import { safe } from '../../messages/safe.ts';
import { sentenceUnder } from '../../refusal.ts';
import { type Asked, refusedIn } from '../../store.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import type { Loss } from '../../unfinished.ts';
import { useNextApprover } from '../approval/useApproved.ts';
import { isUntouched } from '../pieces/pieces.ts';
import { useGo } from '../route.ts';
import type { PiecesAction, PiecesForm } from './piecesForm.ts';

type SafeFormProps = {
  screen: Screen;
  title: string;
  aside: string;
  form: PiecesForm;
  send: Dispatch<PiecesAction>;
  /** Why it cannot be sent yet, and where to go about it. */
  not: { why: string; place: string } | null;
  onSend: () => void;
  /** Where a second person's yes is asked for: the question that answers to which mark. */
  yes?: Asked<{ mark: string }>;
  /** Who had a part in it, and is not asked. */
  without?: readonly string[];
  /** Whether paper is counted, which has no denominations. */
  isPaper?: boolean;
  /** Whether anything but pieces is typed that leaving would lose. */
  isBegun?: boolean;
  /** What is counted. */
  left: ReactNode;
  head: string;
  headAside?: ReactNode;
  loud: ReactNode;
  button: string;
  /** What leaving would lose, where it is no count of the safe. */
  loss?: Loss;
  /** What other keys do here. */
  actions?: Actions;
  /** What else is asked. Enter in the last field goes to the button; only Ctrl+Enter, or the button, sends. */
  children: ReactNode;
};

/** What the forms of the safe have in common: pieces at the left, all else and the button at the right. */
export function SafeForm(props: SafeFormProps) {
  const { screen, title, aside, form, send, onSend, yes, isPaper } = props;
  const not = props.not ?? awaited(yes);
  const go = useGo();
  const nextSupervisor = useNextApprover(form, send, 'office', props.without);
  useFocus(form.focus, 'nearest');
  const isTyped = props.isBegun || !isUntouched(form.typed);
  useUnfinished(isTyped ? (props.loss ?? 'safe') : null);
  const press = () => (not ? send({ did: 'wentTo', place: not.place }) : onSend());
  const leave = () => go({ go: 'back' });
  return (
    <Frame
      screen={screen}
      actions={{
        primary: press,
        back: () => (isTyped ? send({ did: 'wentBack' }) : leave()),
        denominations: form.withRare || isPaper ? undefined : () => send({ did: 'showedRare' }),
        row: isPaper ? false : undefined,
        supervisor: yes ? nextSupervisor : undefined,
        ...props.actions,
      }}
    >
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{aside}</TitleRow>
        {props.left}
      </section>
      <section className="side" aria-label={props.head}>
        <Headline head={props.head} aside={props.headAside}>
          {props.loud}
        </Headline>
        {props.children}
        <Foot form={form} label={props.button} why={not?.why ?? null} onPress={press} />
      </section>
      {form.isLeaving ? <AskToForget words={safe.ask} onKeep={() => send({ did: 'stayed' })} onForget={leave} /> : null}
    </Frame>
  );
}

/** A yes is to what the ledger says that it is: until then a hand that is faster is told so, and nothing is sent. */
function awaited(yes: Asked<unknown> | undefined): SafeFormProps['not'] {
  if (!yes || yes.value !== undefined || refusedIn(yes) !== null) return null;
  return { why: safe.awaited, place: 'primary' };
}

type FootProps = { form: PiecesForm; label: string; why: string | null; onPress: () => void };

/** The button, and over it what was refused of the whole. */
function Foot({ form, label, why, onPress }: FootProps) {
  const wrong = sentenceUnder(form.trouble, 'primary');
  const button = { label, why, busy: form.busy, onPress, onWhy: onPress };
  return (
    <div className="foot">
      {wrong ? <Wrong sentence={wrong} /> : null}
      <PrimaryButton keys="Ctrl+Enter" {...button} />
    </div>
  );
}
