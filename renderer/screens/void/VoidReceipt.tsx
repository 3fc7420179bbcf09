import { type Dispatch, useReducer } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { voiding } from '../../messages/receipts.ts';
import { undo } from '../../messages/undo.ts';
import { usePage, useQuery, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { tenderName } from '../receipts/ReceiptLines.tsx';
import { useGo } from '../route.ts';
import { OfReceipt } from '../undo/OfReceipt.tsx';
import { UndoScreen } from '../undo/UndoScreen.tsx';
import { isBegunUndo, refusedAt, toldWhy, withRefused } from '../undo/undoForm.ts';
import { useUndoing } from '../undo/useUndoing.ts';
import { ShowSlip } from './ShowSlip.tsx';
import { VoidDocument } from './VoidDocument.tsx';
import {
  blankVoid,
  isWholeSlip,
  slipAsked,
  toldSlip,
  type VoidAction,
  type VoidForm,
  voidNotYet,
  voidPlaceOf,
  voidReducer,
} from './voidForm.ts';

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
  const proposed = useProposal(view, form, send);
  const { refused, mark } = proposed;
  const judge = useJudging(label, send);
  const shown = withRefused(form, refused);
  const refund = view.can.refund ? () => go({ go: { at: 'refund', label } }) : undefined;
  return (
    <UndoScreen
      screen="void"
      title={voiding.title(label)}
      form={shown}
      send={send}
      refused={refused}
      onPress={proposed.press}
      onScan={(text) => form.asksSlip && void judge(text)}
      actions={{ refund: form.asksSlip ? refund : undefined }}
      side={sideOf(view, proposed, send)}
    >
      <VoidDocument view={view} form={shown} send={send} mark={mark}>
        <ShowSlip
          view={view}
          form={shown}
          send={send}
          isRight={proposed.isRight}
          onEnter={() => void judge(form.slip)}
          onRefund={refund}
        />
      </VoidDocument>
    </UndoScreen>
  );
}

type Proposed = ReturnType<typeof useProposal>;

function sideOf(view: ReceiptView, { not, cashBack, mark }: Proposed, send: Dispatch<VoidAction>) {
  return {
    head: cashBack > 0 ? voiding.cashBack : voiding.noCash,
    aside: othersOf(view),
    loud: amount(cashBack > 0 ? cashBack : view.receipt.totalCents),
    mark,
    only: voiding.onlyVoid,
    button: voiding.button(view.label, cashBack > 0 ? amount(cashBack) : null),
    why: not ? undo.whyNot[not] : null,
    onEnter: () => send({ did: 'wentTo', place: not !== null && not !== 'pin' ? not : 'primary' }),
  };
}

/** What the void would do and its mark, what is missing or refused of it, and the press that does it. */
function useProposal(view: ReceiptView, form: VoidForm, send: Dispatch<VoidAction>) {
  const { label } = view;
  const not = voidNotYet(form);
  const why = toldWhy(form);
  const asked = why && not !== 'slip' ? { label, ...why, ...toldSlip(form) } : null;
  const slip = useQuery('voidProposal', isWholeSlip(form) ? { label, ...slipAsked(form) } : null);
  const proposal = useQuery('voidProposal', asked);
  const mark = proposal.value?.mark ?? null;
  const makeVoid = useUndoing('voidReceipt', form, send, { label, asked, mark });
  const press = () => (not ? send({ did: 'wentTo', place: not === 'pin' ? APPROVAL_PIN : not }) : void makeVoid());
  return {
    not,
    mark,
    press,
    cashBack: proposal.value?.cashBackCents ?? cashKept(view),
    isRight: slip.state === 'answered',
    refused: refusedAt(slip, voidPlaceOf) ?? refusedAt(proposal, voidPlaceOf),
  };
}

/** Shows the station a slip, scanned or typed to its end: only the right one lets the hand go on. */
function useJudging(label: string, send: Dispatch<VoidAction>) {
  const ask = useSend();
  return async function judge(slip: string) {
    send({ did: 'readSlip', text: slip });
    const answer = await ask('voidProposal', { label, ...slipAsked({ slip }) });
    if (answer) send({ did: 'judgedSlip', slip, trouble: troubleOf(answer) });
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
