import { type Dispatch, useReducer } from 'react';
import type { Output } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import type { DrawerTender } from '#domain/tender';
import type { ReversalReason } from '#domain/undo';
import { amount } from '../../format.ts';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { done } from '../../messages/counter.ts';
import { reversing, undo } from '../../messages/undo.ts';
import { usePage, useQuery } from '../../page.ts';
import { Columns } from '../../ui/Columns.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { PaidLine } from '../receipts/ReceiptLines.tsx';
import { OfReceipt } from '../undo/OfReceipt.tsx';
import { UndoDocument, Widths } from '../undo/UndoDocument.tsx';
import { UndoScreen } from '../undo/UndoScreen.tsx';
import {
  blankUndo,
  isBegunUndo,
  refusedAt,
  toldWhy,
  type UndoAction,
  type UndoForm,
  undoNotYet,
  undoReducer,
  withRefused,
} from '../undo/undoForm.ts';
import { useUndoing } from '../undo/useUndoing.ts';
import { Why } from '../undo/Why.tsx';

type Form = UndoForm<ReversalReason>;
type Action = UndoAction<ReversalReason>;

/** A receipt that never was, found after its drawer closed: against the difference that it caused there. */
export function ReverseReceipt({ label }: { label: string }) {
  return (
    <OfReceipt label={label} screen="reverse">
      {(view) => <Reversing view={view} />}
    </OfReceipt>
  );
}

function reducer(form: Form, action: Action): Form {
  return undoReducer(form, action);
}

function Reversing({ view }: { view: ReceiptView }) {
  const { label } = view;
  const { now } = useStation();
  const { host } = usePage();
  const [form, send] = useReducer(reducer, now, (at): Form => blankUndo(host.newId(), at, 'reason'));
  useUnfinished(isBegunUndo(form) ? 'undoing' : null);
  const { not, proposal, refused, mark, press } = useProposal(label, form, send);
  const shown = withRefused(form, refused);
  return (
    <UndoScreen
      screen="reverse"
      title={reversing.title(label)}
      form={shown}
      send={send}
      refused={refused}
      onPress={press}
      side={{
        head: reversing.loud,
        aside: reversing.aside,
        loud: amount(view.totalCents),
        mark,
        only: reversing.only,
        warnings: proposal.value ? warningsOf(proposal.value) : [],
        button: reversing.button(label, amount(view.totalCents)),
        why: not ? undo.whyNot[not] : null,
        onEnter: () => send({ did: 'wentTo', place: not === 'reason' ? 'reason' : 'primary' }),
      }}
    >
      <UndoDocument view={view} mark={mark} note={undo.noMoney}>
        <TakenBack view={view} />
        <PutsRight proposal={proposal.value} />
        <Reasons form={shown} send={send} />
      </UndoDocument>
    </UndoScreen>
  );
}

/** What the reversal would do and its mark, what is missing of it, and the press that does it. */
function useProposal(label: string, form: Form, send: Dispatch<Action>) {
  const not = undoNotYet(form);
  const why = toldWhy(form);
  const asked = why ? { label, ...why } : null;
  // What it would put right is shown before there is a reason: it does not depend on it.
  const proposal = useQuery('reversalProposal', asked ?? { label, reason: 'keyed_twice' });
  const mark = asked ? (proposal.value?.mark ?? null) : null;
  const make = useUndoing('reverseReceipt', form, send, { label, asked, mark });
  const press = () => (not ? send({ did: 'wentTo', place: not === 'pin' ? APPROVAL_PIN : not }) : void make());
  return { not, proposal, refused: refusedAt(proposal), mark, press };
}

function Reasons({ form, send }: { form: Form; send: Dispatch<Action> }) {
  return <Why form={form} send={send} reasons={undo.reversalReason} />;
}

function TakenBack({ view }: { view: ReceiptView }) {
  return (
    <table>
      <Widths />
      <Columns
        of={[{ name: reversing.lines }, { name: done.columns.account }, { name: done.columns.amount, right: true }]}
      />
      <tbody>
        {view.standing.lines.map((line, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
          line ? <PaidLine key={place} line={line} /> : null,
        )}
        <tr className="total">
          <td colSpan={2}>{reversing.total}</td>
          <td className="n">{amount(view.totalCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** What the supervisor must know before the yes. */
function warningsOf({ spent, tenders }: Output<'reversalProposal'>): string[] {
  const wasThere = tenders.some(({ cents, shortCents }) => shortCents !== null && shortCents < cents);
  const isHidden = tenders.some(({ shortCents }) => shortCents === null);
  return [
    ...spent.map((one) => undo.spent(one.accountNumber, amount(one.spentCents))),
    ...(wasThere ? [reversing.wasPaid] : []),
    ...(isHidden ? [reversing.notKnown] : []),
  ];
}

function shortWords(shortCents: number | null): string {
  if (shortCents === null) return reversing.notTold;
  return shortCents > 0 ? reversing.short(amount(shortCents)) : reversing.notShort;
}

/** The over/short or differences that it caused, tender by tender. */
function PutsRight({ proposal }: { proposal: Output<'reversalProposal'> | undefined }) {
  return (
    <table>
      <Widths />
      <Columns
        of={[
          { name: reversing.puts, span: 2 },
          { name: done.columns.amount, right: true },
        ]}
      />
      <tbody>
        {proposal?.tenders.map(({ tender, cents, shortCents }) => (
          <tr key={tender}>
            <td>{reversing.tender[tender as DrawerTender]}</td>
            <td className="muted">{shortWords(shortCents)}</td>
            <td className="n">{amount(cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
