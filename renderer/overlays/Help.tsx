import { Fragment } from 'react';
import { type Actions, actionOf, type KeyRow, keymap, rowsOn, type Screen } from '../keymap.ts';
import { overlay } from '../messages/overlay.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Mark } from '../ui/Mark.tsx';

type HelpProps = { screen: Screen; actions: Actions; onClose: () => void };

/** Every key that works here, and how amounts are typed. Read from the same list that the keys are. */
export function Help({ screen, actions, onClose }: HelpProps) {
  const rows = rowsOn(screen).filter((row) => row.keys && (row.told || actionOf(actions, row.id)));
  const everywhere: readonly KeyRow[] = keymap.filter((row) => row.on === 'everywhere');
  const isEverywhere = (row: KeyRow) => everywhere.includes(row);
  return (
    <Dialog
      title={overlay.help}
      wide
      onClose={onClose}
      foot={
        <button type="button" className="plain" data-first onClick={onClose}>
          {overlay.close} <Keys keys="Esc" />
        </button>
      }
    >
      <div className="columns">
        <KeyList head={overlay.helpHere} rows={rows.filter((row) => !isEverywhere(row))} actions={actions} />
        <KeyList head={overlay.helpEverywhere} rows={rows.filter(isEverywhere)} actions={actions} />
        <div>
          <h2>{overlay.helpAmounts}</h2>
          <dl className="key-list">
            {overlay.amounts.map(([typed, means]) => (
              <Fragment key={typed}>
                <dt className="num">{typed}</dt>
                <dd>{means}</dd>
              </Fragment>
            ))}
          </dl>
          <h2>{overlay.helpMarks}</h2>
          <dl className="key-list">
            <dt>
              <Mark name="unsent" />
            </dt>
            <dd>{overlay.marks.unsent}</dd>
            <dt>
              <Mark name="sent" />
            </dt>
            <dd>{overlay.marks.sent}</dd>
          </dl>
          <p className="muted">{overlay.helpScanner}</p>
        </div>
      </div>
    </Dialog>
  );
}

function KeyList({ head, rows, actions }: { head: string; rows: KeyRow[]; actions: Actions }) {
  return (
    <div>
      <h2>{head}</h2>
      <dl className="key-list">
        {rows.map((row) => (
          <Fragment key={row.id + row.keys}>
            <dt>
              <Keys keys={row.keys ?? ''} />
            </dt>
            <dd>{actionOf(actions, row.id)?.label ?? row.label}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
