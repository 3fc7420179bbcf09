import { suspense } from '../../../messages/lines.ts';
import { Keys } from '../../../ui/Keys.tsx';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import { isPieceOfLine } from './pieceOfLine.ts';

/** Nothing is found: the money can be taken all the same. */
export function NothingFound({ text, onTake }: { text: string; onTake: () => void }) {
  if (isPieceOfLine(text))
    return (
      <section className="side" aria-label={suspense.name}>
        <div className="found-head">
          <h1>{suspense.again}</h1>
        </div>
        <p className="pad muted">{suspense.piece}</p>
        <p className="pad muted">
          {suspense.button} <Keys keys="Ctrl+U" />
        </p>
      </section>
    );
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
