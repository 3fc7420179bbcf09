import type { Dispatch, ReactNode } from 'react';
import { say } from '../../messages/en.ts';
import { undo } from '../../messages/undo.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval } from '../approval/Approval.tsx';
import type { Approvable, ApprovalAction } from '../approval/approvalForm.ts';

export type UndoSideProps = {
  head: string;
  aside: string;
  /** The one loud number. */
  loud: string;
  form: Approvable;
  send: Dispatch<ApprovalAction>;
  mark: string | null;
  /** What the yes is to. */
  only: string;
  /** What the supervisor must know before the yes. */
  warnings?: readonly string[];
  button: string;
  /** Why the button is not ready; null when it is. */
  why: string | null;
  /** The station would not do it, whatever is approved: why stands at its field. */
  isRefused: boolean;
  onEnter: () => void;
  onPress: () => void;
  children?: ReactNode;
};

/** The loud number, the second person's yes, and the button that says what will happen. */
export function UndoSide(props: UndoSideProps) {
  const { form, send, mark, isRefused, onPress } = props;
  const wrong = sentenceUnder(form.trouble, 'primary');
  return (
    <section className="side" aria-label={say.approval.head.drawer}>
      <Headline head={props.head} aside={props.aside}>
        {props.loud}
      </Headline>
      <hr className="strong" />
      {props.children}
      <Approval
        place="drawer"
        form={form}
        send={send}
        mark={mark}
        about={props.only}
        also={say.approval.both}
        onEnter={props.onEnter}
      />
      <div className="foot">
        {props.warnings?.map((warning) => (
          <p key={warning} className="pad warned">
            {warning}
          </p>
        ))}
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton
          label={props.button}
          keys="Ctrl+Enter"
          why={isRefused ? undo.notSo : props.why}
          busy={form.busy}
          onPress={onPress}
          onWhy={onPress}
        />
      </div>
    </section>
  );
}
