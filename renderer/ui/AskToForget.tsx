import { Dialog } from './Dialog.tsx';
import { Keys } from './Keys.tsx';

type AskToForgetProps = {
  /** What is lost, and what the two ways on are called. */
  words: { title: string; words: string; keep: string; forget: string };
  onForget: () => void;
  onKeep: () => void;
  /** The key that asked, pressed once more, goes on too. */
  goesOnByKey?: boolean;
};

/** Before something that has been begun is forgotten: to keep it is the first choice, and what Esc does. */
export function AskToForget({ words, onForget, onKeep, goesOnByKey = false }: AskToForgetProps) {
  return (
    <Dialog
      title={words.title}
      onClose={onKeep}
      {...(goesOnByKey ? { onPrimary: onForget } : {})}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={onKeep}>
            {words.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={onForget}>
            {words.forget} {goesOnByKey ? <Keys keys="Ctrl+Enter" /> : null}
          </button>
        </>
      }
    >
      <p className="pad">{words.words}</p>
    </Dialog>
  );
}
