import { counter } from '../../../messages/counter.ts';
import { tenders } from '../../../messages/tenders.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { rulesOfTender } from './tenderForm.ts';

/** Before a tender that has been begun is forgotten. */
export function AskToRemove({ form, send }: { form: CounterForm; send: Send }) {
  const at = form.opened ?? -1;
  const tender = form.tenders[at];
  if (!tender) return null;
  const name = rulesOfTender(tender).name(tender);
  const what = name.toLowerCase();
  const keep = () => send({ did: 'keptTyping' });
  return (
    <Dialog
      title={counter.askTender.title(what)}
      onClose={keep}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={keep}>
            {counter.ask.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={() => send({ did: 'removedTender', tender: at })}>
            {tenders.remove(name)}
          </button>
        </>
      }
    >
      <p className="pad">{counter.askTender.words(what)}</p>
    </Dialog>
  );
}
