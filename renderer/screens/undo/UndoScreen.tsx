import type { Dispatch, ReactNode } from 'react';
import { clock } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions, Screen } from '../../keymap.ts';
import { undo } from '../../messages/undo.ts';
import type { Placed } from '../../refusal.ts';
import { useFocus } from '../../ui/focus.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useStarter } from '../approval/Approval.tsx';
import type { ApprovalAction } from '../approval/approvalForm.ts';
import { useNextApprover } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { UndoSide, type UndoSideProps } from './UndoSide.tsx';
import type { UndoForm } from './undoForm.ts';

type UndoScreenProps = {
  screen: Screen;
  title: string;
  form: UndoForm;
  send: Dispatch<ApprovalAction>;
  /** What the station refuses of it beforehand. */
  refused: Placed | null;
  /** Ctrl+Enter and the button: does it, or goes to what is missing. */
  onPress: () => void;
  onScan?: (text: string) => void;
  /** Keys of this screen alone. */
  actions?: Actions;
  side: Omit<UndoSideProps, 'form' | 'send' | 'onPress' | 'isRefused'>;
  /** The document. */
  children: ReactNode;
};

/** What all screens that undo have in common: the document at the left, the second person's yes at the right. */
export function UndoScreen(props: UndoScreenProps) {
  const { screen, title, form, send, refused, onScan } = props;
  const { zone } = useStation();
  const go = useGo();
  const starter = useStarter();
  useFocus(form.focus, 'nearest');
  const onPress = () => (refused ? send({ did: 'wentTo', place: refused.under }) : props.onPress());
  const actions: Actions = {
    primary: onPress,
    back: () => go({ go: 'back' }),
    supervisor: useNextApprover(form, send, 'drawer'),
    reason: () => send({ did: 'wentTo', place: 'reason' }),
    ...props.actions,
  };
  return (
    <Frame screen={screen} actions={actions} {...(onScan ? { onScan } : {})}>
      <section className="left undoing" aria-label={title}>
        <TitleRow title={title}>{undo.started(starter, clock(form.startedAt, zone))}</TitleRow>
        {props.children}
      </section>
      <UndoSide form={form} send={send} onPress={onPress} isRefused={refused !== null} {...props.side} />
    </Frame>
  );
}
