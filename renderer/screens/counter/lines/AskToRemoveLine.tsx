import { counter } from '../../../messages/counter.ts';
import { items, suspense } from '../../../messages/lines.ts';
import { AskToForget } from '../../../ui/AskToForget.tsx';
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
  return (
    <AskToForget
      words={{
        title: items.ask.title(what),
        words: items.ask.words(what),
        keep: counter.ask.keep,
        forget: items.remove(what),
      }}
      onForget={() => send({ did: 'removedLine', line: at })}
      onKeep={() => send({ did: 'keptTyping' })}
    />
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
