import { useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { signIn } from '../../messages/signIn.ts';
import { useSend } from '../../page.ts';
import { type Placed, sentenceUnder, troubleOf } from '../../refusal.ts';
import { Field, Wrong } from '../../ui/Field.tsx';
import { type Focus, focusOn, useFocus } from '../../ui/focus.ts';
import { Logo } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';

/** A machine that belongs to no ledger yet. */
export function Enrol() {
  const words = signIn.enrol;
  const [ledger, setLedger] = useState('');
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Placed | null>(null);
  const [focus, setFocus] = useState<Focus>({ on: 'ledger', turn: 0 });
  useFocus(focus);
  const ask = useSend();
  const to = (place: string) => setFocus((before) => focusOn(before, place));
  const why = !ledger.trim() ? words.why.ledger : token.trim().length < 8 ? words.why.token : null;
  async function enrol() {
    if (why) {
      to(ledger.trim() ? 'token' : 'ledger');
      return;
    }
    setBusy(true);
    const answer = await ask('enrolStation', { ledger: ledger.trim(), token: token.trim() });
    const refused = answer && troubleOf(answer);
    if (!refused) return;
    const under = refused.code === 'enrolment_refused' || refused.facts.field === 'token' ? 'token' : 'ledger';
    setBusy(false);
    setTrouble({ under, sentence: refused.sentence });
    to(under);
  }
  return (
    <Frame screen="enrol" actions={{ primary: () => void enrol() }}>
      <section className="left">
        <p className="brand">
          <Logo /> <b>Counterfoil</b>
        </p>
        <div className="station-name">
          <h1>{words.title}</h1>
          <p>{words.words}</p>
        </div>
        <span className="push" />
        <p className="pad faint">{words.note}</p>
      </section>
      <section className="side" aria-label={words.title}>
        <Field
          label={words.ledger}
          focusName="ledger"
          placeholder={words.ledgerHint}
          maxLength={200}
          value={ledger}
          wrong={sentenceUnder(trouble, 'ledger')}
          onText={(text) => {
            setLedger(text);
            setTrouble(null);
          }}
          onEnter={() => to('token')}
        />
        <Field
          label={words.token}
          focusName="token"
          maxLength={200}
          scan="off"
          value={token}
          wrong={sentenceUnder(trouble, 'token')}
          onText={(text) => {
            setToken(text);
            setTrouble(null);
          }}
          onEnter={() => void enrol()}
        />
        <span className="push" />
        {trouble?.under === 'primary' ? <Wrong sentence={trouble.sentence} /> : null}
        <PrimaryButton
          label={words.button}
          keys="Ctrl+Enter"
          why={why}
          busy={busy}
          onPress={() => void enrol()}
          onWhy={() => void enrol()}
        />
      </section>
    </Frame>
  );
}
