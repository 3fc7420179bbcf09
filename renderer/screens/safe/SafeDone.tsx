import { Fragment, type ReactNode, useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import type { Screen } from '../../keymap.ts';
import { safe } from '../../messages/safe.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useGo } from '../route.ts';

type SafeDoneProps = {
  screen: Screen;
  title: string;
  aside: string;
  head: string;
  loud: ReactNode;
  /** What was recorded. */
  facts: readonly { name: string; value: string }[];
  /** Where the way back leads. */
  back?: string;
};

/** What the ledger has recorded, and the way back to the safe. */
export function SafeDone({ screen, title, aside, head, loud, facts, back = safe.back }: SafeDoneProps) {
  const go = useGo();
  // The hand that recorded it may press once more.
  const leave = useSettled(() => go({ go: 'back' }));
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  return (
    <Frame screen={screen} actions={{ primary: leave, back: leave, next: false, row: false }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{aside}</TitleRow>
        <dl className="facts wide">
          {facts.map(({ name, value }) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <section className="side" aria-label={head}>
        <Headline head={head} isNews>
          {loud}
        </Headline>
        <div className="foot">
          <PrimaryButton label={back} keys="Enter" onPress={leave} />
        </div>
      </section>
    </Frame>
  );
}
