import { useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { making as words } from '../../messages/deposits.ts';
import { useQuery } from '../../page.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useGo } from '../route.ts';
import { Deposits } from './Deposits.tsx';
import { MakeDeposit } from './MakeDeposit.tsx';
import type { Depositable } from './makeDepositForm.ts';

/** A deposit begun where nobody knows yet of what. Where there is nothing to make it of, the list says what became of it. */
export function AskedDeposit({ batch }: { batch: string | undefined }) {
  const asked = useQuery('depositable', {});
  // As it was when the form began: nothing typed is lost to a change.
  const [held, hold] = useState<Depositable | null>(null);
  if (held === null && asked.value) hold(asked.value);
  const of = held ?? asked.value;
  if (!of && asked.state === 'asking') return <Asking />;
  const has = of?.batches.some((one) => batch === undefined || one.batch === batch);
  return of && has ? <MakeDeposit depositable={of} batch={batch} /> : <Deposits place={undefined} />;
}

function Asking() {
  const go = useGo();
  return (
    <Frame screen="makeDeposit" actions={{ back: () => go({ go: 'back' }), next: false, row: false }}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title} />
        <p className="pad muted" role="status">
          {words.asking}
        </p>
      </section>
      <section className="side" aria-label={words.counted} />
    </Frame>
  );
}
