import { formatAmount } from '#domain/money';
import { safe } from '../../messages/safe.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { PieceTable } from '../pieces/PieceTable.tsx';
import { worthTyped } from '../pieces/pieces.ts';
import { FIRST_CELL, type PiecesAction, type PiecesForm } from './piecesForm.ts';

type CountedPiecesProps = {
  form: Pick<PiecesForm, 'typed' | 'withRare' | 'trouble'>;
  send: (action: Extract<PiecesAction, { did: 'typedPieces' | 'movedCell' }>) => void;
  label?: string;
  /** What it must come to, where that is known. */
  of?: string;
  narrow?: boolean;
};

/** Cash by denomination and what it comes to; a refusal of it stands right under it. */
export function CountedPieces({ form, send, label = safe.cash, of, narrow }: CountedPiecesProps) {
  const wrong = sentenceUnder(form.trouble, FIRST_CELL);
  return (
    <>
      <PieceTable
        typed={form.typed}
        withRare={form.withRare}
        {...(narrow ? { narrow } : {})}
        onTyped={(worth, column, text) => send({ did: 'typedPieces', worth, column, text })}
        onMoved={(worth, column, by) => send({ did: 'movedCell', worth, column, by })}
      />
      {wrong ? <Wrong sentence={wrong} /> : null}
      <div className="row counted">
        <h2>{label}</h2>
        <span>
          <b className="num">{formatAmount(worthTyped(form.typed))}</b>
          {of === undefined ? null : <span className="muted num"> {of}</span>}
        </span>
      </div>
    </>
  );
}
