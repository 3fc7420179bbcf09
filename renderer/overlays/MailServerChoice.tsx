import { type Dispatch, useReducer } from 'react';
import type { Output } from '#contract/contract';
import type { MailSafety } from '#domain/mailServer';
import { mail } from '../messages/mail.ts';
import { useQuery, useSend } from '../page.ts';
import { sentenceUnder, troubleOf } from '../refusal.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, Wrong } from '../ui/Field.tsx';
import { useFocus } from '../ui/focus.ts';
import { Mark } from '../ui/Mark.tsx';
import { PrimaryButton } from '../ui/PrimaryButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import {
  type MailField,
  type MailServerAction,
  type MailServerForm,
  mailLoginOf,
  mailServerBegun,
  mailServerNotYet,
  mailServerReducer,
} from './mailServerForm.ts';

const words = mail.server;

/** By which server slips and notices go out: set by a supervisor, tried before it is used. */
export function MailServerChoice({ onClose }: { onClose: () => void }) {
  const now = useQuery('mail', {}).value;
  return now ? <Choice now={now} onClose={onClose} /> : null;
}

function Choice({ now, onClose }: { now: Output<'mail'>; onClose: () => void }) {
  const [form, send] = useReducer(mailServerReducer, now.server, mailServerBegun);
  useFocus(form.focus);
  const { use, clear, test } = useServer(form, send, onClose);
  return (
    <Dialog
      title={words.title}
      aside={now.server?.host ?? words.none}
      wide
      onClose={onClose}
      onPrimary={use}
      foot={
        <>
          {now.server ? (
            <button type="button" className="plain" onClick={clear}>
              {words.clear}
            </button>
          ) : null}
          <PrimaryButton
            label={words.use}
            keys="Ctrl+Enter"
            why={whyNot(form, false)}
            busy={form.busy === 'saving'}
            onPress={use}
            onWhy={use}
          />
        </>
      }
    >
      <div className="mail-server">
        <Server form={form} send={send} onEnter={use} />
        <Login form={form} send={send} onEnter={use} isKept={(now.server?.user ?? '') !== ''} />
        <p className="pad muted mail-note">{words.secretsIn[now.secretsIn]}</p>
        <Test form={form} send={send} onTest={test} />
      </div>
    </Dialog>
  );
}

/** What the buttons do: each goes to what is missing first. */
function useServer(form: MailServerForm, send: Dispatch<MailServerAction>, onClose: () => void) {
  const ask = useSend();
  async function keep(isClear: boolean) {
    send({ did: 'sent', what: 'saving' });
    const answer = await ask('chooseMailServer', isClear ? { server: null } : mailLoginOf(form));
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    else if (answer) onClose();
  }
  async function tried() {
    send({ did: 'sent', what: 'testing' });
    const to = form.to.trim();
    const answer = await ask('sendTestMail', { ...mailLoginOf(form), to });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    else if (answer) send({ did: 'tested', to });
  }
  const press = (isTest: boolean, run: () => Promise<void>) => () => {
    const not = mailServerNotYet(form, isTest);
    if (not) send({ did: 'wentTo', place: not });
    else if (form.busy === null) void run();
  };
  return { use: press(false, () => keep(false)), test: press(true, tried), clear: () => void keep(true) };
}

function whyNot(form: MailServerForm, isTest: boolean): string | null {
  const not = mailServerNotYet(form, isTest);
  return not && words.why[not];
}

type PartProps = { form: MailServerForm; send: Dispatch<MailServerAction>; onEnter: () => void };

function Server({ form, send, onEnter }: PartProps) {
  const safeties = Object.entries(words.safeties).map(([value, label]) => ({ value: value as MailSafety, label }));
  const wrong = sentenceUnder(form.trouble, 'safety');
  return (
    <>
      <div className="mail-pair">
        <Typed name="host" form={form} send={send} onEnter={onEnter} hint={words.hostHint} />
        <Typed name="port" form={form} send={send} onEnter={onEnter} />
      </div>
      <div>
        <SelectField
          label={words.safety}
          focusName="safety"
          value={form.safety}
          options={safeties}
          onPick={(safety) => send({ did: 'chose', safety })}
          onEnter={onEnter}
        />
        {wrong ? <Wrong sentence={wrong} /> : null}
      </div>
    </>
  );
}

function Login({ form, send, onEnter, isKept }: PartProps & { isKept: boolean }) {
  return (
    <>
      <div className="mail-pair" data-even="">
        <Typed name="user" form={form} send={send} onEnter={onEnter} hint={words.userHint} />
        <Typed name="password" form={form} send={send} onEnter={onEnter} hint={isKept ? words.kept : ''} />
      </div>
      <Typed name="from" form={form} send={send} onEnter={onEnter} hint={words.fromHint} />
    </>
  );
}

function Test({ form, send, onTest }: Pick<PartProps, 'form' | 'send'> & { onTest: () => void }) {
  return (
    <section className="mail-test" aria-label={words.test}>
      <Typed name="to" form={form} send={send} onEnter={onTest} />
      <button type="button" className="plain" aria-busy={form.busy === 'testing' || undefined} onClick={onTest}>
        {words.test}
      </button>
      {form.tested === null ? null : (
        <p className="with-mark mail-tested" role="status">
          <Mark name="tick" /> {words.arrived(form.tested)}
        </p>
      )}
    </section>
  );
}

type TypedProps = PartProps & { name: MailField; hint?: string };

function Typed({ name, form, send, onEnter, hint = '' }: TypedProps) {
  return (
    <Field
      label={words[name]}
      focusName={name}
      scan="off"
      type={name === 'password' ? 'password' : 'text'}
      autoComplete={name === 'password' ? 'new-password' : 'off'}
      maxLength={name === 'port' ? 5 : name === 'host' ? 253 : 120}
      placeholder={hint}
      value={form[name]}
      wrong={sentenceUnder(form.trouble, name)}
      onText={(text) => send({ did: 'typed', field: name, text })}
      onEnter={onEnter}
    />
  );
}
