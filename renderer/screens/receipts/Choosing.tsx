import type { ReceiptView } from '#contract/shapes';
import { choosing } from '../../messages/undo.ts';
import { Keys } from '../../ui/Keys.tsx';

/** The ways to undo, in the order in which they are thought of. */
export const WAYS = ['void', 'correct', 'refund', 'reverse'] as const;
export type Way = (typeof WAYS)[number];

const KEYS: Record<Way, string> = { void: 'Del', correct: 'F2', refund: 'F3', reverse: 'F4' };

type ChoosingProps = {
  view: ReceiptView;
  ways: Partial<Record<Way, () => void>>;
  /** Why it cannot be made void here although it could be elsewhere. */
  noVoid: string | null;
};

/** Which undoing fits, in words: only what can be done now. */
export function Choosing({ view, ways, noVoid }: ChoosingProps) {
  const open = WAYS.filter((way) => ways[way]);
  if (open.length === 0 && noVoid === null) return null;
  return (
    <section className="choosing" aria-label={choosing.title}>
      <h2>{choosing.title}</h2>
      {open.map((way) => (
        <button key={way} type="button" onClick={ways[way]}>
          <Keys keys={KEYS[way]} />
          <b>{choosing.name[way]}</b>
          <span>
            {choosing.rows[way].when}. <small>{choosing.rows[way].means}</small>
          </span>
        </button>
      ))}
      {noVoid ? <p className="faint">{noVoid}</p> : null}
      {!view.can.void && view.can.reverse ? <p className="faint">{choosing.closed}</p> : null}
    </section>
  );
}
