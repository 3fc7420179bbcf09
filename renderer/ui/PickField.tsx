import { type ReactNode, useId, useState } from 'react';
import { type Choice, Choices } from './Choices.tsx';
import { Field } from './Field.tsx';

type PickFieldProps = {
  label: string;
  focusName: string;
  value: string;
  placeholder: string;
  maxLength: number;
  /** What is found for the text; empty once one of them is taken. */
  choices: readonly Choice[];
  /** The name of the list. */
  list: string;
  hint?: ReactNode;
  wrong: string | null;
  onText: (text: string) => void;
  onPick: (key: string) => void;
  /** Enter where nothing is found. */
  onEnter: () => void;
};

/** A field over the few that fit what is typed: arrows go through them, Enter takes one. */
export function PickField({ choices, list, hint, onText, onPick, onEnter, ...field }: PickFieldProps) {
  const id = useId();
  const [at, setAt] = useState<number | null>(null);
  // Nothing is chosen for whoever has typed nothing: Enter then leaves the field empty.
  const chosen = Math.min(at ?? (field.value.trim() === '' ? -1 : 0), choices.length - 1);
  const choice = choices[chosen];
  return (
    <div className="pick-field">
      <Field
        {...field}
        hintAfter={hint}
        role="combobox"
        {...(choices.length > 0 ? { controls: id } : {})}
        activeDescendant={choice ? `${id}-${chosen}` : undefined}
        onText={(text) => {
          setAt(null);
          onText(text);
        }}
        onArrow={(by) => setAt(Math.max(0, Math.min(choices.length - 1, chosen + by)))}
        onEnter={() => (choice ? onPick(choice.key) : onEnter())}
      />
      {choices.length > 0 ? <Choices id={id} label={list} choices={choices} chosen={chosen} onPick={onPick} /> : null}
    </div>
  );
}
