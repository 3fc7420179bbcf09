import type { ReactNode } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { shortHash } from '#domain/shortHash';
import { clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { undo } from '../../messages/undo.ts';
import { Mark } from '../../ui/Mark.tsx';

type UndoDocumentProps = {
  view: ReceiptView;
  mark: string | null;
  /** What to know beside it, under the document. */
  note: string;
  children: ReactNode;
};

/** One bordered document holds all that is approved and nothing else, and ends in its mark. */
export function UndoDocument({ view, mark, note, children }: UndoDocumentProps) {
  const { zone, now } = useStation();
  return (
    <>
      <div className="document">
        <div className="row document-head">
          <h2>{undo.approved}</h2>
          <span className="muted">
            {undo.issued} {clockOrDay(view.issuedAt, zone, now)} {undo.to} <span className="ink">{view.payer}</span>
          </span>
        </div>
        {children}
        <div className="document-mark">
          <Mark name="lock" />
          <b>{mark ? shortHash(mark) : '…'}</b>
          <span className="muted">{undo.mark}</span>
        </div>
      </div>
      <div className="foot">
        <p className="pad faint">{note}</p>
      </div>
    </>
  );
}

/** The tables of a document stand on the same columns. */
export function Widths({ columns = 3 }: { columns?: 3 | 4 }) {
  return (
    <colgroup>
      <col />
      <col />
      {columns === 4 ? <col className="amounts" /> : null}
      <col />
    </colgroup>
  );
}
