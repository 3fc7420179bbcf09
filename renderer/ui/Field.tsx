import { type InputHTMLAttributes, type KeyboardEvent, type ReactNode, useId } from 'react';
import { Mark } from './Mark.tsx';
import { usePastedCard } from './pastedCard.ts';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder' | 'className' | 'role' | 'disabled'
>;

export type FieldProps = Native & {
  label: string;
  /** Name under which the screen's reducer asks for the focus. */
  focusName?: string;
  value: string;
  onText: (text: string) => void;
  onEnter?: (() => void) | undefined;
  onArrow?: ((by: 1 | -1) => void) | undefined;
  onBlur?: () => void;
  onFocus?: () => void;
  /** Between label and value or after it: keys, what the amount means. */
  hint?: ReactNode;
  hintAfter?: ReactNode;
  /** The sentence of a refusal: what is wrong and what to do. */
  wrong?: string | null | undefined;
  /** Takes a scanner's burst itself (`here`), or is deaf to bursts (`off`, for a PIN). */
  scan?: 'here' | 'off';
  low?: boolean;
  controls?: string;
  activeDescendant?: string | undefined;
};

/** One line to type in: label, value, hint in one box; what is wrong with it stands right under it. */
export function Field(props: FieldProps) {
  const { label, focusName, value, onText, hint, hintAfter, scan, low } = props;
  const id = useId();
  const card = usePastedCard(label, scan === 'here' ? 'whole' : 'cut');
  const wrong = card.sentence ?? props.wrong;
  return (
    <div>
      <div className="field" data-wrong={wrong ? '' : undefined} data-low={low ? '' : undefined}>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span className="field-hint" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
        <input
          {...nativeOf(props)}
          {...comboOf(props)}
          id={id}
          data-focus={focusName}
          data-scan={scan}
          value={value}
          spellCheck={false}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy(id, hint, wrong)}
          onChange={(event) => {
            card.forget();
            onText(event.target.value);
          }}
          onPaste={card.pasted}
          onKeyDown={(event) => pressed(event, props)}
          onBlur={props.onBlur}
          onFocus={props.onFocus}
        />
        {hintAfter ? <span className="field-hint">{hintAfter}</span> : null}
      </div>
      {wrong ? <Wrong id={`${id}-wrong`} sentence={wrong} /> : null}
    </div>
  );
}

/** A refusal's sentence, read out when it appears. */
export function Wrong({ id, sentence }: { id?: string; sentence: string }) {
  return (
    <p className="wrong" id={id} role="alert">
      <Mark name="cross" />
      <span>{sentence}</span>
    </p>
  );
}

function nativeOf(props: FieldProps) {
  const { type = 'text', inputMode, autoComplete = 'off', maxLength, placeholder, className, role, disabled } = props;
  return { type, inputMode, autoComplete, maxLength, placeholder, className, role, disabled };
}

/** A field over a list keeps the focus and names the active row. */
function comboOf({ role, controls, activeDescendant }: FieldProps) {
  if (role !== 'combobox') return {};
  return {
    'aria-expanded': controls !== undefined,
    'aria-controls': controls,
    'aria-activedescendant': activeDescendant,
    'aria-autocomplete': 'list' as const,
  };
}

function describedBy(id: string, hint: ReactNode, wrong: string | null | undefined): string | undefined {
  return [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
}

function pressed(event: KeyboardEvent, { onEnter, onArrow }: FieldProps) {
  // A held key accepts once; an input method's Enter belongs to the input method.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' && onEnter) {
    event.preventDefault();
    if (!event.repeat) onEnter();
  }
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && onArrow) {
    event.preventDefault();
    onArrow(event.key === 'ArrowDown' ? 1 : -1);
  }
}
