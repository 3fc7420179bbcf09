import { readAmount } from '#domain/amountEntry';
import { cents, formatAmount } from '#domain/money';
import { wrongAmount } from '../../../amounts.ts';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountCell } from '../../../ui/AmountCell.tsx';
import { Wrong } from '../../../ui/Field.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { linePlace, nextPlace } from '../places.ts';
import { typedCents } from '../typedCents.ts';
import { type AccountLine, overNamed } from './accountLine.ts';
import type { LineProps } from './Lines.tsx';
import { Preview } from './Preview.tsx';

type AccountLineProps = LineProps<AccountLine>;

/** An account with its amount, and under it the charges that the amount will pay. */
export function AccountLineRows({ form, line, at, send }: AccountLineProps) {
  const wrong =
    sentenceUnder(form.trouble, linePlace(at, 'text')) ??
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

function AccountRow({ form, line, at, send, isWrong }: AccountLineProps & { isWrong: boolean }) {
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
          focusName={linePlace(at, 'text')}
          text={line.text}
          wrong={isWrong}
          onText={(text) => send({ did: 'typedLine', line: at, field: 'text', text })}
          onEnter={() => send({ did: 'wentTo', place: nextPlace(form) })}
          onRemove={remove}
        />
      </td>
    </tr>
  );
}

function lineNote(line: AccountLine): string {
  const billed = line.billCents;
  const notes = [
    line.named ? counter.named : '',
    billed !== null && billed !== typedCents(line.text) ? counter.bill(formatAmount(cents(billed))) : '',
    line.account.flags.includes('no-checks') ? say.flag['no-checks'] : '',
  ];
  return notes.filter(Boolean).join(' · ');
}
