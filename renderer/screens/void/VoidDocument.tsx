import type { Dispatch } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { shortHash } from '#domain/shortHash';
import type { Tender } from '#domain/tender';
import { amount, clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { done } from '../../messages/counter.ts';
import { voiding } from '../../messages/receipts.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PaidLine, tenderName } from '../receipts/ReceiptLines.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';
import { Why } from './Why.tsx';

type VoidDocumentProps = {
  view: ReceiptView;
  form: VoidForm;
  send: Dispatch<VoidAction>;
  mark: string | null;
};

/** All that is approved and nothing else: lines taken back, money given back, why. */
export function VoidDocument({ view, form, send, mark }: VoidDocumentProps) {
  const { zone, now } = useStation();
  return (
    <>
      <div className="document">
        <div className="row document-head">
          <h2>{voiding.approved}</h2>
          <span className="muted">
            {voiding.issued} {clockOrDay(view.issuedAt, zone, now)} {voiding.to}{' '}
            <span className="ink">{view.payer}</span>
          </span>
        </div>
        <TakenBack view={view} />
        <GivenBack view={view} />
        <Why form={form} send={send} />
        <div className="document-mark">
          <Mark name="lock" />
          <b>{mark ? shortHash(mark) : '…'}</b>
          <span className="muted">{voiding.mark}</span>
        </div>
      </div>
      <div className="foot">
        <p className="pad faint">{voiding.stays(view.label)}</p>
      </div>
    </>
  );
}

/** Both tables of the document stand on the same columns. */
function Widths() {
  return (
    <colgroup>
      <col />
      <col />
      <col />
    </colgroup>
  );
}

function TakenBack({ view }: { view: ReceiptView }) {
  return (
    <table>
      <Widths />
      <Columns
        of={[{ name: voiding.lines }, { name: done.columns.account }, { name: done.columns.amount, right: true }]}
      />
      <tbody>
        {view.receipt.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
          <PaidLine key={place} line={line} />
        ))}
        <tr className="total">
          <td colSpan={2}>{voiding.total}</td>
          <td className="n">{amount(view.receipt.totalCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function GivenBack({ view }: { view: ReceiptView }) {
  return (
    <table>
      <Widths />
      <Columns
        of={[
          { name: voiding.back, span: 2 },
          { name: done.columns.amount, right: true },
        ]}
      />
      <tbody>
        {view.receipt.tenders.map((tender, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tenders of a receipt never move
          <tr key={at}>
            <td>
              {tenderName(tender)} <small>{howBack(tender)}</small>
            </td>
            <td className="muted">{voiding.from[tender.kind]}</td>
            <td className="n">{amount(tender.cents)}</td>
          </tr>
        ))}
        <tr className="total">
          <td colSpan={2}>{voiding.givenBack}</td>
          <td className="n">{amount(view.receipt.totalCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function howBack(tender: Tender): string {
  switch (tender.kind) {
    case 'cash':
      return tender.changeCents > 0 ? voiding.taken(amount(tender.tenderedCents), amount(tender.changeCents)) : '';
    case 'check':
    case 'money-order':
      return voiding.paper;
    case 'credit':
      return '';
    case 'card':
      return voiding.card(tender.approvalCode);
  }
}
