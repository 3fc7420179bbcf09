import type { ReceiptView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/line';
import type { Tender } from '#domain/tender';
import { amount } from '../../format.ts';
import { counter, done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { items, naming } from '../../messages/lines.ts';

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
        {view.receipt.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
          <PaidLine key={place} line={line} />
        ))}
        <tr className="total">
          <td colSpan={2}>{done.total}</td>
          <td className="n">{amount(view.receipt.totalCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** One line, purpose by purpose. */
export function PaidLine({ line }: { line: ReceiptLine }) {
  return purposesOf(line).map(({ name, detail, account, cents }) => (
    <tr key={`${name} ${detail}`}>
      <td>
        {name} <small className="told">{detail}</small>
      </td>
      <td className="nowrap">{account}</td>
      <td className="n">{amount(cents)}</td>
    </tr>
  ));
}

/** What one row tells of a line. */
export type Purpose = { name: string; detail: string; account: string; cents: number };

export function purposesOf(line: ReceiptLine): Purpose[] {
  switch (line.kind) {
    case 'account': {
      const account = line.accountNumber;
      const why = line.namedWhy === null ? [] : [naming.whyShort[line.namedWhy]];
      const charges = line.charges.map(({ kind, period, cents }) => ({
        name: say.charge[kind],
        detail: [period, ...why].filter(Boolean).join(' · '),
        account,
        cents,
      }));
      const { unappliedCents: cents } = line;
      return cents > 0 ? [...charges, { name: counter.credit, detail: '', account, cents }] : charges;
    }
    case 'fee': {
      const detail = line.told.map(({ told }) => told).join(' · ');
      const name = line.quantity > 1 ? items.units(line.quantity, line.name) : line.name;
      return [{ name, detail, account: line.accountNumber ?? '', cents: line.cents }];
    }
    case 'suspense':
      return [{ name: done.suspense, detail: line.parcel, account: '', cents: line.cents }];
  }
}

/** All of a line in one row: its purposes by name, and the detail where there is only one. */
export function summaryOf(line: ReceiptLine): Purpose {
  const purposes = purposesOf(line);
  const name = [...new Set(purposes.map((purpose) => purpose.name))].join(', ');
  const detail = purposes.length === 1 ? (purposes[0]?.detail ?? '') : '';
  return { name, detail, account: purposes[0]?.account ?? '', cents: line.cents };
}

/** `Check № 1187`, `Visa ··8841`, `Cash`. */
export function tenderName(tender: Tender): string {
  switch (tender.kind) {
    case 'cash':
      return say.tender.cash;
    case 'check':
      return `${say.tender.check} № ${tender.checkNumber}`;
    case 'money-order':
      return `${say.tender['money-order']} № ${tender.serial}`;
    case 'credit':
      return `${say.tender.credit} ${tender.accountNumber}`;
    case 'card':
      return `${say.brand[tender.brand]} ··${tender.lastFour}`;
  }
}
