import { type Actions, actionOf, isAwake, rowsOn, type Screen } from '../keymap.ts';
import { frame } from '../messages/frame.ts';
import { Keys } from '../ui/Keys.tsx';

/** The keys that mean something here, each also a button for the mouse. What has no room is in the list of everything. */
export function KeyBar({ screen, actions }: { screen: Screen; actions: Actions }) {
  const shown = rowsOn(screen).filter((row) => row.bar && isAwake(actions, row));
  const everything = actionOf(actions, 'palette');
  return (
    <nav className="keys" aria-label={frame.keyBar}>
      <span className="keys-here">
        {shown.map((row) => {
          const action = actionOf(actions, row.id);
          const said = action?.label ?? row.label;
          if (!action) {
            return (
              <span key={row.id + row.label} className="with-mark">
                <Keys keys={row.keys ?? ''} /> {said}
              </span>
            );
          }
          return (
            // The focus stays where one types: the bar is pressed, never entered, since every key of it is a key.
            <button key={row.id} type="button" tabIndex={-1} onMouseDown={stay} onClick={action.run}>
              <Keys keys={row.keys ?? ''} /> {said}
            </button>
          );
        })}
      </span>
      {everything ? (
        <button type="button" className="everything" onClick={everything.run}>
          <Keys keys="Ctrl+K" /> Everything else
        </button>
      ) : null}
    </nav>
  );
}

function stay(event: { preventDefault(): void }) {
  event.preventDefault();
}
