import type { ReactNode } from 'react';
import { keepInView } from './inView.ts';

/** One row of a list under a field: what it is, and what tells it from others. */
export type Choice = { key: string; name: ReactNode; detail: string };

type ChoicesProps = {
  id: string;
  /** The name of the list. */
  label: string;
  choices: readonly Choice[];
  chosen: number;
  onPick: (key: string) => void;
};

/** The rows of a field that keeps the focus and names the active one, `<id>-<place>`. */
export function Choices({ id, label, choices, chosen, onPick }: ChoicesProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className="choices">
      {choices.map(({ key, name, detail }, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field presses it
        <div
          key={key}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === chosen}
          className="choice"
          onClick={() => onPick(key)}
          ref={place === chosen ? keepInView : null}
        >
          <span className="with-mark">{name}</span>
          <span className="muted num">{detail}</span>
        </div>
      ))}
    </div>
  );
}
