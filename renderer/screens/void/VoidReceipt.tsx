import { type Dispatch, useReducer } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { voiding } from '../../messages/receipts.ts';
import { undo } from '../../messages/undo.ts';
import { usePage, useQuery } from '../../page.ts';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { tenderName } from '../receipts/ReceiptLines.tsx';
import { useGo } from '../route.ts';
import { OfReceipt } from '../undo/OfReceipt.tsx';
import { UndoScreen } from '../undo/UndoScreen.tsx';
import { isBegunUndo, toldWhy } from '../undo/undoForm.ts';
import { useUndoing } from '../undo/useUndoing.ts';
import { ShowSlip } from './ShowSlip.tsx';
import { VoidDocument } from './VoidDocument.tsx';
import { blankVoid, toldSlip, type VoidAction, type VoidForm, voidNotYet, voidReducer } from './voidForm.ts';

/** One bordered document holds all that is approved and ends in its mark; the same mark stands under the PIN. */
export function VoidReceipt({ label }: { label: string }) {
  return (
    <OfReceipt label={label} screen="void">
      {(view) => <Voiding view={view} />}
    </OfReceipt>
  );
}

function Voiding({ view }: { view: ReceiptView }) {
  const { label } = view;
  const { now } = useStation();
  const { host } = usePage();
  const go = useGo();
  const [form, send] = useReducer(voidReducer, now, (at) => blankVoid(host.newId(), at, view));
  useUnfinished(isBegunUndo(form) ? 'void' : null);
  const { not, cashBack, mark, refused, slipWrong, press } = useProposal(view, form, send);
  const refund = view.can.refund ? () => go({ go: { at: 'refund', label } }) : undefined;
  return (
    <UndoScreen
      screen="void"
      title={voiding.title(label)}
      form={form}
      send={send}
      onPress={press}
      onScan={(text) => form.asksSlip && send({ did: 'readSlip', text, scanned: true })}
      actions={{ refund: form.asksSlip ? refund : undefined }}
      side={{
        head: voiding.cashBack,
        aside: othersOf(view),
        loud: cashBack,
        mark,
        only: voiding.onlyVoid,
        button: voiding.button(label, cashBack),
        why: not ? undo.whyNot[not] : null,
        refused,
        onEnter: () => send({ did: 'wentTo', place: not !== null && not !== 'pin' ? not : 'primary' }),
      }}
    >
      <VoidDocument view={view} form={form} send={send} mark={mark}>
        <ShowSlip view={view} form={form} send={send} refused={slipWrong} onRefund={refund} />
      </VoidDocument>
    </UndoScreen>
  );
}

/** What the void would do and its mark, what is missing or refused of it, and the press that does it. */
function useProposal(view: ReceiptView, form: VoidForm, send: Dispatch<VoidAction>) {
  const { label } = view;
  const not = voidNotYet(form);
  const why = toldWhy(form);
  const asked = why && not !== 'slip' ? { label, ...why, ...toldSlip(form) } : null;
  const proposal = useQuery('voidProposal', asked);
  const mark = proposal.value?.mark ?? null;
  const makeVoid = useUndoing('voidReceipt', form, send, { label, asked, mark });
  const press = () => (not ? send({ did: 'wentTo', place: not === 'pin' ? APPROVAL_PIN : not }) : void makeVoid());
  const refused = proposal.state === 'refused' ? proposal : null;
  const isSlip = refused?.code === 'void_slip_wrong';
  return {
    not,
    mark,
    press,
    cashBack: amount(proposal.value?.cashBackCents ?? cashKept(view)),
    slipWrong: isSlip ? refused.sentence : null,
    refused: isSlip ? null : (refused?.sentence ?? null),
  };
}

/** What goes back beside cash. */
function othersOf(view: ReceiptView): string {
  const others = view.receipt.tenders
    .filter((tender) => tender.kind !== 'cash')
    // A brand keeps its capital.
    .map((tender) => tenderName(tender).replace(/^(Check|Money order)/, (word) => word.toLowerCase()));
  return others.length > 0 ? voiding.and(others.join(', ')) : '';
}

function cashKept(view: ReceiptView): number {
  return view.receipt.tenders.find((tender) => tender.kind === 'cash')?.cents ?? 0;
}
