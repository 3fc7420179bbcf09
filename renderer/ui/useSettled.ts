import { useEffect, useRef } from 'react';
import { usePage } from '../page.ts';

const SETTLE_MS = 400;

/**
 * An action that is deaf for a moment after its screen came up, by key and by button alike: a hasty second press, meant
 * for the screen before, must not send this one away unseen.
 */
export function useSettled<With extends unknown[]>(run: (...given: With) => void): (...given: With) => void {
  const { host } = usePage();
  const cameUp = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    cameUp.current = host.sinceOpened();
  }, [host]);
  return (...given) => {
    if (host.sinceOpened() - cameUp.current >= SETTLE_MS) run(...given);
  };
}
