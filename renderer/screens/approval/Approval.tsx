import { shortHash } from '#domain/shortHash';
import { shortName } from '../../format.ts';
import { supervisorsFor, useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { Field } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

type ApprovalProps = {
  approver: string | null;
  pin: string;
  /** The mark of exactly what is approved; null while it is not known yet. */
  mark: string | null;
  wrong: string | null;
  notes: readonly string[];
  onApprover: (person: string) => void;
  onPin: (pin: string) => void;
  onEnter: () => void;
};

/** A second person's yes to exactly one thing: who, the PIN, and the mark that also ends the document. */
export function Approval(props: ApprovalProps) {
  const { station } = useStation();
  const supervisors = supervisorsFor(station);
  const words = say.approval;
  if (supervisors.length === 0) return <p className="pad">{words.nobody}</p>;
  const approver = props.approver ?? supervisors[0]?.person ?? '';
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
        onPick={props.onApprover}
        onEnter={() => props.onApprover(approver)}
      />
      <Field
        label="PIN"
        focusName="approvalPin"
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        scan="off"
        value={props.pin}
        wrong={props.wrong}
        onText={(text) => props.onPin(text.replace(/\D/g, '').slice(0, 8))}
        onEnter={props.onEnter}
      />
      <MarkAndNotes mark={props.mark} notes={props.notes} />
    </>
  );
}

function MarkAndNotes({ mark, notes }: Pick<ApprovalProps, 'mark' | 'notes'>) {
  return (
    <>
      <div className="row muted">
        <span>{say.approval.mark}</span>
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
