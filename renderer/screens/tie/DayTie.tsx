import type { DayTieRow, Holds } from '#contract/tieShapes';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { tie as words } from '../../messages/tie.ts';

const { columns } = words;

/** A business day from its receipts to the bank, tender by tender; no `=` before the bank has said it. */
export function DayTie({ tie }: { tie: readonly DayTieRow[] }) {
  return (
    <table className="day-tie" aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{columns.tender}</th>
          <Head name={columns.receipts} />
          <Between />
          <Head name={columns.drawers} />
          <Between />
          <Head name={columns.deposit} />
          <Between />
          <Head name={columns.bank} />
        </tr>
      </thead>
      <tbody>
        {tie.map((row) => (
          <Row key={row.tender} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ name }: { name: string }) {
  return (
    <th scope="col" className="n">
      {name}
    </th>
  );
}

function Between() {
  return (
    <th scope="col" className="sign">
      <span className="unseen">{words.between}</span>
    </th>
  );
}

function Row({ row }: { row: DayTieRow }) {
  const { tender, receiptsCents, drawersCents, depositCents, bankCents, untoldCents, holds } = row;
  if (tender === null) return <WholeBags row={row} />;
  return (
    <tr>
      <th scope="row">{say.tender[tender]}</th>
      <td className="n">{amount(receiptsCents)}</td>
      <Sign holds={holds.drawers} />
      <td className="n">{amount(drawersCents)}</td>
      <Sign holds={holds.deposit} />
      <Come holds={holds.deposit} at={depositCents} />
      <Sign holds={holds.bank} />
      {untoldCents !== 0 && bankCents === 0 ? <Untold /> : <Come holds={holds.bank} at={bankCents} />}
    </tr>
  );
}

/** Bags of several tenders whose slips differ: one amount each, and by it the difference is told once. */
function WholeBags({ row: { depositCents, bankCents, holds } }: { row: DayTieRow }) {
  return (
    <tr>
      <th scope="row">{words.untold}</th>
      <td colSpan={4} />
      <td className="n">{amount(depositCents ?? 0)}</td>
      <Sign holds={holds.bank} />
      <td className="n">{amount(bankCents ?? 0)}</td>
    </tr>
  );
}

/** The bank has it, and its slip does not say how much of this tender. */
function Untold() {
  return (
    <td className="n">
      <span className="unseen">{words.withinBags}</span>
    </td>
  );
}

function Sign({ holds }: { holds: Holds | null }) {
  if (holds === null) return <td />;
  return (
    <td className="sign" data-holds={holds}>
      {words.signs[holds] || <span className="unseen">{words.open}</span>}
    </td>
  );
}

/** What has come there; a dash where nothing has yet. */
function Come({ holds, at }: { holds: Holds | null; at: number | null }) {
  if (at === null || (at === 0 && holds === 'open')) return <td className="n muted">{words.nowhere}</td>;
  return <td className="n">{amount(at)}</td>;
}
