import { type Actions, actionOf, isAwake, type KeyRow, rowsOn, type Screen } from '../keymap.ts';
import { frame } from '../messages/frame.ts';
import { Keys } from '../ui/Keys.tsx';

/** The keys that mean something here, each also a button for the mouse. What has no room in its one row is called up. */
export function KeyBar({ screen, actions }: { screen: Screen; actions: Actions }) {
  const shown = rowsOn(screen).filter((row) => row.bar && isAwake(actions, row));
  const everything = actionOf(actions, 'palette');
  return (
    <nav className="keys" aria-label={frame.keyBar}>
      <span className="keys-here">
        {shown
          .toSorted((one, other) => weightOf(one) - weightOf(other))
          .map((row) => (
            <BarKey key={row.id + row.label} row={row} actions={actions} />
          ))}
      </span>
      {everything ? (
        <button type="button" className="everything" onClick={everything.run}>
          <Keys keys="Ctrl+K" /> Everything else
        </button>
      ) : null}
    </nav>
  );
}

/** What only leads elsewhere is last, what is seldom needed before it. */
function weightOf({ office, lesser }: KeyRow): number {
  if (office) return 2;
  return lesser ? 1 : 0;
}

function BarKey({ row, actions }: { row: KeyRow; actions: Actions }) {
  const action = actionOf(actions, row.id);
  const said = action?.label ?? row.short ?? row.label;
  const keys = row.keys ?? '';
  if (!action) {
    return (
      <span className="with-mark">
        <Keys keys={keys} /> {said}
      </span>
    );
  }
  return (
    // The focus stays where one types: the bar is pressed, never entered, since every key of it is a key.
    <button
      type="button"
      tabIndex={-1}
      data-lesser={weightOf(row) > 0 ? '' : undefined}
      aria-label={keys.startsWith('Shift+') ? `${keys.replace('+', ' ')} ${said}` : undefined}
      onMouseDown={stay}
      onClick={action.run}
    >
      {/* Many keys stand in one bar, so that Shift is the sign on that key. */}
      <Keys keys={keys.replace('Shift+', '⇧')} /> {said}
    </button>
  );
}

function stay(event: { preventDefault(): void }) {
  event.preventDefault();
}
