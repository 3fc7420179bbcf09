import { bySide } from '#domain/handoff';
import { amount, shortName } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import { taking } from '../../messages/safe.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Halves } from '../safe/Halves.tsx';
import type { Batch } from './batchesForm.ts';

type Handoff = Batch['handoffs'][number];

const COLUMNS = [
  { name: words.handed.what },
  ...[words.handed.given, words.handed.counted, words.handed.agreement].map((name) => ({ name, right: true as const })),
];

/** What passed between the drawer and the safe: both counts once both are there, and whether they agree. */
export function HandedOver({ handoffs }: { handoffs: readonly Handoff[] }) {
  return (
    <section aria-label={words.handoffs}>
      <div className="row">
        <h2>{words.handoffs}</h2>
      </div>
      <table className="handed">
        <Columns of={COLUMNS} />
        <tbody>
          {handoffs.map((handoff) => (
            <tr key={handoff.handoff}>
              <td>
                {taking.what[handoff.what]} <small>{hands(handoff)}</small>
              </td>
              <Count cents={bySide(handoff).drawerCents} />
              <Count cents={bySide(handoff).officeCents} />
              <td className="n">
                <Agreement of={handoff} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A count, once it may be seen. */
function Count({ cents }: { cents: number | null }) {
  return <td className="n">{cents === null ? '' : amount(cents)}</td>;
}

/** `M. Ortiz → J. Whitebear`, as far as both are known. */
function hands({ givenByName, countedByName }: Handoff): string {
  const names = [givenByName, countedByName].map((name) => name && shortName(name));
  return names[0] && names[1] ? words.toFrom(names[0], names[1]) : (names[0] ?? names[1] ?? '');
}

function Agreement({ of }: { of: Handoff }) {
  const { state, givenCents, countedCents, foundCents } = of;
  if (state === 'waiting' || givenCents === null || countedCents === null)
    return (
      <span className="with-mark muted">
        <Mark name="none" /> {words.waiting}
      </span>
    );
  if (state === 'settled') return words.settled(amount(foundCents ?? countedCents));
  return <Halves differenceCents={countedCents - givenCents} />;
}
