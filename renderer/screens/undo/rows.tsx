import type { ReactNode } from 'react';
import { Wrong } from '../../ui/Field.tsx';

/* Rows of a document that are still typed: a name, what is said, and nothing else. */

type Shared = { label: string; focusName: string; onEnter: () => void };

type DocumentInputProps = Shared & {
  value: string;
  maxLength: number;
  placeholder?: string;
  wrong?: boolean;
  /** Takes a scanner's burst itself. */
  scan?: 'here';
  /** What stands behind it, such as how it was read. */
  after?: ReactNode;
  onText: (text: string) => void;
  onArrow?: (by: 1 | -1) => void;
};

export function DocumentInput(props: DocumentInputProps) {
  const { label, focusName, value, maxLength, placeholder, wrong, scan, after, onText, onArrow, onEnter } = props;
  return (
    <label className="why-row">
      <span>{label}</span>
      <input
        data-focus={focusName}
        data-scan={scan}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.nativeEvent.isComposing) return;
          if (onArrow && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            onArrow(event.key === 'ArrowDown' ? 1 : -1);
          }
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          onEnter();
        }}
      />
      {after}
    </label>
  );
}

type DocumentSelectProps<T extends string> = Shared & {
  /** Null: nothing is chosen yet. */
  value: T | null;
  placeholder?: string;
  options: readonly { value: T; label: string }[];
  onPick: (value: T) => void;
};

export function DocumentSelect<T extends string>(props: DocumentSelectProps<T>) {
  const { label, focusName, value, placeholder, options, onPick, onEnter } = props;
  return (
    <label className="why-row">
      <span>{label}</span>
      <select
        data-focus={focusName}
        value={value ?? ''}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.target.value);
          if (picked) onPick(picked.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
          event.preventDefault();
          onEnter();
        }}
      >
        {placeholder === undefined ? null : (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is wrong with an amount of a table, under its row. */
export function WrongRow({ columns, sentence }: { columns: number; sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <tr>
      <td colSpan={columns}>
        <Wrong sentence={sentence} />
      </td>
    </tr>
  );
}
