import { useState } from 'react';
import type { Output } from '#contract/contract';
import type { Drawer } from '#contract/shapes';
import { cents } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import { custody } from '../../messages/custody.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { ComparedTenders, Difference, StrayPapers } from '../compare/Compared.tsx';
import { CountDrawer } from '../count/CountDrawer.tsx';
import { useGo } from '../route.ts';

type Checked = Output<'checkDrawer'>;

/** A surprise count: blind, and then what came of it, for the supervisor alone. */
export function CheckDrawer({ drawer }: { drawer: Drawer }) {
  const go = useGo();
  const [checked, setChecked] = useState<Checked | null>(null);
  if (checked) return <CheckedDrawer checked={checked} />;
  return <CountDrawer drawer={drawer} onChecked={setChecked} onLeave={() => go({ go: 'back' })} />;
}

function CheckedDrawer({ checked }: { checked: Checked }) {
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  // The hand that submitted may press once more.
  const back = useSettled(() => go({ go: 'back' }));
  const { look, recorded } = custody;
  const title = look.checked(checked.label);
  return (
    <Frame screen="custody" actions={{ primary: back, back }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{recorded.head}</TitleRow>
        <ComparedTenders tenders={checked.comparison.tenders} />
        <StrayPapers told={checked} />
      </section>
      <section className="side" aria-label={recorded.head}>
        <Headline head={look.cash} isNews>
          <Difference of={cents(checked.comparison.tenders[0]?.differenceCents ?? 0)} />
        </Headline>
        <p className="pad">{look.checkedNote}</p>
        <div className="foot">
          <PrimaryButton label={recorded.button} keys="Enter" onPress={back} />
        </div>
      </section>
    </Frame>
  );
}
