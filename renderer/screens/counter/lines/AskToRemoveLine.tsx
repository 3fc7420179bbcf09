import { counter } from '../../../messages/counter.ts';
import { items, suspense } from '../../../messages/lines.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import type { LineForm } from './lineForm.ts';
import { openedLine } from './lineReducer.ts';

/** Before a line that is not complete is forgotten. */
export function AskToRemoveLine({ form, send }: { form: CounterForm; send: Send }) {
  const at = openedLine(form) ?? -1;
  const line = form.lines[at];
  if (!line) return null;
  const what = nameOf(line);
  const keep = () => send({ did: 'keptTyping' });
  return (
    <Dialog
      title={items.ask.title(what)}
      onClose={keep}
      foot={
        <>
          <button type="button" className="plain" data-first onClick={keep}>
            {counter.ask.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={() => send({ did: 'removedLine', line: at })}>
            {items.remove(what)}
          </button>
        </>
      }
    >
      <p className="pad">{items.ask.words(what)}</p>
    </Dialog>
  );
}

function nameOf(line: LineForm): string {
  switch (line.kind) {
    case 'account':
      return line.account.customer;
    case 'fee':
      return line.type.name;
    case 'suspense':
      return suspense.name;
  }
}
