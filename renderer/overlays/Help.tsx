import { Fragment, type ReactNode } from 'react';
import { useDialogKeys } from '../frame/keyboard.ts';
import { type Actions, actionOf, isAwake, type KeyRow, keymap, rowsOn, type Screen } from '../keymap.ts';
import { keySheet } from '../messages/keySheet.ts';
import { overlay } from '../messages/overlay.ts';
import { usePage } from '../page.ts';
import { CloseButton } from '../ui/CloseButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Mark } from '../ui/Mark.tsx';
import { KeyGroups, KeySheet } from './KeySheet.tsx';

type HelpProps = { screen: Screen; actions: Actions; onClose: () => void };

/** Every key that works here, and how amounts are typed. Read from the same list that the keys are. */
export function Help({ screen, actions, onClose }: HelpProps) {
  const rows = rowsOn(screen).filter((row) => row.keys && isAwake(actions, row));
  const everywhere: readonly KeyRow[] = keymap.filter((row) => row.on === 'everywhere');
  const { host } = usePage();
  useDialogKeys('help', { printKeys: host.print });
  const isEverywhere = (row: KeyRow) => everywhere.includes(row);
  const told = (some: readonly KeyRow[]): Pair[] =>
    some.map((row) => [<Keys key={row.id} keys={row.keys ?? ''} />, actionOf(actions, row.id)?.label ?? row.label]);
  return (
    <Dialog title={overlay.help} wide read onClose={onClose} foot={<Foot onPrint={host.print} onClose={onClose} />}>
      <div className="columns">
        <Pairs head={overlay.helpHere} pairs={told(rows.filter((row) => !isEverywhere(row)))} />
        <Pairs head={overlay.helpEverywhere} pairs={told(rows.filter(isEverywhere))} />
        <div>
          <Pairs head={overlay.helpAmounts} pairs={overlay.amounts} />
          <Pairs head={overlay.helpMarks} pairs={MARKS} />
          <p className="muted">{overlay.helpScanner}</p>
        </div>
      </div>
      <h2 className="all-keys">{keySheet.all}</h2>
      <div className="key-groups">
        <KeyGroups />
      </div>
      <KeySheet />
    </Dialog>
  );
}

function Foot({ onPrint, onClose }: { onPrint: () => void; onClose: () => void }) {
  return (
    <>
      <button type="button" className="plain" onClick={onPrint}>
        {keySheet.print} <Keys keys="Ctrl+P" />
      </button>
      <CloseButton onClose={onClose} />
    </>
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
