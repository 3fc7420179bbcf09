import { drawer } from '../../messages/drawer.ts';
import { useDo } from '../../page.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';

/** A recount is never the same person's: it begins by signing out. */
export function AskForRecount({ name, onClose }: { name: string; onClose: () => void }) {
  const run = useDo();
  const words = drawer.compare;
  return (
    <Dialog
      title={words.recountTitle}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={onClose}>
            Back <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={() => run('signOut', {})}>
            {words.recountSignOut}
          </button>
        </>
      }
    >
      <p className="pad">{words.recountWords(name)}</p>
    </Dialog>
  );
}
