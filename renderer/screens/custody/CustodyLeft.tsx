import type { Dispatch } from 'react';
import type { Drawer } from '#contract/shapes';
import { shortHash } from '#domain/shortHash';
import { custody } from '../../messages/custody.ts';
import { undo } from '../../messages/undo.ts';
import { Mark } from '../../ui/Mark.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { PieceTable } from '../pieces/PieceTable.tsx';
import { Why } from '../undo/Why.tsx';
import type { CustodyAction, CustodyForm } from './custodyForm.ts';
import { PaidWhy } from './PaidWhy.tsx';
import { SwapTable } from './SwapTable.tsx';

type LeftProps = { form: CustodyForm; send: Dispatch<CustodyAction>; drawer: Drawer; mark: string | null };

/** What is counted and told: all that a second person agrees to. */
export function CustodyLeft({ form, send, drawer, mark }: LeftProps) {
  const words = custody[form.what];
  return (
    <section className="left undoing" aria-label={words.title}>
      <TitleRow title={words.title}>{words.aside(drawer.drawer)}</TitleRow>
      {form.what === 'swap' ? <SwapTable form={form} send={send} /> : null}
      {form.what === 'drop' || form.what === 'paidIn' || form.what === 'paidOut' ? (
        <PieceTable
          typed={form.typed.out}
          withRare={form.withRare}
          onTyped={(worth, column, text) => send({ did: 'typedPieces', side: 'out', worth, column, text })}
          onMoved={(worth, column, by) => send({ did: 'movedCell', side: 'out', worth, column, by })}
        />
      ) : null}
      {form.what === 'paidIn' || form.what === 'paidOut' ? <PaidWhy form={form} send={send} /> : null}
      {form.what === 'noSale' ? <NoSaleWhy form={form} send={send} mark={mark} /> : null}
      {form.what === 'drop' ? <DropNote /> : null}
    </section>
  );
}

function DropNote() {
  return (
    <>
      <span className="push" />
      <p className="pad faint">{custody.drop.note}</p>
    </>
  );
}

/** One bordered document: the reason is all there is. */
function NoSaleWhy({ form, send, mark }: Omit<LeftProps, 'drawer'>) {
  return (
    <div className="document">
      <div className="row document-head">
        <h2>{custody.approved}</h2>
      </div>
      <Why form={form} send={send} reasons={custody.noSaleReason} />
      <div className="document-mark">
        <Mark name="lock" />
        <b>{mark ? shortHash(mark) : '…'}</b>
        <span className="muted">{undo.mark}</span>
      </div>
    </div>
  );
}
