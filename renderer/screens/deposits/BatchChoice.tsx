import type { Dispatch } from 'react';
import { amount, shortName } from '../../format.ts';
import { making as words } from '../../messages/deposits.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { keepInView } from '../../ui/inView.ts';
import { Room } from '../../ui/Room.tsx';
import { FIRST_CELL } from '../safe/piecesForm.ts';
import {
  batchesFor,
  hasCash,
  type MakeDepositAction,
  type MakeDepositForm,
  papersIn,
  partsIn,
  partsOf,
  type Waiting,
} from './makeDepositForm.ts';
import { cashIn, centsOf, papersOf } from './parts.ts';

const { columns } = words;
const right = true as const;
const COLUMNS = [
  { name: columns.batch },
  { name: columns.approved },
  ...[columns.cash, columns.papers, columns.amount, columns.total].map((name) => ({ name, right })),
];

type BatchChoiceProps = { form: MakeDepositForm; send: Dispatch<MakeDepositAction> };

/** The batches of the deposit: one key leaves the one in hand out, and takes it in again. */
export function BatchChoice({ form, send }: BatchChoiceProps) {
  const wrong = sentenceUnder(form.trouble, 'batches');
  const parts = partsIn(form);
  return (
    <div className="batch-choice">
      <Room
        label={columns.batch}
        focusName="batches"
        rows="tbody tr"
        onKey={(key) => {
          if (key === 'ArrowDown') send({ did: 'movedBatch', by: 1 });
          if (key === 'ArrowUp') send({ did: 'movedBatch', by: -1 });
          if (key === 'Enter') send({ did: 'wentTo', place: hasCash(form) ? FIRST_CELL : 'papers' });
        }}
      >
        <table>
          <Columns of={COLUMNS} />
          <tbody>
            {batchesFor(form).map((batch) => (
              <Row key={batch.batch} form={form} of={batch} send={send} />
            ))}
            <tr className="total">
              <td>{words.toDeposit}</td>
              <td />
              <td className="n">{shown(cashIn(parts))}</td>
              <td className="n">{papersIn(form).length}</td>
              <td className="n">{shown(papersOf(parts))}</td>
              <td className="n">{shown(parts)}</td>
            </tr>
          </tbody>
        </table>
      </Room>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}

/** Whoever counts blind is not told an amount that has cash in it. */
function shown(parts: Waiting['parts']): string {
  const cents = centsOf(parts);
  return cents === null ? words.hiddenAmount : amount(cents);
}

function Row({ form, of, send }: BatchChoiceProps & { of: Waiting }) {
  const { batch, cashierName, approvedByName, checks } = of;
  const isOut = form.leftOut.includes(batch);
  const isHere = form.batch === batch;
  const parts = partsOf(form, of);
  const papers = checks.filter(({ account }) => account === form.account).length;
  return (
    <tr
      className="pick"
      data-selected={isHere ? '' : undefined}
      data-out={isOut ? '' : undefined}
      onClick={() => send({ did: 'choseBatch', batch })}
      ref={isHere ? keepInView : null}
    >
      <td className="nowrap">
        {batch} <small>{isOut ? words.leftOut : shortName(cashierName)}</small>
      </td>
      <td className="clip">{shortName(approvedByName)}</td>
      <td className="n">{shown(cashIn(parts))}</td>
      <td className="n muted">{papers}</td>
      <td className="n">{shown(papersOf(parts))}</td>
      <td className="n">{shown(parts)}</td>
    </tr>
  );
}
