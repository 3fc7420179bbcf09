import type { ReceiptView } from '#contract/shapes';
import type { ReceiptLine, Tender } from '#domain/receipt';
import { amount } from '../../format.ts';
import { counter, done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';

/** What a receipt was for, charge by charge, with its total. */
export function ReceiptLines({ view }: { view: Pick<ReceiptView, 'receipt'> }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{done.columns.purpose}</th>
          <th scope="col">{done.columns.account}</th>
          <th scope="col" className="n">
            {done.columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.receipt.lines.map((line) => (
          <PaidLine key={line.accountNumber} line={line} />
        ))}
        <tr className="total">
          <td colSpan={2}>{done.total}</td>
          <td className="n">{amount(view.receipt.totalCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}

export function PaidLine({ line }: { line: ReceiptLine }) {
  return (
    <>
      {line.charges.map((charge) => (
        <tr key={charge.chargeId}>
          <td>
            {say.charge[charge.kind]} <small>{charge.period}</small>
          </td>
          <td className="nowrap">{line.accountNumber}</td>
          <td className="n">{amount(charge.cents)}</td>
        </tr>
      ))}
      {line.unappliedCents > 0 ? (
        <tr>
          <td>{counter.credit}</td>
          <td className="nowrap">{line.accountNumber}</td>
          <td className="n">{amount(line.unappliedCents)}</td>
        </tr>
      ) : null}
    </>
  );
}

/** `Check № 1187`, `Visa ··8841`, `Cash`. */
export function tenderName(tender: Tender): string {
  switch (tender.kind) {
    case 'cash':
      return say.tender.cash;
    case 'check':
      return `${say.tender.check} № ${tender.checkNumber}`;
    case 'card':
      return `${say.brand[tender.brand]} ··${tender.lastFour}`;
  }
}
