import { useEffect, useEffectEvent } from 'react';
import { usePage } from '../page.ts';
import { isBegun } from '../screens/counter/counterForm.ts';
import { leftOf } from '../screens/counter/leaving.ts';
import type { Loss } from '../unfinished.ts';
import { useStation } from './station.ts';

/** While there is something to lose, no reload loses it unasked. Null: nothing on this screen is unfinished. */
export function useUnfinished(loss: Loss | null): void {
  const { unfinished } = usePage();
  useEffect(() => (loss === null ? undefined : unfinished.begin(loss)), [unfinished, loss]);
}

/**
 * Keeps F5 and Ctrl+R away from what is unfinished, and says why; the browser's own ways ask first. With nothing
 * unfinished the page reloads like any other. Whoever leaves all the same with cash typed is told to the journal.
 */
export function useReloadGuard(): void {
  const { client, forms, host, unfinished } = usePage();
  const { drawer, openDrawers } = useStation().station;
  const lossNow = (): Loss | null => {
    // A payment outlives its screen, so it is looked for where it is kept.
    const isTyped = openDrawers.some(({ drawer }) => isBegun(forms.of(drawer).read()));
    return unfinished.loss() ?? (isTyped ? 'payment' : null);
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isReload(event)) return unfinished.keep(null);
    const loss = lossNow();
    if (loss === null) return;
    event.preventDefault();
    unfinished.keep(loss);
  });
  const gone = useEffectEvent(() => {
    const left = drawer && leftOf(forms.of(drawer.drawer).read(), drawer.drawer, host.newId());
    // Nobody is here any more to hear the answer.
    if (left) void client.call('leaveForm', left);
  });
  const leaving = useEffectEvent((event: BeforeUnloadEvent) => {
    if (lossNow() !== null) event.preventDefault();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => pressed(event);
    const onGone = () => gone();
    const onLeave = (event: BeforeUnloadEvent) => leaving(event);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('pagehide', onGone);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('pagehide', onGone);
    };
  }, []);
}

/** F5 and Ctrl+R, with Shift and Ctrl too: they reload past the cache. */
function isReload({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'F5' || key === 'BrowserRefresh' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r');
}
