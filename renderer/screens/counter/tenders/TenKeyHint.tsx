import { useSyncExternalStore } from 'react';
import { tenders as words } from '../../../messages/tenders.ts';
import { usePage } from '../../../page.ts';
import { Keys } from '../../../ui/Keys.tsx';

/** What the signs of the keypad do while an amount is empty, where ten-key mode is on. */
export function TenKeyHint({ text }: { text: string }) {
  const { settings } = usePage();
  const { tenKey } = useSyncExternalStore(settings.watch, settings.read);
  if (!tenKey || text.trim() !== '') return null;
  return (
    <p className="ten-key">
      {words.tenKey.map(([keys, said]) => (
        <span key={keys} className="unbroken">
          <Keys keys={keys} /> {said}
        </span>
      ))}
    </p>
  );
}
