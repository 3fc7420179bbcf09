import { TurnedAway } from '../turnedAway/TurnedAway.tsx';
import { AskToEmpty } from './AskToEmpty.tsx';
import { Aside } from './aside/Aside.tsx';
import type { CounterForm } from './counterForm.ts';
import { AskToRemove } from './tenders/AskToRemove.tsx';
import type { Send } from './useCounter.ts';

/** What stands over the payment. */
export function Asking({ drawer, form, send }: { drawer: string; form: CounterForm; send: Send }) {
  switch (form.asking) {
    case 'payment':
      return <AskToEmpty form={form} send={send} drawer={drawer} />;
    case 'tender':
      return <AskToRemove form={form} send={send} />;
    case 'aside':
      return <Aside drawer={drawer} send={send} />;
    case 'turnedAway':
      return <TurnedAway drawer={drawer} onClose={() => send({ did: 'keptTyping' })} />;
    default:
      return null;
  }
}
