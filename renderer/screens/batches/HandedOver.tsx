import { bySide } from '#domain/handoff';
import { handoffInWords } from '#domain/officeWords';
import { amount, shortName } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { differenceOf, Halves } from '../safe/Halves.tsx';
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
            <Row key={handoff.handoff} of={handoff} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ of }: { of: Handoff }) {
  return (
    <>
      <tr>
        <td>
          {handoffInWords(of)} <small>{hands(of)}</small>
        </td>
        <Count cents={bySide(of).drawerCents} />
        <Count cents={bySide(of).officeCents} />
        <td className="n">
          <Agreement of={of} />
        </td>
      </tr>
      {of.settlement ? <Settled which={handoffInWords(of)} as={of.settlement} /> : null}
    </>
  );
}

type SettledProps = { which: string; as: NonNullable<Handoff['settlement']> };

/** Why it was settled so, by whom, and who agreed. */
function Settled({ which, as: { byName, approverName, words: why } }: SettledProps) {
  const both = words.by(shortName(byName), shortName(approverName));
  return (
    <tr className="settled">
      <td colSpan={COLUMNS.length}>{words.settledBy(which, both, why ?? words.noReason)}</td>
    </tr>
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
  const { state, countedCents, foundCents } = of;
  const difference = differenceOf(of);
  if (state === 'waiting' || countedCents === null || difference === null)
    return (
      <span className="with-mark muted">
        <Mark name="none" /> {words.waiting}
      </span>
    );
  if (state === 'settled') return words.settled(amount(foundCents ?? countedCents));
  return <Halves differenceCents={difference} />;
}
