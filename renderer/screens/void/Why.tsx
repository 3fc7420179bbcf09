import type { Dispatch } from 'react';
import { VoidReason } from '#domain/receipt';
import { say } from '../../messages/en.ts';
import { voiding } from '../../messages/receipts.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';

type WhyProps = { form: VoidForm; send: Dispatch<VoidAction> };

/** Why, as part of the document: a reason of the list, and words. */
export function Why({ form, send }: WhyProps) {
  const wrong = sentenceUnder(form.trouble, 'words');
  return (
    <div className="why">
      <h2>{voiding.why}</h2>
      <Reason form={form} send={send} />
      <label className="why-row">
        <span>{voiding.words}</span>
        <input
          data-focus="words"
          maxLength={200}
          autoComplete="off"
          value={form.words}
          placeholder={voiding.wordsHint}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => send({ did: 'typedWords', words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send({ did: 'wentTo', place: 'approvalPin' });
          }}
        />
      </label>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}

function Reason({ form, send }: WhyProps) {
  return (
    <label className="why-row">
      <span>{voiding.reason}</span>
      <select
        data-focus="reason"
        value={form.reason ?? ''}
        onChange={(event) => {
          const picked = VoidReason.options.find((reason) => reason === event.target.value);
          if (picked) send({ did: 'choseReason', reason: picked });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || !form.reason) return;
          event.preventDefault();
          send({ did: 'wentTo', place: 'words' });
        }}
      >
        <option value="" disabled>
          {voiding.chooseReason}
        </option>
        {VoidReason.options.map((reason) => (
          <option key={reason} value={reason}>
            {say.voidReason[reason]}
          </option>
        ))}
      </select>
    </label>
  );
}
