import type { Dispatch } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { readSlip } from '#domain/slipCode';
import { showing } from '../../messages/undo.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { DocumentInput } from '../undo/rows.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';

type ShowSlipProps = {
  view: ReceiptView;
  form: VoidForm;
  send: Dispatch<VoidAction>;
  /** The station knows it as this receipt's. */
  isRight: boolean;
  onEnter: () => void;
  onRefund: (() => void) | undefined;
};

/** The payer's slip comes back: scanned, or its journal head typed. Without it there is no void, but a refund. */
export function ShowSlip({ view, form, send, isRight, onEnter, onRefund }: ShowSlipProps) {
  if (!form.asksSlip) return <NoneOnPaper view={view} />;
  const wrong = sentenceUnder(form.trouble, 'slip');
  const read = isRight && !wrong ? readSlip(form.slip) : null;
  return (
    <div className="why">
      <DocumentInput
        label={showing.label}
        focusName="slip"
        scan="here"
        maxLength={120}
        value={shortened(form.slip)}
        placeholder={showing.hint}
        wrong={wrong !== null}
        after={
          read ? (
            <span className="with-mark good">
              <Mark name="tick" /> {showing[read.shown]}
            </span>
          ) : null
        }
        onText={(text) => send({ did: 'readSlip', text })}
        onEnter={onEnter}
      />
      {wrong ? <Wrong sentence={wrong} /> : null}
      {read ? null : <Without onRefund={onRefund} />}
    </div>
  );
}

function NoneOnPaper({ view }: { view: ReceiptView }) {
  return (
    <div className="why">
      <p className="why-row">
        <span>{showing.label}</span>
        {showing.none[view.receipt.delivery]}
      </p>
    </div>
  );
}

function Without({ onRefund }: Pick<ShowSlipProps, 'onRefund'>) {
  return (
    <p className="why-row muted">
      {showing.without}
      {onRefund ? (
        <button type="button" className="bare" onClick={onRefund}>
          {showing.toRefund} <Keys keys="F3" />
        </button>
      ) : null}
    </p>
  );
}

/** Of a scanned code the label says enough: nobody reads 64 digits. */
function shortened(slip: string): string {
  const read = readSlip(slip);
  return read?.shown === 'scanned' ? read.label : slip;
}
