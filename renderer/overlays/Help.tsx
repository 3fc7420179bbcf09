import { Fragment, type ReactNode } from 'react';
import { type Actions, actionOf, isAwake, type KeyRow, keymap, rowsOn, type Screen } from '../keymap.ts';
import { overlay } from '../messages/overlay.ts';
import { CloseButton } from '../ui/CloseButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Mark } from '../ui/Mark.tsx';

type HelpProps = { screen: Screen; actions: Actions; onClose: () => void };

/** Every key that works here, and how amounts are typed. Read from the same list that the keys are. */
export function Help({ screen, actions, onClose }: HelpProps) {
  const rows = rowsOn(screen).filter((row) => row.keys && isAwake(actions, row));
  const everywhere: readonly KeyRow[] = keymap.filter((row) => row.on === 'everywhere');
  const isEverywhere = (row: KeyRow) => everywhere.includes(row);
  const told = (some: readonly KeyRow[]): Pair[] =>
    some.map((row) => [<Keys key={row.id} keys={row.keys ?? ''} />, actionOf(actions, row.id)?.label ?? row.label]);
  return (
    <Dialog title={overlay.help} wide onClose={onClose} foot={<CloseButton onClose={onClose} />}>
      <div className="columns">
        <Pairs head={overlay.helpHere} pairs={told(rows.filter((row) => !isEverywhere(row)))} />
        <Pairs head={overlay.helpEverywhere} pairs={told(rows.filter(isEverywhere))} />
        <div>
          <Pairs head={overlay.helpAmounts} pairs={overlay.amounts} />
          <Pairs head={overlay.helpMarks} pairs={MARKS} />
          <p className="muted">{overlay.helpScanner}</p>
        </div>
      </div>
    </Dialog>
  );
}

type Pair = readonly [ReactNode, string];

const MARKS: readonly Pair[] = [
  [<Mark key="unsent" name="unsent" />, overlay.marks.unsent],
  [<Mark key="sent" name="sent" />, overlay.marks.sent],
];

function Pairs({ head, pairs }: { head: string; pairs: readonly Pair[] }) {
  return (
    <div>
      <h2>{head}</h2>
      <dl className="key-list">
        {pairs.map(([key, means]) => (
          <Fragment key={means}>
            <dt className="num">{key}</dt>
            <dd>{means}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
