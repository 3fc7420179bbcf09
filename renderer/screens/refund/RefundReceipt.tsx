import { type Dispatch, useReducer } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { refunding, undo } from '../../messages/undo.ts';
import { usePage, useQuery } from '../../page.ts';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { OfReceipt } from '../undo/OfReceipt.tsx';
import { UndoScreen } from '../undo/UndoScreen.tsx';
import { refusedAt, toldWhy, withRefused } from '../undo/undoForm.ts';
import { useUndoing } from '../undo/useUndoing.ts';
import { RefundDocument } from './RefundDocument.tsx';
import {
  blankRefund,
  partPlace,
  placesLeft,
  type RefundAction,
  type RefundForm,
  type RefundGap,
  refundCents,
  refundNotYet,
  refundPlaceOf,
  refundReducer,
  toldRefund,
  wrongPart,
} from './refundForm.ts';

/** Money of a receipt goes back: how much of which line, and how the payer gets it. */
export function RefundReceipt({ label }: { label: string }) {
  return (
    <OfReceipt label={label} screen="refund">
      {(view) => <Refunding view={view} />}
    </OfReceipt>
  );
}

function Refunding({ view }: { view: ReceiptView }) {
  const { station, now } = useStation();
  const { host } = usePage();
  const drawer = station.drawer?.state === 'open' ? station.drawer.drawer : null;
  const [form, send] = useReducer(refundReducer, now, (at) => blankRefund(host.newId(), at, view, drawer));
  useUnfinished(refundCents(form) > 0 ? 'undoing' : null);
  const { not, proposal, refused, mark, press } = useProposal(view, form, send, drawer);
  const shown = withRefused(form, refused);
  const given = amount(proposal.value?.cents ?? refundCents(form));
  const kind = kindOf(form.means);
  return (
    <UndoScreen
      screen="refund"
      title={refunding.title(view.label)}
      form={shown}
      send={send}
      refused={refused}
      onPress={press}
      actions={{ whole: () => send({ did: 'tookWhole', view }) }}
      side={{
        head: refunding.loud[kind],
        aside: refunding.of(amount(standsOf(view))),
        loud: given,
        mark,
        only: refunding.only,
        button: refunding.button[kind](given),
        why: not ? undo.whyNot[not] : null,
        warnings: kind === 'cash' && takesOfCards(view, refundCents(form)) ? [refunding.cardInCash] : [],
        onEnter: () => send({ did: 'wentTo', place: not !== null && not !== 'pin' ? placeOf(not, view) : 'primary' }),
      }}
    >
      <RefundDocument view={view} form={shown} send={send} proposal={proposal.value} drawer={drawer} />
    </UndoScreen>
  );
}

/** What the refund would do and its mark, what is missing of it, and the press that does it. */
function useProposal(view: ReceiptView, form: RefundForm, send: Dispatch<RefundAction>, drawer: string | null) {
  const { label } = view;
  const not = refundNotYet(form);
  const refund = toldRefund(form, view, drawer);
  const why = toldWhy(form);
  const asked = refund && why ? { label, refund, ...why } : null;
  const proposal = useQuery('refundProposal', asked);
  const mark = proposal.value?.mark ?? null;
  const make = useUndoing('refundReceipt', form, send, { label, asked, mark });
  const press = () => (not ? send({ did: 'wentTo', place: placeOf(not, view) }) : void make());
  return { not, proposal, refused: wrongPart(form) ?? refusedAt(proposal, refundPlaceOf), mark, press };
}

/** Whether so much is more than what stands without its cards. */
function takesOfCards({ standing: { tenders } }: ReceiptView, backCents: number): boolean {
  const besideCards = tenders.reduce((sum, { kind, cents }) => sum + (kind === 'card' ? 0 : cents), 0);
  return tenders.some(({ kind }) => kind === 'card') && backCents > besideCards;
}

function kindOf(means: string): 'cash' | 'card' | 'warrant' {
  return means === 'cash' || means === 'warrant' ? means : 'card';
}

function placeOf(not: RefundGap, view: ReceiptView): string {
  if (not === 'amount') return partPlace(placesLeft(view)[0] ?? 0);
  return not === 'pin' ? APPROVAL_PIN : not;
}

function standsOf(view: ReceiptView): number {
  return view.standing.lines.reduce((sum, line) => sum + (line?.cents ?? 0), 0);
}
