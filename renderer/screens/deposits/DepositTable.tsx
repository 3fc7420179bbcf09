import type { DepositState } from '#domain/deposit';
import { useStation } from '../../frame/station.ts';
import { deposits as words } from '../../messages/deposits.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type StateMark, StateWord } from '../../ui/StateWord.tsx';
import { Halves } from '../safe/Halves.tsx';
import { useWhen } from './DueBar.tsx';
import type { DepositListed } from './depositsForm.ts';

const { columns } = words;
const COLUMNS = [columns.deposit, columns.to, columns.bag, columns.state, columns.due].map((name) => ({ name }));

type DepositTableProps = {
  deposits: readonly DepositListed[];
  chosen: string | null;
  onPick: (deposit: string) => void;
};

/** Deposits, the newest first. */
export function DepositTable({ deposits, chosen, onPick }: DepositTableProps) {
  return (
    <table className="deposits">
      <Columns of={COLUMNS} />
      <tbody>
        {deposits.map((deposit) => (
          <Row key={deposit.deposit} of={deposit} isChosen={deposit.deposit === chosen} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { of: DepositListed; isChosen: boolean; onPick: (deposit: string) => void };

function Row({ of, isChosen, onPick }: RowProps) {
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(of.deposit)}>
      <td className="nowrap">{of.deposit}</td>
      <td className="clip">{words.account(of.bankAccountName, of.lastFour)}</td>
      <td className="nowrap">{of.bag ?? <small>{words.images}</small>}</td>
      <td className="nowrap">
        <StateOf of={of} />
      </td>
      <td>
        <TimeOf of={of} />
      </td>
    </PickRow>
  );
}

/** How long it still has, or how late it is and why. */
function TimeOf({ of }: { of: DepositListed }) {
  const { now } = useStation();
  const when = useWhen();
  const { state, dueAt, handedAt, isLate, lateReason } = of;
  if (state === 'withdrawn') return null;
  if (!isLate)
    return (
      <span className="muted nowrap">{handedAt === null ? words.left(dueAt - now) : words.gone(when(handedAt))}</span>
    );
  return (
    <span className="late">
      <span className="with-mark short">
        <Mark name="warning" /> <b>{words.late((handedAt ?? now) - dueAt)}</b>
      </span>
      {lateReason === null ? (
        <small className="short">{words.noReason}</small>
      ) : (
        <small>{lateReason.words ?? words.reasonGone}</small>
      )}
    </span>
  );
}

const MARKS: Record<DepositState, StateMark> = {
  prepared: { name: 'unsent', tone: 'muted' },
  differs: { name: 'warning', tone: 'short' },
  made: { name: 'sent', tone: 'ink' },
  handed: { name: 'again', tone: 'muted' },
  confirmed: { name: 'tick', tone: 'good' },
  withdrawn: { name: 'cross', tone: 'muted' },
  broken: { name: 'warning', tone: 'short' },
  recounted: { name: 'unsent', tone: 'muted' },
  recount_differs: { name: 'warning', tone: 'short' },
};

/** `to count again`, `lies ready`, `confirmed`, each with its mark; `−20.00 short` where the bank said another amount. */
export function StateOf({ of: { state, differenceCents } }: { of: DepositListed }) {
  if (differenceCents !== null && differenceCents !== 0) {
    const tone = differenceCents > 0 ? 'over' : 'short';
    return (
      <span className="with-mark">
        <Mark name="warning" className={tone} />
        <Halves differenceCents={differenceCents} />
      </span>
    );
  }
  return <StateWord mark={MARKS[state]} word={words.state[state]} />;
}
