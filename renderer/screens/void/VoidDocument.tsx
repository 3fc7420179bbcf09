import type { Dispatch, ReactNode } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { hasCharges } from '#domain/line';
import { cents, formatSigned } from '#domain/money';
import type { Tender } from '#domain/tender';
import { amount } from '../../format.ts';
import { done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { voiding } from '../../messages/receipts.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PaidLine, tenderName } from '../receipts/ReceiptLines.tsx';
import { UndoDocument, Widths } from '../undo/UndoDocument.tsx';
import { Why } from '../undo/Why.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';

type VoidDocumentProps = {
  view: ReceiptView;
  form: VoidForm;
  send: Dispatch<VoidAction>;
  mark: string | null;
  /** How the slip comes back. */
  children: ReactNode;
};

/** All that is approved and nothing else: lines taken back, money given back, the slip, why. */
export function VoidDocument({ view, form, send, mark, children }: VoidDocumentProps) {
  return (
    <UndoDocument view={view} mark={mark} note={voiding.stays(view.label, hasCharges(view.receipt.lines))}>
      <TakenBack view={view} />
      <GivenBack view={view} />
      {children}
      <Why form={form} send={send} reasons={say.voidReason} />
    </UndoDocument>
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
        {view.receipt.roundingCents === 0 ? null : (
          <tr>
            <td colSpan={2}>{voiding.rounded}</td>
            <td className="n">{formatSigned(cents(view.receipt.roundingCents))}</td>
          </tr>
        )}
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
          <td className="n">{amount(view.receipt.totalCents + view.receipt.roundingCents)}</td>
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
