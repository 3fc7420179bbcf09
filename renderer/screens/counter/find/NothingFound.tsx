import { suspense } from '../../../messages/lines.ts';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';

/** Nothing is found: the money can be taken all the same. */
export function NothingFound({ text, onTake }: { text: string; onTake: () => void }) {
  return (
    <section className="side" aria-label={suspense.name}>
      <div className="found-head">
        <h1>{suspense.none(text)}</h1>
      </div>
      <p className="pad muted">{suspense.words}</p>
      <div className="foot">
        <PrimaryButton label={suspense.button} keys="Ctrl+U" onPress={onTake} />
      </div>
    </section>
  );
}
