import { useState } from 'react';
import type { Drawer } from '#contract/shapes';
import { count, shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { parked as words } from '../../messages/options.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { isBegun } from '../counter/counterForm.ts';
import { useGo } from '../route.ts';

/** Back from lunch: one key, and the counter is as it was left. */
export function Parked({ drawer }: { drawer: Drawer }) {
  const { forms, host } = usePage();
  const ask = useSend();
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  const [trouble, setTrouble] = useState<string | null>(null);
  useFocus(focus);
  async function unpark() {
    const answer = await ask('unparkDrawer', { commandId: host.newId(), drawer: drawer.drawer });
    if (answer) setTrouble(troubleOf(answer)?.sentence ?? null);
  }
  const isKept = isBegun(forms.of(drawer.drawer).read());
  return (
    <Frame
      screen="parked"
      actions={{ primary: () => void unpark(), findReceipt: () => go({ go: { at: 'receipts', label: null } }) }}
    >
      <section className="left" aria-label={words.title(drawer.drawer)}>
        <TitleRow title={words.title(drawer.drawer)}>{words.since(shortName(drawer.cashierName))}</TitleRow>
        <p className="pad">{words.words}</p>
        {isKept ? <p className="pad muted">{words.kept}</p> : null}
      </section>
      <section className="side" aria-label={words.head}>
        <Headline head={words.head}>{count(drawer.receipts)}</Headline>
        <span className="push" />
        {trouble ? <Wrong sentence={trouble} /> : null}
        <PrimaryButton label={words.button(drawer.drawer)} keys="Enter" onPress={() => void unpark()} />
      </section>
    </Frame>
  );
}
