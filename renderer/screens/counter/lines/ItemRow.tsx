import type { ReactNode } from 'react';
import { formatAmount } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { items } from '../../../messages/lines.ts';
import { Joined } from '../../../ui/Joined.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import type { FeeLine } from './feeLine.ts';
import type { LineProps } from './Lines.tsx';
import { rulesOfLine } from './lineForm.ts';
import { openedLine } from './lineReducer.ts';
import type { SuspenseLine } from './suspenseLine.ts';

type ItemRowProps = LineProps<FeeLine | SuspenseLine> & {
  name: string;
  /** What it is told apart by while it is folded. */
  told: readonly string[];
  account: string;
  /** Its fields, under the row while the line stands open. */
  children: ReactNode;
};

/** A line that is no account: one row that says what it is and comes to, and its fields while they are typed. */
export function ItemRow({ children, ...props }: ItemRowProps) {
  const { form, name, at } = props;
  const isOpen = openedLine(form) === at;
  return (
    <>
      <Summary {...props} isOpen={isOpen} />
      {isOpen ? (
        <tr className="line-fields">
          <td />
          <td colSpan={4}>
            <fieldset>
              <legend className="unseen">
                {name} {at + 1}
              </legend>
              {children}
            </fieldset>
          </td>
        </tr>
      ) : null}
    </>
  );
}

type SummaryProps = Omit<ItemRowProps, 'children' | 'form'> & { isOpen: boolean };

function Summary({ line, at, send, name, told, account, isOpen }: SummaryProps) {
  const { centsOf, wrongIn, opens } = rulesOfLine(line);
  const amount = centsOf(line);
  return (
    <tr className="item-line">
      <td className="narrow">{at + 1}</td>
      <td>
        <div className="whose">
          <Name name={name} onOpen={!isOpen && opens(line) ? () => send({ did: 'openedLine', line: at }) : null} />
          {isOpen ? null : <Told told={told} isDone={wrongIn(line).length === 0} />}
        </div>
      </td>
      <td className="nowrap">{account}</td>
      <td>
        <button
          type="button"
          className="bare remove"
          aria-label={counter.removeLine(at + 1)}
          onClick={() => send({ did: 'removedLine', line: at })}
        >
          <Mark name="cross" />
        </button>
      </td>
      <td className="n">{amount > 0 ? formatAmount(amount) : ''}</td>
    </tr>
  );
}

function Told({ told, isDone }: { told: readonly string[]; isDone: boolean }) {
  return (
    <>
      <Joined>
        {[...new Set(told)].map((one) => (
          <small key={one}>{one}</small>
        ))}
      </Joined>
      {isDone ? null : <small className="warn">{items.more}</small>}
    </>
  );
}

/** What is folded is opened by its name. */
function Name({ name, onOpen }: { name: string; onOpen: (() => void) | null }) {
  if (!onOpen) return <b>{name}</b>;
  return (
    <button type="button" className="bare name" aria-label={items.edit(name)} onClick={onOpen}>
      {name}
    </button>
  );
}
