import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { CustomerDisplay } from './CustomerDisplay.tsx';
import type { CustomerWire } from './customerScreen.ts';
import { ASK_EVERY_MS, hearingReducer, NOTHING_HEARD } from './hearing.ts';

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

function watchMachine(changed: () => void): () => void {
  DARK.addEventListener('change', changed);
  return () => DARK.removeEventListener('change', changed);
}

/** The payer's display: it only listens, and asks how things stand. */
export function Customer({ wire }: { wire: CustomerWire }) {
  const [{ view }, hear] = useReducer(hearingReducer, NOTHING_HEARD);
  useEffect(() => {
    const ask = () => {
      hear({ did: 'asked' });
      wire.post({ says: 'ask' });
    };
    const stop = wire.hear((message) => hear({ did: 'heard', message }));
    const timer = setInterval(ask, ASK_EVERY_MS);
    ask();
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [wire]);
  const machine = useSyncExternalStore(watchMachine, () => (DARK.matches ? 'dark' : 'light'));
  const theme = view && view.theme !== 'system' ? view.theme : machine;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return <CustomerDisplay view={view} />;
}
