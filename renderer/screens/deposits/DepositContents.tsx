import type { BankTender } from '#domain/bankTender';
import { DENOMINATIONS, type Pieces, worthOf } from '#domain/denominations';
import { amount, count } from '../../format.ts';
import { tie as words } from '../../messages/deposits.ts';
import { Columns } from '../../ui/Columns.tsx';
import { DocumentNamed } from '../DocumentNamed.tsx';
import type { Route } from '../route.ts';
import type { Deposit } from './depositsForm.ts';

type Told = NonNullable<Deposit['told']>;
const right = true as const;

/**
 * What of each batch is in a deposit, by tender.
 * @param from where back leads from a batch that is opened; null: none opens
 */
export function BatchesIn({ told: { parts }, from }: { told: Told; from: Route | null }) {
  const batches = [...new Set(parts.map(({ batch }) => batch))];
  const held = (batch: string | null, tender: BankTender | null) =>
    parts
      .filter((part) => (batch === null || part.batch === batch) && (tender === null || part.tender === tender))
      .reduce((total, part) => total + part.cents, 0);
  const cells = (batch: string | null) =>
    (['cash', 'check', 'money-order', null] as const).map((tender) => (
      <td key={tender ?? ''} className="n">
        {amount(held(batch, tender))}
      </td>
    ));
  return (
    <table className="batches-in">
      <Columns
        of={[
          { name: words.batch },
          ...[words.cash, words.checks, words.moneyOrders, words.totalColumn].map((name) => ({ name, right })),
        ]}
      />
      <tbody>
        {batches.map((batch) => (
          <tr key={batch}>
            <td>{from ? <DocumentNamed label={batch} from={from} /> : batch}</td>
            {cells(batch)}
          </tr>
        ))}
        {batches.length > 1 ? (
          <tr className="total">
            <td>{words.totalColumn}</td>
            {cells(null)}
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** The cash in a deposit by denomination; what is not there is left out. */
export function CashIn({ pieces, head }: { pieces: Pieces; head: string }) {
  const there = DENOMINATIONS.filter((worth) => (pieces[String(worth)] ?? 0) > 0);
  if (there.length === 0) return <p className="pad muted">{words.noCash}</p>;
  return (
    <table className="cash-in">
      <Columns of={[{ name: head }, { name: words.pieces, right }, { name: words.value, right }]} />
      <tbody>
        {there.map((worth) => {
          const number = pieces[String(worth)] ?? 0;
          return (
            <tr key={worth}>
              <td className="num">{amount(worth)}</td>
              <td className="n muted">{count(number)}</td>
              <td className="n">{amount(worth * number)}</td>
            </tr>
          );
        })}
        <tr className="total">
          <td colSpan={2} />
          <td className="n">{amount(worthOf(pieces))}</td>
        </tr>
      </tbody>
    </table>
  );
}
