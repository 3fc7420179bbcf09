import { Fragment, type ReactNode, useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
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
  facts: readonly { name: string; value: ReactNode }[];
  /** What is to be done now. */
  next: string;
  /** Who agreed, where somebody had to. */
  approver?: string | null;
  /** Where the way back leads. */
  back?: string;
};

/** What the ledger has recorded, and the way back to the safe. */
export function SafeDone({
  screen,
  title,
  aside,
  head,
  loud,
  facts,
  next,
  approver = null,
  back = safe.back,
}: SafeDoneProps) {
  const go = useGo();
  // The hand that recorded it may press once more.
  const leave = useSettled(() => go({ go: 'back' }));
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const both = useBoth(approver);
  return (
    <Frame screen={screen} actions={{ primary: leave, back: leave, next: false, row: false }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{aside}</TitleRow>
        <Facts facts={[{ name: safe.by, value: both }, ...facts]} />
      </section>
      <section className="side" aria-label={head}>
        <Headline head={head} isNews>
          {loud}
        </Headline>
        <p className="pad">{next}</p>
        <div className="foot">
          <PrimaryButton label={back} keys="Enter" onPress={leave} />
        </div>
      </section>
    </Frame>
  );
}

function Facts({ facts }: Pick<SafeDoneProps, 'facts'>) {
  return (
    <dl className="facts wide">
      {facts.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Whoever is signed in, and who agreed. */
function useBoth(approver: string | null): string {
  const { person, people } = useStation().station;
  const agreed = people.find((one) => one.person === approver)?.name;
  const name = person?.name ?? '';
  return agreed === undefined ? name : safe.both(name, agreed);
}
