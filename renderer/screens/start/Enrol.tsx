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
import { BLANK_ENROLMENT, type EnrolAction, type EnrolForm, enrolNotYet, enrolReducer } from './enrolForm.ts';

const words = signIn.enrol;

/** A machine that belongs to no ledger yet. */
export function Enrol() {
  const [form, send] = useReducer(enrolReducer, BLANK_ENROLMENT);
  useFocus(form.focus);
  const ask = useSend();
  const not = enrolNotYet(form);
  async function enrol() {
    send({ did: 'sent' });
    const answer = await ask('enrolStation', { ledger: form.ledger.trim(), token: form.token.trim() });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
  }
  const press = () => (not ? send({ did: 'wentTo', place: not }) : void enrol());
  return (
    <Frame screen="enrol" actions={{ primary: press }}>
      <Why />
      <section className="side" aria-label={words.button}>
        <EnrolField name="ledger" form={form} send={send} onEnter={() => send({ did: 'wentTo', place: 'token' })} />
        <EnrolField name="token" form={form} send={send} onEnter={press} />
        <span className="push" />
        <PrimaryButton
          label={words.button}
          keys="Ctrl+Enter"
          why={not ? words.why[not] : null}
          busy={form.busy}
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
  form: EnrolForm;
  send: Dispatch<EnrolAction>;
  onEnter: () => void;
};

function EnrolField({ name, form, send, onEnter }: EnrolFieldProps) {
  return (
    <Field
      label={words[name]}
      focusName={name}
      scan="off"
      maxLength={200}
      placeholder={name === 'ledger' ? words.ledgerHint : ''}
      value={form[name]}
      wrong={sentenceUnder(form.trouble, name)}
      onText={(text) => send({ did: 'typed', field: name, text })}
      onEnter={onEnter}
    />
  );
}
