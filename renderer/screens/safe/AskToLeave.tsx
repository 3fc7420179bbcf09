import { safe } from '../../messages/safe.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';

/** Before anything typed at the safe is forgotten. */
export function AskToLeave({ onKeep, onLeave }: { onKeep: () => void; onLeave: () => void }) {
  const words = safe.ask;
  return (
    <Dialog
      title={words.title}
      onClose={onKeep}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={onKeep}>
            {words.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={onLeave}>
            {words.leave}
          </button>
        </>
      }
    >
      <p className="pad">{words.words}</p>
    </Dialog>
  );
}
