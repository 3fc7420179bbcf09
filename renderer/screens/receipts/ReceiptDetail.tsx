import type { ReceiptView } from '#contract/shapes';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { receipts as words } from '../../messages/receipts.ts';
import { useQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SlipText } from '../../ui/SlipText.tsx';
import { PrintDoubt } from './PrintDoubt.tsx';
import { ReceiptState } from './ReceiptState.tsx';

type ReceiptDetailProps = {
  view: ReceiptView | undefined;
  busy: boolean;
  trouble: string | null;
  onReprint: (() => void) | undefined;
  onVoid: (() => void) | undefined;
};

/** One receipt: its slip as it printed, how it stands, what can still be done with it. */
export function ReceiptDetail({ view, busy, trouble, onReprint, onVoid }: ReceiptDetailProps) {
  const { zone, now } = useStation();
  const slip = useQuery('slip', view ? { document: { kind: 'receipt', label: view.label } } : null).value;
  if (!view) return <section className="side" aria-label={words.slip} />;
  const isOver = !view.can.void && !view.voided;
  return (
    <section className="side" aria-label={view.label}>
      <div className="title-row">
        <h1>{view.label}</h1>
        <span>{words.issued(clockOrDay(view.issuedAt, zone, now), shortName(view.cashierName))}</span>
      </div>
      <div className="row">
        <span>
          {view.payer} <span className="muted">· {view.paidBy}</span>
        </span>
        <span className="second">{amount(view.totalCents)}</span>
      </div>
      <ReceiptState view={view} />
      <div className="slip-room">{slip ? <SlipText rows={slip.rows} label={words.slip} /> : null}</div>
      <span className="push" />
      <PrintDoubt view={view} />
      <div className="row muted">
        <span>{words.copies(view.print ? view.copies : 0)}</span>
        {isOver ? <span>{words.notVoid}</span> : null}
        {onVoid ? (
          <button type="button" className="bare" onClick={onVoid}>
            {words.void} <Keys keys="Del" />
          </button>
        ) : null}
      </div>
      <div className="foot">
        {trouble ? <Wrong sentence={trouble} /> : null}
        {onReprint ? <PrimaryButton label={words.reprint} keys="Ctrl+P" busy={busy} onPress={onReprint} /> : null}
      </div>
    </section>
  );
}
