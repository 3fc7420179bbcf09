import { counter } from '../../messages/counter.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';

type AskToForgetProps = {
  title: string;
  /** What is lost. */
  words: string;
  /** What stands on the button that does it. */
  forget: string;
  onForget: () => void;
  onKeep: () => void;
};

/** Before something that has been begun is forgotten: to keep it is the first choice, and what Esc does. */
export function AskToForget({ title, words, forget, onForget, onKeep }: AskToForgetProps) {
  return (
    <Dialog
      title={title}
      onClose={onKeep}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={onKeep}>
            {counter.ask.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={onForget}>
            {forget}
          </button>
        </>
      }
    >
      <p className="pad">{words}</p>
    </Dialog>
  );
}
