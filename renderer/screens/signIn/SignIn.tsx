import { type Dispatch, useReducer } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { type Station, useStation } from '../../frame/station.ts';
import { signIn } from '../../messages/signIn.ts';
import { usePage, useSend } from '../../page.ts';
import { sentenceUnder, troubleOf } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { People } from './People.tsx';
import { StationFacts } from './StationFacts.tsx';
import { blankSignIn, personByKey, type SignInAction, type SignInForm, signInReducer } from './signInForm.ts';

/** Who is at this station? Nobody's name as a payer and no amount is on it. */
export function SignIn() {
  const { station } = useStation();
  const [form, send] = useReducer(signInReducer, station, (at) => blankSignIn(whoHasDrawer(at)));
  useFocus(form.focus);
  const ask = useSend();
  const label = useButtonWords(station, form.chosen);
  async function go() {
    if (form.chosen === null || form.pin.length < 4) {
      send(form.chosen ? { did: 'acceptedShort' } : { did: 'wentBack' });
      return;
    }
    send({ did: 'sent' });
    const answer = await ask('signIn', { person: form.chosen, pin: form.pin });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
  }
  const choose = (person: string | null) => person && send({ did: 'chosen', person });
  return (
    <Frame
      screen="signIn"
      actions={{
        // Digits choose only where the list has the hand; elsewhere they are a PIN.
        person: form.hand === 'people' ? undefined : false,
        back: form.chosen ? () => send({ did: 'wentBack' }) : undefined,
        primary: () => void go(),
      }}
    >
      <StationFacts />
      <section className="side" aria-label={signIn.who}>
        <People people={station.people} form={form} send={send} onChoose={choose} />
        <Pin form={form} send={send} onEnter={() => void go()} onChoose={choose} />
        <span className="push" />
        <PrimaryButton
          label={label}
          keys="Enter"
          why={form.chosen === null ? signIn.choose : null}
          busy={form.busy}
          onPress={() => void go()}
          onWhy={() => void go()}
        />
      </section>
    </Frame>
  );
}

type PinProps = {
  form: SignInForm;
  send: Dispatch<SignInAction>;
  onEnter: () => void;
  onChoose: (person: string | null) => void;
};

function Pin({ form, send, onEnter, onChoose }: PinProps) {
  const { people } = useStation().station;
  return (
    <Field
      label={signIn.pin}
      focusName="pin"
      type="password"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      scan="off"
      disabled={form.chosen === null}
      value={form.pin}
      hint={people.find((one) => one.person === form.chosen)?.name}
      wrong={sentenceUnder(form.trouble, 'pin')}
      onText={(pin) => send({ did: 'typed', pin })}
      onFocus={() => send({ did: 'reached', place: 'pin' })}
      onArrow={(by) => onChoose(personByKey(by > 0 ? 'ArrowDown' : 'ArrowUp', people, form.chosen))}
      onEnter={onEnter}
    />
  );
}

/** The one who has a drawer open; null when nobody has, or more than one. */
function whoHasDrawer(station: Station): string | null {
  const [first, second] = station.people.filter((one) => one.drawer);
  return first && !second ? first.person : null;
}

/** The button says what resumes. */
function useButtonWords(station: Station, chosen: string | null): string {
  const { forms } = usePage();
  const person = station.people.find((one) => one.person === chosen);
  const drawer = station.openDrawers.find((one) => one.drawer === person?.drawer);
  if (drawer?.state === 'parked') return signIn.button.parked(drawer.drawer);
  if (drawer?.state === 'counting') return signIn.button.counting;
  if (drawer?.state === 'counted') return signIn.button.counted;
  if (drawer) {
    return forms.of(drawer.drawer).read().lines.length > 0
      ? signIn.button.payment
      : signIn.button.drawer(drawer.drawer);
  }
  return person?.role === 'finance' || person?.role === 'auditor'
    ? signIn.button.look
    : signIn.button.open(station.training);
}
