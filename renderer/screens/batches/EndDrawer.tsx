import { useState } from 'react';
import type { Output } from '#contract/contract';
import { endingDrawer as words } from '../../messages/batches.ts';
import { CountOutcome } from '../compare/CountOutcome.tsx';
import { CountDrawer } from '../count/CountDrawer.tsx';
import type { CountForm } from '../count/countForm.ts';
import { useGo } from '../route.ts';
import type { Batch } from './batchesForm.ts';
import { WhyEnded } from './WhyEnded.tsx';

/** A drawer that its station can close no more: what its tray holds is counted blind, then why, then a second yes. */
export function EndDrawer({ batch }: { batch: Batch }) {
  const go = useGo();
  const [counted, setCounted] = useState<CountForm | null>(null);
  const [isCounting, setCounting] = useState(true);
  const [ended, setEnded] = useState<Output<'endDrawer'> | null>(null);
  if (ended) return <Ended ended={ended} />;
  if (counted && !isCounting)
    return <WhyEnded {...{ batch, counted }} onBack={() => setCounting(true)} onEnded={setEnded} />;
  return (
    <CountDrawer
      drawer={{ drawer: batch.drawer, receipts: batch.receipts.issued }}
      ending={{
        ...{ title: words.title(batch.drawer), aside: words.countAside, button: words.countButton },
        ...{ ask: words.ask, start: counted },
        onCounted(form) {
          setCounted(form);
          setCounting(false);
        },
      }}
      onLeave={() => go({ go: 'back' })}
    />
  );
}

/** What came of it: from here on it goes the way of every batch. */
function Ended({ ended: { drawer, comparison } }: { ended: Output<'endDrawer'> }) {
  return (
    <CountOutcome
      screen="endDrawer"
      title={words.ended(drawer)}
      aside={words.endedAside}
      comparison={comparison}
      words={{ head: words.cash, note: words.next, button: words.back }}
      actions={{ supervisor: false }}
    />
  );
}
