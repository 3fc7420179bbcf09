import { useState } from 'react';
import type { Output } from '#contract/contract';
import { cents } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import { endingDrawer as words } from '../../messages/batches.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { ComparedTenders, Difference, StrayPapers } from '../compare/Compared.tsx';
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
function Ended({ ended }: { ended: Output<'endDrawer'> }) {
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  // The hand that recorded it may press once more.
  const back = useSettled(() => go({ go: 'back' }));
  const { comparison, drawer } = ended;
  const title = words.ended(drawer);
  return (
    <Frame screen="endDrawer" actions={{ primary: back, back, supervisor: false }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{words.endedAside}</TitleRow>
        <ComparedTenders tenders={comparison.tenders} />
        <StrayPapers told={{ comparison }} />
      </section>
      <section className="side" aria-label={words.cash}>
        <Headline head={words.cash} isNews>
          <Difference of={cents(comparison.tenders[0]?.differenceCents ?? 0)} />
        </Headline>
        <p className="pad">{words.next}</p>
        <div className="foot">
          <PrimaryButton label={words.back} keys="Enter" onPress={back} />
        </div>
      </section>
    </Frame>
  );
}
