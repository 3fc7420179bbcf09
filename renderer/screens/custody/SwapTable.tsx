import { type Dispatch, useId } from 'react';
import { cents, formatAmount, times } from '#domain/money';
import { amount } from '../../format.ts';
import { custody } from '../../messages/custody.ts';
import { drawer } from '../../messages/drawer.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { PieceCell } from '../pieces/PieceTable.tsx';
import { denominationsShown, firstWrong, piecesIn, rowOf, worthTyped, wrongIn } from '../pieces/pieces.ts';
import { type CustodyAction, type CustodyForm, type Side, sideCell } from './custodyForm.ts';

type SwapTableProps = { form: CustodyForm; send: Dispatch<CustodyAction> };

/** Pieces to the safe beside pieces from it, and what each side is worth. */
export function SwapTable({ form, send }: SwapTableProps) {
  const wrongId = useId();
  const { columns, total } = custody.swap;
  const wrong = firstWrong(form.typed.out) ?? firstWrong(form.typed.in);
  return (
    <>
      <table className="swap-table">
        <Columns
          of={[
            { name: columns.denomination },
            { name: columns.out, right: true },
            { name: columns.outWorth, right: true },
            { name: columns.in, right: true },
            { name: columns.inWorth, right: true },
          ]}
        />
        <tbody>
          {denominationsShown(form.withRare).map((worth) => (
            <tr key={worth}>
              <th scope="row" className="num">
                {formatAmount(cents(worth))}
              </th>
              <SwapCells side="out" worth={worth} wrongId={wrongId} form={form} send={send} />
              <SwapCells side="in" worth={worth} wrongId={wrongId} form={form} send={send} />
            </tr>
          ))}
          <tr className="total">
            <td colSpan={2}>{total}</td>
            <td className="n">{formatAmount(worthTyped(form.typed.out))}</td>
            <td />
            <td className="n">{formatAmount(worthTyped(form.typed.in))}</td>
          </tr>
        </tbody>
      </table>
      {wrong ? <Wrong id={wrongId} sentence={drawer.pieces.wrong[wrong.why](wrong.text, amount(wrong.worth))} /> : null}
    </>
  );
}

type SwapCellsProps = SwapTableProps & { side: Side; worth: number; wrongId: string };

function SwapCells({ side, worth, wrongId, form, send }: SwapCellsProps) {
  const typed = form.typed[side];
  const pieces = piecesIn(typed, worth);
  return (
    <>
      <td className="n">
        <PieceCell
          label={custody.swap.cell[side](formatAmount(cents(worth)))}
          focusName={sideCell(side, 'swap', worth, 'loose')}
          text={rowOf(typed, worth).loose}
          wrongId={wrongIn(typed, worth) ? wrongId : null}
          onText={(text) => send({ did: 'typedPieces', side, worth, column: 'loose', text })}
          onMove={(by) => send({ did: 'movedCell', side, worth, column: 'loose', by })}
        />
      </td>
      <td className="n">{pieces > 0 ? formatAmount(times(cents(worth), pieces)) : ''}</td>
    </>
  );
}
