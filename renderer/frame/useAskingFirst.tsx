import { type ReactNode, useState } from 'react';
import type { Actions } from '../keymap.ts';
import { safe } from '../messages/safe.ts';
import { usePage } from '../page.ts';
import { AskToForget } from '../ui/AskToForget.tsx';
import type { Loss } from '../unfinished.ts';

/** Counts and reasons that live on the page alone: what leads away from them asks first, as Esc does on their screens. */
const ASKED: readonly Loss[] = ['safe', 'deposit', 'batch', 'dayClose', 'held', 'custody'];

/** What can be called over a screen leads nowhere else, and so loses nothing. */
const STAYS: ReadonlySet<string> = new Set([
  ...['help', 'palette', 'paper', 'printer', 'mailServer', 'turnedAwayList', 'customerDisplay'],
]);

/** Lets what leads elsewhere ask first where something typed would be lost. `question`: what is asked, while it is. */
export function useAskingFirst(): { asked: (actions: Actions) => Actions; question: ReactNode } {
  const { unfinished } = usePage();
  const [waits, setWaits] = useState<{ run: () => void } | null>(null);
  const stay = () => setWaits(null);
  const first = (run: () => void) => () => {
    const loss = unfinished.loss();
    if (loss !== null && ASKED.includes(loss)) setWaits({ run });
    else run();
  };
  const asked = (actions: Actions): Actions =>
    Object.fromEntries(
      Object.entries(actions).map(([id, run]) => [id, typeof run === 'function' && !STAYS.has(id) ? first(run) : run]),
    );
  const question = waits ? (
    <AskToForget
      words={safe.ask}
      onKeep={stay}
      onForget={() => {
        stay();
        waits.run();
      }}
    />
  ) : null;
  return { asked, question };
}
