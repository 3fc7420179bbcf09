import type { TenderTotals } from '#contract/batchCalls';
import { cents, formatSigned } from '#domain/money';
import { amount } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import { say } from '../../messages/en.ts';
import { Columns } from '../../ui/Columns.tsx';
import { ComparedTenders } from '../compare/Compared.tsx';
import type { Batch } from './batchesForm.ts';

type Totals = NonNullable<Batch['totals']>;

/** What was taken by tender, and what the close compared: each tender by itself. */
export function BatchMoney({ totals }: { totals: Totals }) {
  return (
    <>
      <section aria-label={words.tenders}>
        <Tenders tenders={totals.tenders} />
        <Refunded tenders={totals.tenders} />
      </section>
      <section aria-label={words.close}>
        <div className="row">
          <h2>{words.close}</h2>
          <span className="muted num">{words.floatGiven(amount(totals.floatCents))}</span>
        </div>
        <ComparedTenders tenders={totals.comparison} />
      </section>
    </>
  );
}

/** What moved a tender besides receipts: told only where something did. */
const MOVES = ['voided', 'corrected'] as const;

function Tenders({ tenders }: { tenders: readonly TenderTotals[] }) {
  const moves = MOVES.filter((move) => tenders.some((one) => one[move].cents !== 0 || one[move].items !== 0));
  const heads = ['issued', ...moves, ...(moves.length > 0 ? (['stands'] as const) : [])] as const;
  return (
    <table>
      <Columns
        of={[
          { name: words.tender.tender },
          ...heads.map((head) => ({ name: words.tender[head], right: true as const })),
        ]}
      />
      <tbody>
        {tenders.map((one) => (
          <tr key={one.tender}>
            <td>
              {say.tender[one.tender]} <small>{words.items(standing(one).items)}</small>
            </td>
            <td className="n">{amount(one.issued.cents)}</td>
            {moves.map((move) => (
              <td key={move} className="n">
                {moved(one, move)}
              </td>
            ))}
            {moves.length > 0 ? <td className="n">{amount(standing(one).cents)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Voids go off; a correction brings or takes. Where nothing moved stands nothing. */
function moved(one: TenderTotals, move: (typeof MOVES)[number]): string {
  const moving = one[move].cents;
  if (moving === 0) return '';
  return formatSigned(cents(move === 'voided' ? -moving : moving));
}

/** What is left of a tender's receipts. */
function standing({ issued, voided, corrected }: TenderTotals): TenderTotals['issued'] {
  return {
    items: issued.items - voided.items + corrected.items,
    cents: issued.cents - voided.cents + corrected.cents,
  };
}

/** Cash given back out of this drawer, whatever receipts it was of. */
function Refunded({ tenders }: { tenders: readonly TenderTotals[] }) {
  const refunded = tenders.map((one) => one.refunded).filter(({ items }) => items > 0);
  return refunded.map(({ items, cents: given }) => (
    <div key="cash" className="row refunded">
      <span>{words.refunded(items)}</span>
      <span className="num">{amount(-given)}</span>
    </div>
  ));
}
