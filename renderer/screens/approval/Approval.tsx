import type { Dispatch } from 'react';
import { shortHash } from '#domain/shortHash';
import { shortName } from '../../format.ts';
import { supervisorsFor, useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Field, Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { APPROVAL_PIN, type Approvable, type ApprovalAction, isShortPin } from './approvalForm.ts';
import { approverOf } from './approve.ts';

type ApprovalProps = {
  form: Approvable;
  send: Dispatch<ApprovalAction>;
  /** The mark of exactly what is approved; null while it is not known yet. */
  mark: string | null;
  /** Why it cannot be known now. */
  refused?: string | null;
  /** What the yes is to, before the note that who started it cannot give it, and what else is to be said. */
  about: string;
  also?: string;
  /** Enter behind the PIN. */
  onEnter: () => void;
};

/** A second person's yes to exactly one thing: who, the PIN, and the mark that also ends the document. */
export function Approval({ form, send, mark, refused = null, about, also, onEnter }: ApprovalProps) {
  const starter = useStarter();
  const { station } = useStation();
  const supervisors = supervisorsFor(station);
  const words = say.approval;
  if (supervisors.length === 0) return <p className="pad">{words.nobody}</p>;
  const approver = approverOf(form.approval, station) ?? '';
  const choose = (person: string) => send({ did: 'choseApprover', person });
  return (
    <>
      <div className="row">
        <h2>{words.head}</h2>
        <span className="muted">{words.goodFor}</span>
      </div>
      <SelectField
        label={words.approves}
        focusName="approver"
        value={approver}
        options={supervisors.map((one) => ({ value: one.person, label: one.name }))}
        onPick={choose}
        onEnter={() => choose(approver)}
      />
      <Field
        label="PIN"
        focusName={APPROVAL_PIN}
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        scan="off"
        value={form.approval.pin}
        wrong={sentenceUnder(form.trouble, APPROVAL_PIN)}
        onText={(text) => send({ did: 'typedPin', pin: text.replace(/\D/g, '').slice(0, 8) })}
        onEnter={() => (isShortPin(form) ? send({ did: 'acceptedShortPin' }) : onEnter())}
      />
      {refused === null ? null : <Wrong sentence={refused} />}
      <MarkAndNotes {...{ approver, mark }} notes={[about, words.starter(starter), ...(also ? [also] : [])]} />
    </>
  );
}

type MarkAndNotesProps = { approver: string; mark: string | null; notes: readonly string[] };

function MarkAndNotes({ approver, mark, notes }: MarkAndNotesProps) {
  const { people } = useStation().station;
  const name = shortName(people.find(({ person }) => person === approver)?.name ?? '');
  return (
    <>
      <div className="row muted">
        <span>{say.approval.mark(name)}</span>
        <span className="with-mark ink">
          <Mark name="lock" /> <b>{mark ? shortHash(mark) : '…'}</b>
        </span>
      </div>
      <ul className="pad muted notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** Who started it, for "… started it and cannot approve it". */
export function useStarter(): string {
  const { station } = useStation();
  return shortName(station.person?.name ?? '');
}
