import { items } from '../../../messages/lines.ts';
import { keepInView } from '../../../ui/inView.ts';
import { Marked } from '../../../ui/Marked.tsx';
import type { OfferedType } from '../lines/feeLine.ts';
import { priceOffered } from '../lines/typesFound.ts';

type TypeRowsProps = {
  types: readonly OfferedType[];
  words: string;
  /** The place of the first of them among all that is found. */
  from: number;
  chosen: number;
  onPick: (place: number) => void;
};

/** Items whose name fits, below the accounts. */
export function TypeRows({ types, words, from, chosen, onPick }: TypeRowsProps) {
  if (types.length === 0) return null;
  return (
    <>
      <tr className="group">
        <th colSpan={5} scope="rowgroup">
          {items.group}
        </th>
      </tr>
      {types.map((type, at) => (
        <tr
          key={type.code}
          id={`hit-${from + at}`}
          className="pick"
          data-selected={from + at === chosen ? '' : undefined}
          onClick={() => onPick(from + at)}
          ref={from + at === chosen ? keepInView : null}
        >
          <td colSpan={3}>
            <Marked text={type.name} words={words} />
          </td>
          <td colSpan={2} className="n">
            {priceOffered(type)}
          </td>
        </tr>
      ))}
    </>
  );
}
