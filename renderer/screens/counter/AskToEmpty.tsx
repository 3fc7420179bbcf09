import { formatAmount, sum } from '#domain/money';
import { counter } from '../../messages/counter.ts';
import { usePage } from '../../page.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import type { CounterForm } from './counterForm.ts';
import { dueOf, offeredOf } from './counterMoney.ts';
import type { Send } from './useCounter.ts';

/** Before a payment that has been typed is forgotten. */
export function AskToEmpty({ form, send }: { form: CounterForm; send: Send }) {
  const { host } = usePage();
  const offered = sum(offeredOf(form).map((tender) => tender.cents));
  const keep = () => send({ did: 'keptTyping' });
  return (
    <Dialog
      title={counter.ask.title}
      onClose={keep}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={keep}>
            {counter.ask.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={() => send({ did: 'emptied', commandId: host.newId() })}>
            {counter.ask.empty}
          </button>
        </>
      }
    >
      <p className="pad">{counter.ask.words(formatAmount(dueOf(form)), formatAmount(offered))}</p>
    </Dialog>
  );
}
