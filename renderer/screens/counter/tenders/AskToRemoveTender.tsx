import { counter } from '../../../messages/counter.ts';
import { tenders } from '../../../messages/tenders.ts';
import { AskToForget } from '../../../ui/AskToForget.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { rulesOfTender } from './tenderForm.ts';

/** Before a tender that has been begun is forgotten. */
export function AskToRemoveTender({ form, send }: { form: CounterForm; send: Send }) {
  const at = form.opened ?? -1;
  const tender = form.tenders[at];
  if (!tender) return null;
  const name = rulesOfTender(tender).name(tender);
  const what = name.toLowerCase();
  return (
    <AskToForget
      words={{
        title: counter.askTender.title(what),
        words: counter.askTender.words(what),
        keep: counter.ask.keep,
        forget: tenders.remove(name),
      }}
      onForget={() => send({ did: 'removedTender', tender: at })}
      onKeep={() => send({ did: 'keptTyping' })}
    />
  );
}
