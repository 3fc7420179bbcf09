import { readAmount } from '#domain/amountEntry';
import { formatAmount, sum } from '#domain/money';
import { counter } from '../../messages/counter.ts';
import { usePage } from '../../page.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { typedCents } from './typedCents.ts';
import type { Send } from './useCounter.ts';
import { useLeaving } from './useLeaving.ts';

/** Before a payment that has been typed is forgotten. */
export function AskToEmpty({ form, send, drawer }: { form: CounterForm; send: Send; drawer: string }) {
  const { host } = usePage();
  const leave = useLeaving();
  const keep = () => send({ did: 'keptTyping' });
  async function empty() {
    if (await leave(drawer)) send({ did: 'emptied', commandId: host.newId() });
    else keep();
  }
  return (
    <AskToForget
      words={{
        title: counter.ask.title,
        words: counter.ask.words(goneWith(form)),
        keep: counter.ask.keep,
        forget: counter.ask.empty,
      }}
      onForget={() => void empty()}
      onKeep={keep}
    />
  );
}

/** What there is to lose, each part as it stands on the screen. */
export function goneWith(form: CounterForm): string[] {
  const { ask } = counter;
  const due = typedWords(form.lines.flatMap((line) => rulesOfLine(line).amounts(line)));
  const offered = typedWords([...form.tenders.map((tender) => tender.text), form.cash]);
  const parts = [
    form.lines.length > 0 ? ask.due(due || formatAmount(sum([]))) : '',
    offered ? ask.offered(offered) : '',
    !offered && form.tenders.length > 0 ? ask.noAmount : '',
    form.payer?.trim() ? ask.payer(form.payer.trim()) : '',
  ];
  return parts.filter(Boolean);
}

/** What several amounts come to, and beside it word for word what is no amount: `20.00 and “12.655”`. */
function typedWords(texts: readonly string[]): string {
  const unread = texts
    .filter((text) => readAmount(text).state === 'wrong')
    .map((text) => counter.ask.unread(text.trim()));
  const amounts = texts.map(typedCents).filter((cents) => cents > 0);
  return [...(amounts.length > 0 ? [formatAmount(sum(amounts))] : []), ...unread].join(' and ');
}
