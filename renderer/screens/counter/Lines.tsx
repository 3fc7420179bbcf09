import type { OpenCharge } from '#domain/account';
import { readAmount } from '#domain/amountEntry';
import { cents, formatAmount, subtract } from '#domain/money';
import { wrongAmount } from '../../amounts.ts';
import { counter } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { CounterForm, LineForm } from './counterForm.ts';
import { centsOf, chargesOf, nextPlace, overNamed, previewOf } from './counterMoney.ts';
import type { Send } from './useCounter.ts';

/** What the receipt is for: an account with its amount, and under it the charges that the amount will pay. */
export function Lines({ form, send }: { form: CounterForm; send: Send }) {
  const words = counter.columns;
  if (form.lines.length === 0) return null;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {words.place}
          </th>
          <th scope="col">{words.purpose}</th>
          <th scope="col">{words.account}</th>
          <th scope="col">{words.distribution}</th>
          <th scope="col" className="n">
            {words.amount}
          </th>
        </tr>
      </thead>
      {form.lines.map((line, at) => (
        <Line key={line.account.accountNumber} form={form} line={line} at={at} send={send} />
      ))}
    </table>
  );
}

type LineProps = { form: CounterForm; line: LineForm; at: number; send: Send };

function Line({ form, line, at, send }: LineProps) {
  const { accountNumber } = line.account;
  const wrong =
    sentenceUnder(form.trouble, `line-${at}`) ??
    wrongAmount(readAmount(line.text)) ??
    (overNamed(line) ? counter.why.named : null);
  return (
    <tbody>
      <tr className="account-line">
        <td className="narrow">{at + 1}</td>
        <td className="clip">
          <b>{line.account.customer}</b> <small>{line.account.serviceAddress}</small>
        </td>
        <td className="nowrap num">{accountNumber}</td>
        <td>
          <small>{lineNote(line)}</small>
          <button
            type="button"
            className="bare remove"
            aria-label={counter.removeLine(at + 1)}
            onClick={() => send({ did: 'removedLine', line: at })}
          >
            <Mark name="cross" />
          </button>
        </td>
        <td className="n">
          <AmountCell
            label={counter.line(at + 1, accountNumber)}
            focusName={`line-${at}`}
            text={line.text}
            wrong={wrong !== null}
            onText={(text) => send({ did: 'typedLine', line: at, text })}
            onEnter={() => send({ did: 'wentTo', place: nextPlace(form) })}
            onRemove={() => send({ did: 'removedLine', line: at })}
          />
        </td>
      </tr>
      {wrong ? (
        <tr className="said">
          <td />
          <td colSpan={4}>
            <Wrong sentence={wrong} />
          </td>
        </tr>
      ) : null}
      <Preview line={line} />
    </tbody>
  );
}

/** How the amount spreads, by the very rule that will record it, over the charges as they are open now. */
function Preview({ line }: { line: LineForm }) {
  const asked = useQuery('account', { accountNumber: line.account.accountNumber });
  const account = asked.value ?? line.account;
  const preview = previewOf(line, account);
  if (!preview) return null;
  const charges = new Map(chargesOf(account, line.named).map((charge) => [charge.chargeId, charge]));
  return (
    <>
      {preview.allocations.map(({ chargeId, cents: paid }) => {
        const charge = charges.get(chargeId);
        return charge ? (
          <PaidCharge
            key={chargeId}
            charge={charge}
            paid={formatAmount(paid)}
            isPart={paid < charge.openCents}
            left={formatAmount(subtract(cents(charge.openCents), paid))}
          />
        ) : null;
      })}
      {preview.unappliedCents > 0 ? (
        <tr className="charge-line">
          <td />
          <td>
            {counter.credit} <small>{counter.creditWhy}</small>
          </td>
          <td />
          <td>
            <small>{counter.creditKept(account.customer)}</small>
          </td>
          <td className="n">{formatAmount(preview.unappliedCents)}</td>
        </tr>
      ) : null}
    </>
  );
}

type PaidChargeProps = { charge: OpenCharge; paid: string; isPart: boolean; left: string };

function PaidCharge({ charge, paid, isPart, left }: PaidChargeProps) {
  return (
    <tr className="charge-line">
      <td />
      <td>
        {say.charge[charge.kind]} <small>{charge.period}</small>
      </td>
      <td>{isPart ? <small className="warn">{counter.left(left)}</small> : null}</td>
      <td className="nowrap">
        <small className="num">
          {charge.fund} · {charge.bars}
        </small>
      </td>
      <td className="n">{paid}</td>
    </tr>
  );
}

function lineNote(line: LineForm): string {
  const billed = line.billCents;
  const notes = [
    line.named ? counter.named : '',
    billed !== null && billed !== centsOf(line.text) ? counter.bill(formatAmount(cents(billed))) : '',
    line.account.flags.includes('no-checks') ? say.flag['no-checks'] : '',
  ];
  return notes.filter(Boolean).join(' · ');
}
