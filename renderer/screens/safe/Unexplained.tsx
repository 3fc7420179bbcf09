import { settling as words } from '../../messages/safe.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Halves } from './Halves.tsx';

/** "nothing ✓", or by how much what was settled is short or over. */
export function Unexplained({ cents: left }: { cents: number }) {
  if (left !== 0) return <Halves differenceCents={left} />;
  return (
    <span className="with-mark">
      {words.nothing} <Mark name="tick" className="good" />
    </span>
  );
}
