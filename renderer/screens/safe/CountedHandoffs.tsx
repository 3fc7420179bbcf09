import { useState } from 'react';
import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { bySide } from '#domain/handoff';
import { amount } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { safe, taking as words } from '../../messages/safe.ts';
import { Columns } from '../../ui/Columns.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useGo } from '../route.ts';
import { Halves } from './Halves.tsx';

type CountedHandoffsProps = { drawer: string; handoffs: readonly Handoff[]; done: Output<'countHandoffs'> };

/** Both counts side by side, now that neither can be changed by the other. */
export function CountedHandoffs({ drawer, handoffs, done }: CountedHandoffsProps) {
  const go = useGo();
  // The hand that recorded it may press once more.
  const leave = useSettled(() => go({ go: 'back' }));
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const parts = done.parts.map((part) => ({ ...part, what: whatOf(handoffs, part.handoff) }));
  const differing = parts.filter(({ givenCents, countedCents }) => givenCents !== countedCents).length;
  const head = differing === 0 ? words.allAgree : words.differing(differing);
  return (
    <Frame screen="countHandoffs" actions={{ primary: leave, back: leave, next: false, row: false }}>
      <section className="left" aria-label={words.done(drawer)}>
        <TitleRow title={words.done(drawer)}>{words.doneAside}</TitleRow>
        <Sides parts={parts} />
      </section>
      <section className="side" aria-label={head}>
        <Headline head={words.ours} isNews>
          {differing === 0 ? <Halves differenceCents={0} /> : head}
        </Headline>
        <p className="pad">{differing === 0 ? words.approveNext : words.settleNext}</p>
        <div className="foot">
          <PrimaryButton label={safe.back} keys="Enter" onPress={leave} />
        </div>
      </section>
    </Frame>
  );
}

type CountedPart = Output<'countHandoffs'>['parts'][number] & { what: Handoff['what'] };

function Sides({ parts }: { parts: readonly CountedPart[] }) {
  const { columns } = words;
  return (
    <table className="transit">
      <Columns
        of={[
          { name: columns.what },
          ...[columns.theirs, columns.ours, columns.difference].map((name) => ({ name, right: true as const })),
        ]}
      />
      <tbody>
        {parts.map((part) => (
          <tr key={part.handoff}>
            <td>
              {words.what[part.what]} <small>{part.handoff}</small>
            </td>
            <td className="n">{amount(bySide(part).drawerCents)}</td>
            <td className="n">{amount(bySide(part).officeCents)}</td>
            <td className="n">
              <Halves differenceCents={part.countedCents - part.givenCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whatOf(handoffs: readonly Handoff[], label: string): Handoff['what'] {
  return handoffs.find(({ handoff }) => handoff === label)?.what ?? 'cash';
}
