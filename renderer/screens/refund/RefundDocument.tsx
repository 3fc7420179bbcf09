import type { Dispatch } from 'react';
import type { Output } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import { dayOf } from '#domain/businessDay';
import type { ReceiptLine } from '#domain/line';
import { amount, clockOrDay, mediumDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { refunding, undo } from '../../messages/undo.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { summaryOf } from '../receipts/ReceiptLines.tsx';
import { DocumentInput, DocumentSelect, WrongRow } from '../undo/rows.tsx';
import { UndoDocument, Widths } from '../undo/UndoDocument.tsx';
import { Why } from '../undo/Why.tsx';
import {
  type Means,
  meansFor,
  partPlace,
  placesLeft,
  type RefundAction,
  type RefundForm,
  refundCents,
} from './refundForm.ts';

type RefundDocumentProps = {
  view: ReceiptView;
  form: RefundForm;
  send: Dispatch<RefundAction>;
  proposal: Output<'refundProposal'> | undefined;
  drawer: string | null;
};

/** What goes back of each line beside what stands of it, how, and why. */
export function RefundDocument({ view, form, send, proposal, drawer }: RefundDocumentProps) {
  return (
    <UndoDocument view={view} mark={proposal?.mark ?? null} note={useClearing(view)}>
      <table className="four">
        <Widths columns={4} />
        <Columns
          of={[
            { name: refunding.columns.purpose },
            { name: refunding.columns.account },
            { name: refunding.columns.stands, right: true },
            { name: refunding.columns.back, right: true },
          ]}
        />
        <tbody>
          {view.standing.lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
            <PartRow key={place} view={view} place={place} line={line} form={form} send={send} />
          ))}
          {proposal && proposal.roundingCents !== 0 ? (
            <tr>
              <td colSpan={3}>{refunding.rounding}</td>
              <td className="n">{amount(proposal.roundingCents)}</td>
            </tr>
          ) : null}
          <Total view={view} cents={proposal?.cents ?? refundCents(form)} />
        </tbody>
      </table>
      <Earlier view={view} />
      <How view={view} form={form} send={send} drawer={drawer} />
      <Why form={form} send={send} reasons={undo.refundReason} />
    </UndoDocument>
  );
}

type PartRowProps = {
  view: ReceiptView;
  place: number;
  line: ReceiptLine | null;
  form: RefundForm;
  send: Dispatch<RefundAction>;
};

function PartRow({ view, place, line, form, send }: PartRowProps) {
  const told = line ?? view.receipt.lines[place];
  if (!told) return null;
  const { name, detail, account } = summaryOf(told);
  const places = placesLeft(view);
  const next = places[places.indexOf(place) + 1];
  const wrong = sentenceUnder(form.trouble, partPlace(place));
  return (
    <>
      <tr>
        <td>
          {name} <small>{detail}</small>
        </td>
        <td className="nowrap">{account}</td>
        <td className="n">{line ? amount(line.cents) : <small>{refunding.gone}</small>}</td>
        <td className="n">
          {line ? (
            <AmountCell
              label={refunding.cell(name)}
              focusName={partPlace(place)}
              text={form.parts[place] ?? ''}
              wrong={wrong !== null}
              onText={(text) => send({ did: 'typedPart', place, text })}
              onEnter={() => send({ did: 'wentTo', place: next === undefined ? 'means' : partPlace(next) })}
            />
          ) : null}
        </td>
      </tr>
      <WrongRow columns={4} sentence={wrong} />
    </>
  );
}

function Total({ view, cents }: { view: ReceiptView; cents: number }) {
  const stands = view.standing.lines.reduce((sum, line) => sum + (line?.cents ?? 0), 0);
  return (
    <tr className="total">
      <td colSpan={2}>{refunding.total}</td>
      <td className="n">{amount(stands)}</td>
      <td className="n">{amount(cents)}</td>
    </tr>
  );
}

/** What went back before. */
function Earlier({ view }: { view: ReceiptView }) {
  const { zone, now } = useStation();
  const before = view.undos.filter((one) => one.kind === 'refund');
  if (before.length === 0) return null;
  return (
    <table>
      <Widths />
      <Columns
        of={[
          { name: refunding.earlier, span: 2 },
          { name: refunding.columns.back, right: true },
        ]}
      />
      <tbody>
        {before.map((one) => (
          <tr key={one.label}>
            <td>
              {one.label} <small>{clockOrDay(one.at, zone, now)}</small>
            </td>
            <td className="muted">{undo.refundReason[one.reason as keyof typeof undo.refundReason]}</td>
            <td className="n">{amount(one.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HowProps = Pick<RefundDocumentProps, 'view' | 'form' | 'send' | 'drawer'>;

function How({ view, form, send, drawer }: HowProps) {
  const isCard = form.means.startsWith('card');
  const wrong = sentenceUnder(form.trouble, 'code');
  return (
    <div className="why">
      <h2>{refunding.how}</h2>
      <DocumentSelect
        label={refunding.means}
        focusName="means"
        value={form.means}
        options={meansFor(view, drawer).map((means) => ({ value: means, label: meansWords(means, view, drawer) }))}
        onPick={(means) => send({ did: 'choseMeans', means })}
        onEnter={() => send({ did: 'wentTo', place: isCard ? 'code' : 'reason' })}
      />
      {isCard ? (
        <DocumentInput
          label={refunding.code}
          focusName="code"
          maxLength={12}
          value={form.approvalCode}
          placeholder={refunding.codeHint}
          wrong={wrong !== null}
          onText={(text) => send({ did: 'typedCode', text: text.trim() })}
          onEnter={() => send({ did: 'wentTo', place: 'reason' })}
        />
      ) : null}
      {isCard && wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}

function meansWords(means: Means, view: ReceiptView, drawer: string | null): string {
  if (means === 'warrant') return refunding.warrant;
  if (means === 'cash') return refunding.cash(drawer ?? '');
  const card = view.standing.tenders[Number(means.slice('card '.length))];
  return card?.kind === 'card' ? refunding.card(say.brand[card.brand], card.lastFour) : '';
}

/** A check is money only once it has cleared. */
function useClearing(view: ReceiptView): string {
  const { zone, now } = useStation();
  if (view.checksClear === null) return refunding.none;
  return dayOf(now, zone) >= view.checksClear ? refunding.cleared : refunding.clears(mediumDay(view.checksClear));
}
