import { handoffInWords } from '#domain/officeWords';
import { clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { batches as words } from '../../messages/batches.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { Batch } from './batchesForm.ts';

/** Whose counts of this batch were not blind, and why: whoever approves it weighs them by that. */
export function Foreknown({ batch: { foreknown, handoffs } }: { batch: Batch }) {
  const { zone, now } = useStation();
  if (foreknown.length === 0) return null;
  return (
    <section aria-label={words.foreknown.title}>
      <div className="row">
        <h2>{words.foreknown.title}</h2>
      </div>
      {foreknown.map(({ how, personName, at, times, handoffs: counted }) => {
        const what = handoffs.filter(({ handoff }) => counted.includes(handoff)).map(handoffInWords);
        return (
          <p key={`${how} ${personName}`} className="pad foreknown with-mark">
            <Mark name="warning" />
            <span>
              {words.foreknown[how](shortName(personName), clockOrDay(at, zone, now), times)}
              {what.length > 0 ? words.foreknown.before(what.join(', ').toLowerCase()) : null}.
            </span>
          </p>
        );
      })}
    </section>
  );
}
