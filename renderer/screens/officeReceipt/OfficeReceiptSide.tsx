import type { RefObject } from 'react';
import type { DocumentRef } from '#contract/shapes';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { counter } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { officeReceipt as words } from '../../messages/officeReceipt.ts';
import { receipts } from '../../messages/receipts.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { SlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { UndoneSince } from '../receipts/Undone.tsx';
import { type OfficeReceiptForm, type OfficeReceiptSeen, slipAt } from './officeReceiptForm.ts';

type OfficeReceiptSideProps = {
  /** The receipt that is meant, whether the ledger has told it yet or not. */
  label: string | null;
  seen: OfficeReceiptSeen | undefined;
  refused: string | null;
  form: OfficeReceiptForm;
  room: RefObject<HTMLDivElement | null>;
  onShow: (document: DocumentRef) => void;
};

/** One receipt of any station: how it stands, and its slips as they read, to be looked at alone. */
export function OfficeReceiptSide({ label, seen, refused, form, room, onShow }: OfficeReceiptSideProps) {
  if (!seen || seen.label !== label) return <NotTold label={label} refused={refused} />;
  const { slips } = seen;
  const slip = slips[slipAt(form, seen)];
  return (
    <section className="side" aria-label={seen.label}>
      <Head seen={seen} />
      {seen.undos.length > 0 && slip ? <UndoneSince view={seen} shown={slip.document} onShow={onShow} /> : null}
      <SlipRoom room={room} slip={slip} label={receipts.slip} />
      {slips.length > 1 && slip ? (
        <div className="row muted">
          <span />
          <span>
            {receipts.slipOf(receipts.document[slip.document.kind], slips.length)} <Keys keys="F7" />
          </span>
        </div>
      ) : null}
      <p className="pad muted">{words.copy(seen.label.replace(/-\d+$/, ''))}</p>
    </section>
  );
}

function Head({ seen }: { seen: OfficeReceiptSeen }) {
  const { zone, now } = useStation();
  const { label, issuedAt, cashierName, payer, paidBy, receipt, totalCents, voided } = seen;
  return (
    <>
      <TitleRow title={label}>{receipts.issued(clockOrDay(issuedAt, zone, now), shortName(cashierName))}</TitleRow>
      <div className="row">
        <span>
          {payer} <span className="muted">· {receipts.paid(paidBy, receipt.entryMode)}</span>
        </span>
        <span className="second">{amount(totalCents)}</span>
      </div>
      {voided ? (
        <p className="pad states">
          <span className="with-mark">
            <Mark name="cross" className="short" />
            {counter.last.void(say.voidReason[voided.reason], shortName(voided.approverName))},{' '}
            {clockOrDay(voided.at, zone, now)}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** Nothing of another receipt stands here while this one is asked for. */
function NotTold({ label, refused }: { label: string | null; refused: string | null }) {
  return (
    <section className="side" aria-label={words.details}>
      {label === null ? <h1 className="unseen">{words.details}</h1> : <TitleRow title={label} />}
      {label === null && refused === null ? null : (
        <p className="pad muted" role="status">
          {refused ?? words.asking(label ?? '')}
        </p>
      )}
    </section>
  );
}
