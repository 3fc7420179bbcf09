import { type Dispatch, useReducer } from 'react';
import { DrawerTender } from '#domain/tender';
import { say } from '../../messages/en.ts';
import { turnedAway as words } from '../../messages/options.ts';
import { usePage, useSend } from '../../page.ts';
import { sentenceUnder, troubleOf } from '../../refusal.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Steps } from './Steps.tsx';
import {
  blankTurnedAway,
  refusedOf,
  type TurnedAwayAction,
  type TurnedAwayForm,
  turnedAwayNotYet,
  turnedAwayReducer,
} from './turnedAwayForm.ts';
import { Whys } from './Whys.tsx';

/** Logs what is not taken: one key says why, Enter records it. The rest is there for who has the time. */
export function TurnedAway({ drawer, onClose }: { drawer: string; onClose: () => void }) {
  const { host } = usePage();
  const [form, send] = useReducer(turnedAwayReducer, null, () => blankTurnedAway(host.newId()));
  useFocus(form.focus);
  const record = useRecording(form, send, drawer, onClose);
  const wrong = sentenceUnder(form.trouble, 'record');
  return (
    <Dialog
      title={words.title}
      aside={form.why === null ? words.digit : words.why[form.why]}
      wide
      onClose={onClose}
      onPrimary={() => void record()}
      foot={
        <PrimaryButton
          label={words.button(form.why === null ? '' : words.why[form.why])}
          keys="Ctrl+Enter"
          why={form.why === null ? words.choose : null}
          busy={form.busy}
          focusName="record"
          onPress={() => void record()}
          onWhy={() => void record()}
        />
      }
    >
      <div className="turned-away">
        <Whys form={form} send={send} />
        <Details form={form} send={send} />
      </div>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </Dialog>
  );
}

function useRecording(
  form: TurnedAwayForm,
  send: Dispatch<TurnedAwayAction>,
  drawer: string,
  onRecorded: () => void,
): () => Promise<void> {
  const ask = useSend();
  return async function record() {
    const not = turnedAwayNotYet(form);
    const refused = refusedOf(form, drawer);
    if (not || !refused) {
      send({ did: 'wentTo', place: not?.place ?? 'why' });
      return;
    }
    send({ did: 'sent' });
    const answer = await ask('refuseTender', refused);
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    else if (answer) onRecorded();
  };
}

/** What it was, for who has the time: none of it is asked for. */
function Details({ form, send }: { form: TurnedAwayForm; send: Dispatch<TurnedAwayAction> }) {
  const told = turnedAwayNotYet(form)?.sentence ?? null;
  return (
    <div className="turned-details">
      {form.why === 'counterfeit' ? <Steps form={form} send={send} /> : null}
      <SelectField
        label={words.tender}
        focusName="tender"
        value={form.tender}
        options={DrawerTender.options.map((value) => ({ value, label: say.tender[value] }))}
        onPick={(tender) => send({ did: 'choseTender', tender })}
        onEnter={() => send({ did: 'wentTo', place: 'amount' })}
      />
      <AmountField
        label={words.amount}
        focusName="amount"
        text={form.amount}
        wrong={sentenceUnder(form.trouble, 'amount') ?? (form.amount.trim() === '' ? null : told)}
        hint={form.amount === '' ? words.amountHint : null}
        onText={(text) => send({ did: 'typed', field: 'amount', text })}
        onEnter={() => send({ did: 'wentTo', place: told === null ? 'words' : 'amount' })}
      />
      <Field
        label={words.words}
        focusName="words"
        maxLength={200}
        value={form.words}
        placeholder={form.why === 'counterfeit' ? words.wordsHintNote : words.wordsHint}
        wrong={sentenceUnder(form.trouble, 'words')}
        onText={(text) => send({ did: 'typed', field: 'words', text })}
        onEnter={() => send({ did: 'wentTo', place: 'record' })}
      />
    </div>
  );
}
