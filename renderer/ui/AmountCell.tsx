import { readAmount } from '#domain/amountEntry';
import { wrongAmount } from '../amounts.ts';
import { useTenKeys } from './AmountField.tsx';

type AmountCellProps = {
  label: string;
  focusName: string;
  text: string;
  onText: (text: string) => void;
  onEnter?: () => void;
  /** Del in an empty cell. */
  onRemove?: () => void;
  /** When the hand is taken off it. */
  onLeft?: () => void;
  /** Marked for a reason that the row tells in words. */
  wrong?: boolean;
  /** The words that tell what is wrong with it, by their id. */
  wrongId?: string | undefined;
};

/** An amount typed in a row of a table. */
export function AmountCell(props: AmountCellProps) {
  const { shown, isDraft, typed, accepted, left } = useTenKeys(props);
  const wrong = props.wrong || (!isDraft && wrongAmount(readAmount(props.text)) !== null);
  return (
    <input
      className="cell amount"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      aria-label={props.label}
      aria-invalid={wrong || undefined}
      aria-describedby={props.wrongId}
      data-focus={props.focusName}
      value={shown}
      onChange={(event) => typed(event.target.value)}
      onBlur={() => {
        left();
        props.onLeft?.();
      }}
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          if (!event.repeat) accepted();
        }
        if (event.key === 'Delete' && props.text === '' && !event.repeat) props.onRemove?.();
      }}
    />
  );
}
