import type { RefObject } from 'react';
import type { DocumentRef, ReceiptView } from '#contract/shapes';
import { receiptDocuments } from '#domain/receiptDocuments';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { receipts as words } from '../../messages/receipts.ts';
import { useQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SlipRoom } from '../../ui/SlipRoom.tsx';
import { Choosing, type Way } from './Choosing.tsx';
import { PrintDoubt } from './PrintDoubt.tsx';
import { ReceiptState } from './ReceiptState.tsx';
import { Undone } from './Undone.tsx';

type ReceiptDetailProps = {
  view: ReceiptView | undefined;
  /** Which of its slips is looked at. */
  document: DocumentRef | null;
  trouble: string | null;
  room: RefObject<HTMLDivElement | null>;
  onShow: (document: DocumentRef) => void;
  onReprint: (() => void) | undefined;
  ways: Partial<Record<Way, () => void>>;
  noVoid: string | null;
};

/** One receipt: its slips as they printed, how it stands, what can still be done with it. */
export function ReceiptDetail(props: ReceiptDetailProps) {
  const { view, document, trouble, room, onShow, onReprint, ways, noVoid } = props;
  const { zone, now } = useStation();
  const slip = useQuery('slip', document ? { document } : null).value;
  if (!view || !document) return <NoReceipt />;
  const documents = receiptDocuments(view);
  return (
    <section className="side" aria-label={view.label}>
      <div className="title-row">
        <h1>{view.label}</h1>
        <span>{words.issued(clockOrDay(view.issuedAt, zone, now), shortName(view.cashierName))}</span>
      </div>
      <div className="row">
        <span>
          {view.payer} <span className="muted">· {words.paid(view.paidBy, view.receipt.entryMode)}</span>
        </span>
        <span className="second">{amount(view.totalCents)}</span>
      </div>
      <ReceiptState view={view} />
      <Undone view={view} shown={document} onShow={onShow} />
      <SlipRoom room={room} slip={slip} label={words.slip} />
      <div className="row muted">
        <span>{document.kind === 'receipt' ? words.copies(view.print ? view.copies : 0) : ''}</span>
        {documents.length > 1 ? (
          <span>
            {words.slipOf(words.document[document.kind], documents.length)} <Keys keys="F7" />
          </span>
        ) : null}
      </div>
      <span className="push" />
      <PrintDoubt view={view} />
      <Choosing view={view} ways={ways} noVoid={noVoid} />
      <div className="foot">
        {trouble ? <Wrong sentence={trouble} /> : null}
        {onReprint ? <PrimaryButton label={printWords(view, document)} keys="Ctrl+P" onPress={onReprint} /> : null}
      </div>
    </section>
  );
}

function NoReceipt() {
  return (
    <section className="side" aria-label={words.slip}>
      <h1 className="unseen">{words.title}</h1>
    </section>
  );
}

/** Where the payer wanted no slip there is nothing to be a duplicate of. */
function printWords({ copies, mail }: ReceiptView, { kind }: DocumentRef): string {
  return kind === 'receipt' && copies === 0 && mail === null ? words.print : words.reprint;
}
