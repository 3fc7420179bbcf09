import { useId } from 'react';
import { Keys } from './Keys.tsx';
import { Mark } from './Mark.tsx';

type SelectFieldProps<T extends string> = {
  label: string;
  focusName: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onPick: (value: T) => void;
  onEnter?: () => void;
  /** The key that leads here. */
  keys?: string;
};

/** One of a short list, chosen by arrow or first letter. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, focusName, value, options, onPick, onEnter, keys } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-focus={focusName}
        value={value}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.target.value);
          if (picked) onPick(picked.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.repeat || !onEnter) return;
          event.preventDefault();
          onEnter();
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {keys ? <Keys keys={keys} /> : null}
      <Mark name="open" className="muted" />
    </div>
  );
}
