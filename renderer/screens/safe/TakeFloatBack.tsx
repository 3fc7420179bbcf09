import { useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { floatBack as words } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { piecesOf, worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import { Halves } from './Halves.tsx';
import { blankPieces, countNotYet, onlyPiecesReducer } from './piecesForm.ts';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { useTelling } from './useTelling.ts';

/** A float that nobody took comes back: counted by a second person, who sees nowhere how much it was. */
export function TakeFloatBack({ handoff: { handoff, personName } }: { handoff: Handoff }) {
  const { host } = usePage();
  const [form, send] = useReducer(onlyPiecesReducer, null, () => blankPieces(host.newId()));
  const [done, setDone] = useState<Output<'takeFloatBack'> | null>(null);
  const tell = useTelling(send);
  const { commandId, typed } = form;
  const take = async () => setDone(await tell('takeFloatBack', { commandId, handoff, pieces: piecesOf(typed) }));
  const worth = formatAmount(worthTyped(typed));
  if (done) return <Taken done={done} />;
  return (
    <SafeForm
      screen="takeFloatBack"
      title={words.title(handoff)}
      aside={words.aside(personName)}
      form={form}
      send={send}
      not={countNotYet(typed)}
      onSend={() => void take()}
      left={<CountedPieces form={form} send={send} />}
      head={words.head}
      loud={worth}
      button={words.button(worth)}
    >
      <p className="pad muted">{words.note}</p>
    </SafeForm>
  );
}

function Taken({ done }: { done: Output<'takeFloatBack'> }) {
  const differenceCents = done.returnedCents - done.givenCents;
  return (
    <SafeDone
      next={differenceCents === 0 ? words.next : words.settleNext}
      screen="takeFloatBack"
      title={words.done(done.handoff)}
      aside={words.doneAside}
      head={words.both}
      loud={<Halves differenceCents={differenceCents} />}
      facts={[
        { name: words.given, value: amount(done.givenCents) },
        { name: words.back, value: amount(done.returnedCents) },
      ]}
    />
  );
}
