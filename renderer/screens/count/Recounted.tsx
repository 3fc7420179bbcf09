import { useState } from 'react';
import { shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { drawer as words } from '../../messages/drawer.ts';
import { useDo } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useGo } from '../route.ts';

/** After a recount by somebody who may not see what is expected: it is in, and whose turn it is now. */
export function Recounted({ drawer, cashierName }: { drawer: string; cashierName: string }) {
  const run = useDo();
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  // The hand that submitted may press once more.
  const signOut = useSettled(() => run('signOut', {}));
  return (
    <Frame screen="compare" side="wide" actions={{ primary: signOut, back: () => go({ go: 'home' }), accept: false }}>
      <section className="left" aria-label={words.recountTitle(drawer)}>
        <TitleRow title={words.recountTitle(drawer)} />
        <p className="pad" role="status">
          {words.recounted.said(shortName(cashierName))}
        </p>
      </section>
      <section className="side" aria-label={words.recounted.button}>
        <span className="push" />
        <PrimaryButton label={words.recounted.button} keys="Enter" onPress={signOut} />
      </section>
    </Frame>
  );
}
