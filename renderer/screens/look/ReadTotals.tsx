import { useState } from 'react';
import type { Drawer } from '#contract/shapes';
import { amount, shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { custody } from '../../messages/custody.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { RecordedSlip } from '../custody/RecordedSlip.tsx';
import { useGo } from '../route.ts';

/** The X report: asked for, and then on the screen and on paper. */
export function ReadTotals({ drawer }: { drawer: Drawer }) {
  const { host } = usePage();
  const ask = useSend();
  const go = useGo();
  const [commandId] = useState(host.newId);
  const [read, setRead] = useState<{ label: string; loud: string } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  async function press() {
    const answer = await ask('readTotals', { commandId, drawer: drawer.drawer });
    setWrong((answer && troubleOf(answer)?.sentence) ?? null);
    if (answer?.ok) setRead({ label: answer.value.label, loud: amount(answer.value.totals.tenders[0]?.cents ?? 0) });
  }
  if (read) return <RecordedSlip recorded={{ kind: 'x', label: read.label }} loud={read.loud} />;
  const { look } = custody;
  return (
    <Frame screen="custody" actions={{ primary: () => void press(), back: () => go({ go: 'back' }) }}>
      <section className="left" aria-label={look.totals}>
        <TitleRow title={look.totals}>{look.of(drawer.drawer, shortName(drawer.cashierName))}</TitleRow>
        <p className="pad">{look.totalsNote}</p>
      </section>
      <section className="side" aria-label={look.totalsButton}>
        <div className="foot">
          {wrong ? <Wrong sentence={wrong} /> : null}
          <PrimaryButton label={look.totalsButton} keys="Ctrl+Enter" onPress={() => void press()} />
        </div>
      </section>
    </Frame>
  );
}
