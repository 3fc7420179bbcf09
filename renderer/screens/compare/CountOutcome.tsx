import { useState } from 'react';
import type { Comparison } from '#domain/balancing';
import { cents } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions, Screen } from '../../keymap.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useGo } from '../route.ts';
import { ComparedTenders, Difference, StrayPapers } from './Compared.tsx';

type CountOutcomeProps = {
  screen: Screen;
  title: string;
  aside: string;
  comparison: Comparison;
  /** What the difference in cash is called, what it means for whoever counted, and the button that leads back. */
  words: { head: string; note: string; button: string };
  actions?: Actions;
};

/** What came of a count that is recorded: each tender against what was expected, and the way back. */
export function CountOutcome({ screen, title, aside, comparison, words, actions = {} }: CountOutcomeProps) {
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  // The hand that recorded it may press once more.
  const back = useSettled(() => go({ go: 'back' }));
  return (
    <Frame screen={screen} actions={{ primary: back, back, ...actions }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{aside}</TitleRow>
        <ComparedTenders tenders={comparison.tenders} />
        <StrayPapers told={{ comparison }} />
      </section>
      <section className="side" aria-label={aside}>
        <Headline head={words.head} isNews>
          <Difference of={cents(comparison.tenders[0]?.differenceCents ?? 0)} />
        </Headline>
        <p className="pad">{words.note}</p>
        <div className="foot">
          <PrimaryButton label={words.button} keys="Enter" onPress={back} />
        </div>
      </section>
    </Frame>
  );
}
