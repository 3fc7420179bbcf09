import { useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { safeCount as words } from '../../messages/safeCount.ts';
import { usePage } from '../../page.ts';
import { piecesOf, worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import { Halves } from './Halves.tsx';
import { blankPieces, countNotYet, onlyPiecesReducer } from './piecesForm.ts';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { useTelling } from './useTelling.ts';

/** One of two counts of the change fund's cash in the safe: neither the other nor the books stand anywhere. */
export function CountSafe({ turn }: { turn: 'first' | 'second' }) {
  const { host } = usePage();
  const [form, send] = useReducer(onlyPiecesReducer, null, () => blankPieces(host.newId()));
  const [done, setDone] = useState<Output<'countSafe'> | null>(null);
  const tell = useTelling(send);
  const { commandId, typed } = form;
  const record = async () => setDone(await tell('countSafe', { commandId, pieces: piecesOf(typed) }));
  const worth = formatAmount(worthTyped(typed));
  if (done) return <Counted done={done} />;
  return (
    <SafeForm
      screen="countSafe"
      title={words.title}
      aside={words.aside[turn]}
      form={form}
      send={send}
      not={countNotYet(typed)}
      onSend={() => void record()}
      left={<CountedPieces form={form} send={send} />}
      head={words.head}
      loud={worth}
      button={words.button(worth)}
    >
      <p className="pad">{words.what}</p>
      <p className="pad">{words.without}</p>
      <p className="pad muted">{words.blind[turn]}</p>
    </SafeForm>
  );
}

function Counted({ done: { count, cents, state, differences } }: { done: Output<'countSafe'> }) {
  const [first, second] = differences ?? [];
  const facts = [
    { name: words.counted, value: amount(cents) },
    ...(first === undefined ? [] : [{ name: words.first, value: <Halves differenceCents={first} /> }]),
    ...(second === undefined ? [] : [{ name: words.second, value: <Halves differenceCents={second} /> }]),
  ];
  const loud = { waiting: amount(cents), agrees: <Halves differenceCents={0} />, differs: words.differs };
  return (
    <SafeDone
      screen="countSafe"
      title={words.done(count)}
      aside={words.doneAside}
      head={words.state[state]}
      loud={loud[state]}
      next={words.next[state]}
      facts={facts}
    />
  );
}
