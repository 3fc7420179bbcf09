import { suspense } from '../../../messages/lines.ts';
import { Keys } from '../../../ui/Keys.tsx';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import type { Nowhere } from './nowhere.ts';

/** Nothing is found: the money can be taken all the same. */
export function NothingFound({ why, text, onTake }: { why: Nowhere; text: string; onTake: () => void }) {
  if (why === 'piece' || why === 'misread')
    return (
      <section className="side" aria-label={suspense.name}>
        <div className="found-head">
          <h1>{suspense.again}</h1>
        </div>
        <p className="pad muted">{suspense[why]}</p>
        <p className="pad muted">
          {suspense.button} <Keys keys="Ctrl+U" />
        </p>
      </section>
    );
  return (
    <section className="side" aria-label={suspense.name}>
      <div className="found-head">
        <h1>{why === 'unknown' ? suspense.unknown : suspense.none(text)}</h1>
      </div>
      <p className="pad muted">{suspense.words}</p>
      <div className="foot">
        <PrimaryButton label={suspense.button} keys="Ctrl+U" onPress={onTake} />
      </div>
    </section>
  );
}
