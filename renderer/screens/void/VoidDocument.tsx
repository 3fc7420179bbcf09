import type { Dispatch } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { type Tender, VoidReason } from '#domain/receipt';
import { shortHash } from '#domain/shortHash';
import { amount, clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { voiding } from '../../messages/receipts.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PaidLine, tenderName } from '../receipts/ReceiptLines.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';

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
    <div className="document">
      <div className="row document-head">
        <h2>{voiding.approved}</h2>
        <span className="muted">
          {voiding.issued} {clockOrDay(view.issuedAt, zone, now)} {voiding.to} <span className="ink">{view.payer}</span>
        </span>
      </div>
      <TakenBack view={view} />
      <GivenBack view={view} />
      <Why form={form} send={send} />
      <div className="document-mark">
        <Mark name="lock" />
        <b className="num">{mark ? shortHash(mark) : '…'}</b>
        <span className="muted">{voiding.mark}</span>
      </div>
    </div>
  );
}

function TakenBack({ view }: { view: ReceiptView }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{voiding.lines}</th>
          <th scope="col">{done.columns.account}</th>
          <th scope="col" className="n">
            {done.columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.receipt.lines.map((line) => (
          <PaidLine key={line.accountNumber} line={line} />
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
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {voiding.back}
          </th>
          <th scope="col" className="n">
            {done.columns.amount}
          </th>
        </tr>
      </thead>
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
      return voiding.paper;
    case 'card':
      return voiding.card(tender.approvalCode);
  }
}

function Why({ form, send }: { form: VoidForm; send: Dispatch<VoidAction> }) {
  const wrong = sentenceUnder(form.trouble, 'words');
  return (
    <div className="why">
      <h2>{voiding.why}</h2>
      <label className="why-row">
        <span>{voiding.reason}</span>
        <select
          data-focus="reason"
          value={form.reason ?? ''}
          onChange={(event) => {
            const picked = VoidReason.options.find((reason) => reason === event.target.value);
            if (picked) send({ did: 'choseReason', reason: picked });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || !form.reason) return;
            event.preventDefault();
            send({ did: 'wentTo', place: 'words' });
          }}
        >
          <option value="" disabled>
            {voiding.chooseReason}
          </option>
          {VoidReason.options.map((reason) => (
            <option key={reason} value={reason}>
              {say.voidReason[reason]}
            </option>
          ))}
        </select>
      </label>
      <label className="why-row">
        <span>{voiding.words}</span>
        <input
          data-focus="words"
          maxLength={200}
          autoComplete="off"
          value={form.words}
          placeholder={voiding.wordsHint}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => send({ did: 'typedWords', words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send({ did: 'wentTo', place: 'approvalPin' });
          }}
        />
      </label>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}
