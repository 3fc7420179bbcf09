import type { Dispatch } from 'react';
import { undo } from '../../messages/undo.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { DocumentInput, DocumentSelect } from './rows.tsx';
import type { UndoAction, UndoForm } from './undoForm.ts';

type WhyProps<R extends string> = {
  form: UndoForm<R>;
  send: Dispatch<UndoAction<R>>;
  /** The reasons there are, with their words. */
  reasons: Record<R, string>;
};

/** Why, as part of the document: a reason of the list, and words. */
export function Why<R extends string>({ form, send, reasons }: WhyProps<R>) {
  const wrong = sentenceUnder(form.trouble, 'words');
  return (
    <div className="why">
      <h2>{undo.why}</h2>
      <DocumentSelect
        label={undo.reason}
        focusName="reason"
        value={form.reason}
        placeholder={undo.chooseReason}
        options={(Object.keys(reasons) as R[]).map((value) => ({ value, label: reasons[value] }))}
        onPick={(reason) => send({ did: 'choseReason', reason })}
        onEnter={() => form.reason !== null && send({ did: 'wentTo', place: 'words' })}
      />
      <DocumentInput
        label={undo.words}
        focusName="words"
        maxLength={200}
        value={form.words}
        placeholder={undo.wordsHint}
        wrong={wrong !== null}
        onText={(words) => send({ did: 'typedWords', words })}
        onEnter={() => send({ did: 'wentTo', place: APPROVAL_PIN })}
      />
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}
