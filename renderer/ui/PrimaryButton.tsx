import type { MouseEvent } from 'react';
import { say } from '../messages/en.ts';
import { Keys } from './Keys.tsx';

type PrimaryButtonProps = {
  label: string;
  keys: string;
  /** Null when it may be pressed; else the words that say why not, which then stand on the button. */
  why?: string | null;
  busy?: boolean;
  onPress: () => void;
  /** Where the hand should go when it is pressed too early. */
  onWhy?: () => void;
  focusName?: string;
};

/** The one primary action of a screen: it says what will happen, and dashed, why it cannot yet. */
export function PrimaryButton(props: PrimaryButtonProps) {
  const { label, keys, why = null, busy = false, onPress, onWhy, focusName = 'primary' } = props;
  const pressed = (event: MouseEvent) => {
    if (busy || event.detail > 1) return;
    if (why === null) onPress();
    else onWhy?.();
  };
  return (
    <button
      type="button"
      className="primary"
      data-focus={focusName}
      aria-disabled={why === null ? undefined : true}
      aria-busy={busy || undefined}
      onClick={pressed}
      // A held Enter presses once.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      <span className="said">
        {why ?? label} {why === null ? <Keys keys={keys} /> : null}
      </span>
      <span className="saving" aria-hidden={!busy}>
        {say.busy}
      </span>
    </button>
  );
}
