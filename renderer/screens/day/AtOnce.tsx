import { atOnceSentence } from '#domain/drawersAtOnce';
import { day as words } from '../../messages/day.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { Day } from './dayForm.ts';

/** Who had two drawers open at once: two stations that did not hear of one another let it happen. */
export function AtOnce({ of }: { of: Day['atOnce'] }) {
  if (of.length === 0) return null;
  return (
    <ul className="at-once" aria-label={words.atOnce}>
      {of.map((one) => (
        <li key={`${one.drawer} ${one.other}`} className="with-mark">
          <Mark name="warning" className="short" /> {atOnceSentence(one)}.
        </li>
      ))}
    </ul>
  );
}
