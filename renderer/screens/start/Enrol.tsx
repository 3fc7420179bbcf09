import { type Dispatch, useReducer } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { say } from '../../messages/en.ts';
import { signIn } from '../../messages/signIn.ts';
import { useSend } from '../../page.ts';
import { sentenceUnder, troubleOf } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Logo } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { type EnrolAction, enrolBegun, enrolNotYet, enrolReducer, enrolShown, type Given } from './enrolForm.ts';

const words = signIn.enrol;

/** A machine that belongs to no ledger yet. What it was started with is filled in. */
export function Enrol({ given }: { given: Given }) {
  const [form, send] = useReducer(enrolReducer, given, enrolBegun);
  useFocus(form.focus);
  const ask = useSend();
  const shown = enrolShown(form, given);
  const not = enrolNotYet(shown);
  async function enrol() {
    send({ did: 'sent' });
    const answer = await ask('enrolStation', { ledger: shown.ledger.trim(), token: shown.token.trim() });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
  }
  const press = () => {
    if (not) send({ did: 'wentTo', place: not });
    else if (!shown.busy) void enrol();
  };
  return (
    <Frame screen="enrol" actions={{ primary: press }}>
      <Why />
      <section className="side" aria-label={words.button}>
        <EnrolField name="ledger" shown={shown} send={send} onEnter={() => send({ did: 'wentTo', place: 'token' })} />
        <EnrolField name="token" shown={shown} send={send} onEnter={press} />
        <span className="push" />
        <PrimaryButton
          label={words.button}
          keys="Ctrl+Enter"
          why={not ? words.why[not] : null}
          busy={shown.busy}
          onPress={press}
          onWhy={press}
        />
      </section>
    </Frame>
  );
}

function Why() {
  return (
    <section className="left" aria-label={words.title}>
      <p className="brand">
        <Logo /> <b>{say.product}</b>
      </p>
      <div className="station-name">
        <h1>{words.title}</h1>
        <p>{words.words}</p>
      </div>
      <span className="push" />
      <p className="pad faint">{words.note}</p>
    </section>
  );
}

type EnrolFieldProps = {
  name: 'ledger' | 'token';
  shown: ReturnType<typeof enrolShown>;
  send: Dispatch<EnrolAction>;
  onEnter: () => void;
};

function EnrolField({ name, shown, send, onEnter }: EnrolFieldProps) {
  return (
    <Field
      label={words[name]}
      focusName={name}
      scan="off"
      maxLength={200}
      placeholder={name === 'ledger' ? words.ledgerHint : ''}
      value={shown[name]}
      wrong={sentenceUnder(shown.trouble, name)}
      onText={(text) => send({ did: 'typed', field: name, text })}
      onEnter={onEnter}
    />
  );
}
