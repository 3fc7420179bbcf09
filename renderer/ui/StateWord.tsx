import { Mark, type MarkName } from './Mark.tsx';

/** How a state is marked, and in which colour. */
export type StateMark = { name: MarkName; tone: string };

/** A state in a word, with its mark before it: neither the mark nor its colour says it alone. */
export function StateWord({ mark, word }: { mark: StateMark; word: string }) {
  return (
    <span className="with-mark">
      <Mark name={mark.name} className={mark.tone} />
      {word}
    </span>
  );
}
