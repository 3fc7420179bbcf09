import { type ReactNode, useReducer, useState } from 'react';
import { type DocumentRef, Reprintable } from '#contract/shapes';
import { useDialogKeys } from '../../frame/keyboard.ts';
import { approversFor, useStation } from '../../frame/station.ts';
import { reprinting, undo } from '../../messages/undo.ts';
import { usePage, useSend } from '../../page.ts';
import { sentenceUnder, type Trouble, troubleOf } from '../../refusal.ts';
import { CloseButton } from '../../ui/CloseButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval } from '../approval/Approval.tsx';
import {
  APPROVAL_PIN,
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
} from '../approval/approvalForm.ts';
import { useApproved, useNextApprover } from '../approval/useApproved.ts';

type Asked = {
  document: { kind: Reprintable; label: string };
  copy: number;
  mark: string;
  commandId: string;
};

/**
 * Prints a slip again. One that came out needs a second person first; one that did not is printed at once.
 * @param tell what was refused of it, or null when it went well
 * @returns what the key does, and the question while it is asked
 */
export function useReprint(tell: (trouble: Trouble | null) => void): {
  reprint: (document: DocumentRef) => void;
  question: ReactNode;
} {
  const { client, host } = usePage();
  const send = useSend();
  const [asked, setAsked] = useState<Asked | null>(null);
  async function reprint(document: DocumentRef) {
    const kind = Reprintable.safeParse(document.kind).data;
    if (kind === undefined) return;
    const { label } = document;
    const what = { label, document: kind };
    const proposed = await client.call('reprintProposal', what);
    if (!proposed.ok) return tell(troubleOf(proposed));
    const { needsApproval, copy, mark } = proposed.value;
    const commandId = host.newId();
    if (needsApproval) return setAsked({ document: { kind, label }, copy, mark, commandId });
    const answer = await send('reprintReceipt', { ...what, commandId });
    if (answer) tell(troubleOf(answer));
  }
  const question = asked ? <Reprint key={asked.commandId} asked={asked} onClose={() => setAsked(null)} /> : null;
  return { reprint: (document) => void reprint(document), question };
}

const BLANK: Approvable = { ...BLANK_APPROVAL, focus: { on: APPROVAL_PIN, turn: 0 } };

function reducer(form: Approvable, action: ApprovalAction): Approvable {
  return approvalReducer(form, action, () => null);
}

/** A second person's yes to one more copy. */
function Reprint({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { document, copy, mark, commandId } = asked;
  const [form, send] = useReducer(reducer, BLANK);
  const run = useApproved(form, send, 'drawer');
  useFocus(form.focus);
  const another = useNextApprover(form, send, 'drawer');
  useDialogKeys('reprint', { supervisor: another });
  async function print() {
    const input = { commandId, label: document.label, document: document.kind };
    if (await run('reprintReceipt', input, { mark })) onClose();
  }
  const isReady = !lacksPin(form);
  const press = () => (isReady ? void print() : send({ did: 'wentTo', place: APPROVAL_PIN }));
  const wrong = sentenceUnder(form.trouble, 'primary');
  return (
    <Dialog
      title={reprinting.title(document.label, copy)}
      onClose={onClose}
      onPrimary={press}
      foot={<Foot another={another} onClose={onClose} />}
    >
      <p className="pad">{reprinting.why}</p>
      <Approval place="drawer" form={form} send={send} mark={mark} about={reprinting.only} onEnter={press} />
      {wrong ? <Wrong sentence={wrong} /> : null}
      <PrimaryButton
        label={reprinting.button(copy)}
        keys="Enter"
        why={isReady ? null : undo.whyNot.pin}
        busy={form.busy}
        onPress={press}
        onWhy={press}
      />
    </Dialog>
  );
}

function Foot({ another, onClose }: { another: () => void; onClose: () => void }) {
  const { station } = useStation();
  return (
    <>
      {approversFor(station, 'drawer').length > 1 ? (
        <button type="button" className="plain" onClick={another}>
          {reprinting.another} <Keys keys="F2" />
        </button>
      ) : null}
      <CloseButton onClose={onClose} />
    </>
  );
}
