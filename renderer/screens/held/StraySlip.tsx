import { held as words } from '../../messages/held.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { SlipRoom, type useSlipRoom } from '../../ui/SlipRoom.tsx';
import type { HeldRow } from './heldForm.ts';

type StraySlipProps = { row: HeldRow & { what: 'stray' }; room: ReturnType<typeof useSlipRoom>['room'] };

/** What a stray says: a receipt by its slip, anything else by what it posts. */
export function StraySlip({ row: { stray, branch }, room }: StraySlipProps) {
  const { station, epoch } = branch;
  const asked = useQuery('heldEntry', { station, epoch, digest: stray.digest });
  const refused = refusedIn(asked);
  return (
    <section className="stray-said" aria-label={words.details}>
      <h2>{words.slip}</h2>
      {refused === null ? (
        <SlipRoom room={room} slip={asked.value} label={words.slip} />
      ) : (
        <p className="pad" role="status">
          {refused}
        </p>
      )}
    </section>
  );
}
