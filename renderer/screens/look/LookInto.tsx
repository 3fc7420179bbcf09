import { useState } from 'react';
import type { Drawer } from '#contract/shapes';
import { shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { custody } from '../../messages/custody.ts';
import { useFocus } from '../../ui/focus.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useGo } from '../route.ts';
import { CheckDrawer } from './CheckDrawer.tsx';
import { drawersToLookInto } from './drawersToLookInto.ts';
import { ReadTotals } from './ReadTotals.tsx';

/** A supervisor looks into somebody else's drawer: counts it, or reads what it must hold. */
export function LookInto({ what }: { what: 'check' | 'totals' }) {
  const { station } = useStation();
  const there = drawersToLookInto(station);
  const [only] = there;
  const [chosen, setChosen] = useState(there.length === 1 ? (only ?? null) : null);
  if (chosen === null) return <ChooseDrawer there={there} onChoose={setChosen} />;
  return what === 'check' ? <CheckDrawer drawer={chosen} /> : <ReadTotals drawer={chosen} />;
}

function ChooseDrawer({ there, onChoose }: { there: readonly Drawer[]; onChoose: (drawer: Drawer) => void }) {
  const go = useGo();
  const { look } = custody;
  const [focus] = useState({ on: there[0]?.drawer ?? 'none', turn: 0 });
  useFocus(focus);
  return (
    <Frame screen="custody" actions={{ back: () => go({ go: 'back' }) }}>
      <section className="left" aria-label={look.choose}>
        <TitleRow title={look.choose}>{look.chooseAside}</TitleRow>
        {there.length === 0 ? <p className="pad">{look.none}</p> : null}
        {there.map((drawer) => (
          <button
            key={drawer.drawer}
            type="button"
            className="plain"
            data-focus={drawer.drawer}
            onClick={() => onChoose(drawer)}
          >
            {look.of(drawer.drawer, shortName(drawer.cashierName))}
          </button>
        ))}
      </section>
    </Frame>
  );
}
