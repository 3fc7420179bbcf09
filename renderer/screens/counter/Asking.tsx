import { TurnedAway } from '../turnedAway/TurnedAway.tsx';
import { AskToEmpty } from './AskToEmpty.tsx';
import { Aside } from './aside/Aside.tsx';
import type { CounterForm } from './counterForm.ts';
import { AskToRemoveLine } from './lines/AskToRemoveLine.tsx';
import type { OfferedType } from './lines/feeLine.ts';
import { ItemPicker } from './lines/ItemPicker.tsx';
import { SlipLanguage } from './SlipLanguage.tsx';
import { AskToRemoveTender } from './tenders/AskToRemoveTender.tsx';
import type { Send } from './useCounter.ts';

type AskingProps = { drawer: string; form: CounterForm; send: Send; types: readonly OfferedType[] };

/** What stands over the payment. */
export function Asking({ drawer, form, send, types }: AskingProps) {
  switch (form.asking) {
    case 'payment':
      return <AskToEmpty form={form} send={send} drawer={drawer} />;
    case 'tender':
      return <AskToRemoveTender form={form} send={send} />;
    case 'line':
      return <AskToRemoveLine form={form} send={send} />;
    case 'items':
      return <ItemPicker types={types} send={send} />;
    case 'aside':
      return <Aside drawer={drawer} send={send} />;
    case 'language':
      return <SlipLanguage form={form} send={send} />;
    case 'turnedAway':
      return <TurnedAway drawer={drawer} onClose={() => send({ did: 'keptTyping' })} />;
    default:
      return null;
  }
}
