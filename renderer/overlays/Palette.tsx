import { useState } from 'react';
import { type Action, type Actions, actionOf, type KeyRow, rowsOn, type Screen } from '../keymap.ts';
import { overlay } from '../messages/overlay.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { keepInView } from '../ui/inView.ts';
import { Keys } from '../ui/Keys.tsx';

type PaletteProps = { screen: Screen; actions: Actions; onClose: () => void };
type Offer = { row: KeyRow; action: Action; said: string };

/** All that can be done here, found by typing. */
export function Palette({ screen, actions, onClose }: PaletteProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const offers = offersOn(screen, actions).filter((offer) => matches(offer.said, text));
  const chosen = Math.min(at, offers.length - 1);
  const run = (offer: Offer | undefined) => {
    if (!offer) return;
    onClose();
    // After the dialog has gone, so that the action's own focus wins.
    queueMicrotask(offer.action.run);
  };
  return (
    <Dialog title={overlay.palette} onClose={onClose}>
      <Field
        label={overlay.paletteField}
        focusName="palette"
        role="combobox"
        controls="palette-list"
        activeDescendant={offers.length > 0 ? `palette-${chosen}` : undefined}
        value={text}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
        onArrow={(by) => setAt(Math.max(0, Math.min(offers.length - 1, chosen + by)))}
        onEnter={() => run(offers[chosen])}
      />
      <OfferList offers={offers} chosen={chosen} onRun={run} />
      {offers.length === 0 ? <p className="pad muted">{overlay.nothing}</p> : null}
    </Dialog>
  );
}

type OfferListProps = { offers: readonly Offer[]; chosen: number; onRun: (offer: Offer) => void };

function OfferList({ offers, chosen, onRun }: OfferListProps) {
  return (
    <div id="palette-list" role="listbox" aria-label={overlay.paletteList} className="choices">
      {offers.map((offer, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field presses it
        <div
          key={offer.row.id}
          id={`palette-${place}`}
          role="option"
          aria-selected={place === chosen}
          className="choice"
          onClick={() => onRun(offer)}
          ref={place === chosen ? keepInView : null}
        >
          <span>{offer.said}</span>
          <span>{offer.row.keys ? <Keys keys={offer.row.keys} /> : null}</span>
        </div>
      ))}
    </div>
  );
}

function offersOn(screen: Screen, actions: Actions): Offer[] {
  return rowsOn(screen).flatMap((row) => {
    const action = row.id === 'palette' || row.id === 'primary' ? undefined : actionOf(actions, row.id);
    return action ? [{ row, action, said: action.label ?? row.label }] : [];
  });
}

function matches(said: string, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.toLowerCase().includes(word));
}
