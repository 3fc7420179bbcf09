import { type Dispatch, useEffect, useRef } from 'react';
import type { WorkPlace } from '#domain/role';
import { shortHash } from '#domain/shortHash';
import { shortName } from '../../format.ts';
import { approversFor, useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Field, Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { APPROVAL_PIN, type Approvable, type ApprovalAction, lacksPin } from './approvalForm.ts';
import { approverOf } from './approve.ts';

type ApprovalProps = {
  form: Approvable;
  send: Dispatch<ApprovalAction>;
  /** Where it is started: at the office finance may say yes as well. */
  place: WorkPlace;
  /** Who had a part in it, and is not asked. */
  without?: readonly string[] | undefined;
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
export function Approval(props: ApprovalProps) {
  const { form, send, place, without, mark, refused = null, about, also, onEnter } = props;
  const { station } = useStation();
  const people = approversFor(station, place, without);
  usePinFalls(form, send, mark);
  if (people.length === 0) return <p className="pad">{say.approval.nobody[without?.length ? 'without' : place]}</p>;
  const approver = approverOf(form.approval, station, place, without) ?? '';
  const choose = (person: string) => send({ did: 'choseApprover', person });
  return (
    <>
      <div className="row">
        <h2>{say.approval.head[place]}</h2>
        <span className="muted">{say.approval.goodFor}</span>
      </div>
      <SelectField
        label={say.approval.approves}
        focusName="approver"
        value={approver}
        options={people.map((one) => ({ value: one.person, label: one.name }))}
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
        onEnter={() => (lacksPin(form) ? send({ did: 'acceptedShortPin' }) : onEnter())}
      />
      {refused === null ? null : <Wrong sentence={refused} />}
      <MarkAndNotes {...{ approver, mark, about, also }} />
    </>
  );
}

/** A yes is to exactly one thing: where that changes under a typed PIN, and not by what is typed, the PIN falls. */
function usePinFalls({ approval, busy }: Approvable, send: Dispatch<ApprovalAction>, mark: string | null): void {
  const before = useRef(mark);
  const isTyped = approval.pin !== '' && !busy;
  useEffect(() => {
    const isOther = before.current !== null && mark !== null && mark !== before.current;
    before.current = mark;
    if (isOther && isTyped) send({ did: 'markChanged' });
  }, [mark, isTyped, send]);
}

type MarkAndNotesProps = { approver: string; mark: string | null; about: string; also: string | undefined };

function MarkAndNotes({ approver, mark, about, also }: MarkAndNotesProps) {
  const notes = [about, say.approval.starter(useStarter()), ...(also ? [also] : [])];
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
