import type { CountTold } from '#contract/depositShapes';
import { amount } from '../../format.ts';
import { witnessing as words } from '../../messages/deposits.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Halves } from '../safe/Halves.tsx';
import type { DepositListed } from './depositsForm.ts';

/** Why two counts do not make the deposit. */
export function saidOfCounts(of: DepositListed, counts: readonly CountTold[]): string {
  if (counts.some(isNotHeld)) return words.notHeld[heldBy(of)];
  return counts.every((one) => one.firstCents === one.secondCents) ? words.samePieces : words.settle;
}

/** Both counts of it are the same, and another amount than must be there. */
function isNotHeld({ heldCents, firstCents, secondCents }: CountTold): boolean {
  return firstCents === secondCents && firstCents !== heldCents;
}

/** Both counts found what must be there. */
function isEven({ agrees, heldCents, secondCents }: CountTold): boolean {
  return agrees && secondCents === heldCents;
}

/** Whether it is counted against its batches, or once more against what was deposited. */
function heldBy({ state }: DepositListed): keyof typeof words.notHeld {
  return state === 'recounted' || state === 'recount_differs' ? 'deposit' : 'batches';
}

const { columns } = words;

type CountsProps = { of: DepositListed; counts: readonly CountTold[] };

/** Tender by tender what must be there, and what each of two counted. */
export function Counts({ of, counts }: CountsProps) {
  const amounts = [columns.held[heldBy(of)], columns.first, columns.second];
  return (
    <table className="transit two-counts">
      <Columns of={[{ name: columns.what }, ...amounts.map((name) => ({ name, right: true as const }))]} />
      {counts.map((one) => (
        <tbody key={one.tender}>
          <tr>
            <td>
              {words.what[one.tender]}
              {isEven(one) ? <Between of={one} /> : null}
            </td>
            <Counted cents={one.heldCents} items={null} />
            <Counted cents={one.firstCents} items={one.firstItems} />
            <Counted cents={one.secondCents} items={one.secondItems} />
          </tr>
          {isEven(one) ? null : (
            <tr>
              <td className="n" colSpan={4}>
                <Between of={one} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

/** By how much each count is over or short of what must be there: never by how much one is of the other. */
function Between({ of }: { of: CountTold }) {
  const { tender, heldCents, firstCents, secondCents, agrees } = of;
  if (isNotHeld(of) || agrees) return <Halves differenceCents={secondCents - heldCents} />;
  if (firstCents === secondCents)
    return <span className="short">{tender === 'cash' ? words.otherPieces : words.otherNumber}</span>;
  return (
    <>
      <Against held={heldCents} count={columns.first} cents={firstCents} />
      <Against held={heldCents} count={columns.second} cents={secondCents} />
    </>
  );
}

/** `First +5.00 over`; nothing of a count that found what must be there. */
function Against({ held, count, cents }: { held: number; count: string; cents: number }) {
  if (cents === held) return null;
  return (
    <span>
      <small>{count}</small> <Halves differenceCents={cents - held} />
    </span>
  );
}

/** Papers are told with how many they are. */
function Counted({ cents, items }: { cents: number; items: number | null }) {
  return (
    <td className="n">
      {amount(cents)}
      {items === null ? null : <small className="under">{words.papers(items)}</small>}
    </td>
  );
}
