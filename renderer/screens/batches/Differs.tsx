import type { ComparedTender } from '#domain/balancing';
import { bySide } from '#domain/handoff';
import { missing } from '#domain/handoffPostings';
import { cents, negate } from '#domain/money';
import { handoffInWords } from '#domain/officeWords';
import { amount } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import { say } from '../../messages/en.ts';
import { Difference } from '../compare/Compared.tsx';
import { differenceOf, Halves } from '../safe/Halves.tsx';
import type { Batch } from './batchesForm.ts';

/** What is over or short in a batch, and what was settled: whoever approves it sees that before all that agrees. */
export function Differs({ batch: { totals, handoffs } }: { batch: Batch }) {
  const tenders = (totals?.comparison ?? []).filter(({ differenceCents }) => differenceCents !== 0);
  const settled = handoffs.filter((one) => one.state === 'settled' || (differenceOf(one) ?? 0) !== 0);
  const strays = totals ? strayRows(totals.strays) : [];
  if (tenders.length + settled.length + strays.length === 0) return null;
  return (
    <section aria-label={words.differs.title}>
      <div className="row">
        <h2>{words.differs.title}</h2>
      </div>
      <table className="differs">
        <tbody>
          {tenders.map((tender) => (
            <Tender key={tender.tender} of={tender} />
          ))}
          {strays.map(({ key, paper, cents: worth, what }) => (
            <tr key={key}>
              <td>
                {paper} <small>{what}</small>
              </td>
              <td className="n">{amount(worth)}</td>
            </tr>
          ))}
          {settled.map((handoff) => (
            <Handoff key={handoff.handoff} of={handoff} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Stray = { key: string; paper: string; what: string; cents: number };

/** Papers by number: one that was swapped for another of the same amount differs in nothing else. */
function strayRows(strays: NonNullable<Batch['totals']>['strays']): Stray[] {
  const { missing, unknown, check, moneyOrder } = words.differs;
  const piles = [
    [check, missing, strays.missingChecks],
    [check, unknown, strays.unknownChecks],
    [moneyOrder, missing, strays.missingMoneyOrders],
    [moneyOrder, unknown, strays.unknownMoneyOrders],
  ] as const;
  return piles.flatMap(([paper, what, pile]) =>
    pile.map(({ checkNumber, cents: worth }, place) => ({
      ...{ key: `${paper(checkNumber)} ${what} ${place}`, paper: paper(checkNumber), what, cents: worth },
    })),
  );
}

function Tender({ of: { tender, expectedCents, countedCents, differenceCents } }: { of: ComparedTender }) {
  return (
    <tr>
      <td>
        {say.tender[tender]} <small>{words.differs.atClose(amount(expectedCents), amount(countedCents))}</small>
      </td>
      <td className="n">
        <Difference of={cents(differenceCents)} />
      </td>
    </tr>
  );
}

/** What the two counts differ by; where a third settled it, what stays unexplained. Null until both are there. */
function leftUnexplained(of: Batch['handoffs'][number]): number | null {
  const { what, state, givenCents, countedCents, returnedCents, foundCents } = of;
  if (state !== 'settled' || givenCents === null || foundCents === null) return differenceOf(of);
  const returned = returnedCents === null ? null : cents(returnedCents);
  const told = { what, given: cents(givenCents), counted: cents(countedCents ?? 0), returned };
  return negate(missing({ ...told, found: cents(foundCents) }));
}

function Handoff({ of }: { of: Batch['handoffs'][number] }) {
  const { drawerCents, officeCents } = bySide(of);
  const both = [drawerCents, officeCents].map((counted) => (counted === null ? '' : amount(counted)));
  const difference = leftUnexplained(of);
  return (
    <tr>
      <td>
        {handoffInWords(of)} <small>{words.differs.handed(both[0] ?? '', both[1] ?? '')}</small>
        {of.state === 'settled' ? (
          <small> · {words.settled(amount(of.foundCents ?? of.countedCents ?? 0))}</small>
        ) : null}
      </td>
      <td className="n">{difference === null ? null : <Halves differenceCents={difference} />}</td>
    </tr>
  );
}
