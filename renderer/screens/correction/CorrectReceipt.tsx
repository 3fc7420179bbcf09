import { type Dispatch, useReducer } from 'react';
import type { Output } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { correcting, undo } from '../../messages/undo.ts';
import { usePage, useQuery } from '../../page.ts';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { OfReceipt } from '../undo/OfReceipt.tsx';
import { UndoDocument } from '../undo/UndoDocument.tsx';
import { UndoScreen } from '../undo/UndoScreen.tsx';
import { isBegunUndo, refusedAt, toldWhy, withRefused } from '../undo/undoForm.ts';
import { useUndoing } from '../undo/useUndoing.ts';
import { Why } from '../undo/Why.tsx';
import {
  blankCorrection,
  type CorrectionAction,
  type CorrectionForm,
  type CorrectionGap,
  correctionNotYet,
  correctionPlaceOf,
  correctionReducer,
  isTender,
  placeIn,
  type What,
} from './correctionForm.ts';
import { FromTo } from './FromTo.tsx';
import { lackingField, toldCorrection, wrongCharge } from './told.ts';
import { Where } from './Where.tsx';

/** One line, or one tender, moves to where it belongs. No money does. */
export function CorrectReceipt({ label }: { label: string }) {
  return (
    <OfReceipt label={label} screen="correct">
      {(view) => <Correcting view={view} />}
    </OfReceipt>
  );
}

function Correcting({ view }: { view: ReceiptView }) {
  const { now } = useStation();
  const { host } = usePage();
  const [form, send] = useReducer(correctionReducer, now, (at) => blankCorrection(host.newId(), at, firstOf(view)));
  useUnfinished(isBegunUndo(form) || Object.keys(form.told).length > 0 ? 'undoing' : null);
  const { not, goOn, proposal, refused, mark, press, types } = useProposal(view, form, send);
  const shown = withRefused(form, refused);
  const cents = amount(centsOf(view, form.what));
  return (
    <UndoScreen
      screen="correct"
      title={correcting.title(view.label)}
      form={shown}
      send={send}
      refused={refused}
      onPress={press}
      side={{
        head: correcting.loud,
        aside: correcting.aside,
        loud: cents,
        mark,
        only: correcting.only,
        warnings: warningsOf(proposal.value),
        button: correcting.button(cents),
        why: not ? undo.whyNot[not] : null,
        onEnter: () => (not !== null && not !== 'pin' ? goOn() : send({ did: 'wentTo', place: 'primary' })),
      }}
    >
      <UndoDocument view={view} mark={mark} note={undo.noMoney}>
        <Where view={view} form={shown} send={send} types={types} />
        <FromTo view={view} form={form} proposal={proposal.value} />
        <Why form={shown} send={send} reasons={undo.correctionReason} />
      </UndoDocument>
    </UndoScreen>
  );
}

/** What the correction would move and its mark, what is missing of it, and the press that does it. */
function useProposal(view: ReceiptView, form: CorrectionForm, send: Dispatch<CorrectionAction>) {
  const { label } = view;
  const { station } = useStation();
  const types = useQuery('receiptTypes', { drawer: station.drawer?.drawer ?? view.drawer }).value?.types ?? [];
  const correction = toldCorrection(form, view, types);
  const not = correctionNotYet(form, correction !== null);
  const why = toldWhy(form);
  const asked = correction && why ? { label, correction, ...why } : null;
  // Where it would go is shown as soon as it is said: it does not depend on the reason.
  const reason = isTender(form.what) ? 'wrong_tender' : 'wrong_account';
  const proposal = useQuery('correctionProposal', asked ?? (correction ? { label, correction, reason } : null));
  const mark = asked ? (proposal.value?.mark ?? null) : null;
  const make = useUndoing('correctReceipt', form, send, { label, asked, mark });
  const goOn = () => send({ did: 'wentTo', place: placeOf(not ?? 'pin', lackingField(form, types)) });
  const press = () => (not ? goOn() : void make());
  const wrong = isTender(form.what) ? null : wrongCharge(form, view.standing.lines[placeIn(form.what)] ?? null);
  return { not, types, goOn, proposal, refused: wrong ?? refusedAt(proposal, correctionPlaceOf), mark, press };
}

/** The first line that stands: mostly it is the only one. */
function firstOf({ standing }: ReceiptView): What {
  const first = standing.lines.findIndex((line) => line !== null);
  return first < 0 ? 'tender 0' : `line ${first}`;
}

/** Where the hand goes for what is missing. @param lacking the first field of where it belongs that is not said */
function placeOf(not: CorrectionGap, lacking: string | null): string {
  if (not === 'to') return lacking ?? 'kind';
  return not === 'pin' ? APPROVAL_PIN : not;
}

/** What the supervisor must know before the yes. */
function warningsOf(proposal: Output<'correctionProposal'> | undefined): string[] {
  if (!proposal) return [];
  const spent = proposal.spent.map((one) => undo.spent(one.accountNumber, amount(one.spentCents)));
  const needs = proposal.needs.map((need) => correcting.needs[need]);
  return [...spent, ...proposal.warnings.map(({ sentence }) => sentence), ...needs];
}

function centsOf({ standing }: ReceiptView, what: What): number {
  const place = placeIn(what);
  return (isTender(what) ? standing.tenders[place]?.cents : standing.lines[place]?.cents) ?? 0;
}
