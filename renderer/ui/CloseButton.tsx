import { overlay } from '../messages/overlay.ts';
import { Keys } from './Keys.tsx';

/** The way out of a dialog that only shows something. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" className="plain" data-first onClick={onClose}>
      {overlay.close} <Keys keys="Esc" />
    </button>
  );
}
