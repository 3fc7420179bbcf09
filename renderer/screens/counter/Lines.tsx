import { readAmount } from '#domain/amountEntry';
import { cents, formatAmount } from '#domain/money';
import { wrongAmount } from '../../amounts.ts';
import { counter } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { CounterForm, LineForm } from './counterForm.ts';
import { centsOf, nextPlace, overNamed } from './counterMoney.ts';
import { Preview } from './Preview.tsx';
import type { Send } from './useCounter.ts';

const words = counter.columns;

const COLUMNS = [
  { name: words.place, narrow: true },
  { name: words.purpose },
  { name: words.account },
  { name: words.distribution },
  { name: words.amount, right: true },
] as const;

/** What the receipt is for: an account with its amount, and under it the charges that the amount will pay. */
export function Lines({ form, send }: { form: CounterForm; send: Send }) {
  if (form.lines.length === 0) return null;
  return (
    <table className="lines">
      <Columns of={COLUMNS} />
      {form.lines.map((line, at) => (
        <Line key={line.account.accountNumber} form={form} line={line} at={at} send={send} />
      ))}
    </table>
  );
}

type LineProps = { form: CounterForm; line: LineForm; at: number; send: Send };

function Line({ form, line, at, send }: LineProps) {
  const wrong =
    sentenceUnder(form.trouble, `line-${at}`) ??
    wrongAmount(readAmount(line.text)) ??
    (overNamed(line) ? counter.why.named : null);
  return (
    <tbody>
      <AccountRow form={form} line={line} at={at} send={send} isWrong={wrong !== null} />
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

function AccountRow({ form, line, at, send, isWrong }: LineProps & { isWrong: boolean }) {
  const { accountNumber, customer, serviceAddress } = line.account;
  const remove = () => send({ did: 'removedLine', line: at });
  return (
    <tr className="account-line">
      <td className="narrow">{at + 1}</td>
      <td className="clip">
        <b>{customer}</b> <small>{serviceAddress}</small>
      </td>
      <td className="nowrap">{accountNumber}</td>
      <td className="nowrap">
        <small>{lineNote(line)}</small>
        <button type="button" className="bare remove" aria-label={counter.removeLine(at + 1)} onClick={remove}>
          <Mark name="cross" />
        </button>
      </td>
      <td className="n">
        <AmountCell
          label={counter.line(at + 1, accountNumber)}
          focusName={`line-${at}`}
          text={line.text}
          wrong={isWrong}
          onText={(text) => send({ did: 'typedLine', line: at, text })}
          onEnter={() => send({ did: 'wentTo', place: nextPlace(form) })}
          onRemove={remove}
        />
      </td>
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
