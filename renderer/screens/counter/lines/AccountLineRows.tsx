import { cents, formatAmount } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { naming } from '../../../messages/lines.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountCell } from '../../../ui/AmountCell.tsx';
import { Wrong } from '../../../ui/Field.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { FlagPill } from '../FlagPill.tsx';
import { linePlace } from '../places.ts';
import { type AccountLine, accountLine, whyOf } from './accountLine.ts';
import type { LineProps } from './Lines.tsx';
import { NamedCharges } from './NamedCharges.tsx';
import { Preview } from './Preview.tsx';

type AccountLineProps = LineProps<AccountLine>;

/** An account with its amount, and under it the charges that the amount will pay. */
export function AccountLineRows({ form, line, at, send }: AccountLineProps) {
  const wrong = accountLine.wrongIn(line).find(({ field }) => field === 'text');
  // An amount that is not typed yet is no fault before the hand has tried to leave it.
  const told = line.text.trim() === '' ? null : (wrong?.sentence ?? null);
  const sentence = sentenceUnder(form.trouble, linePlace(at, 'text')) ?? told;
  return (
    <tbody>
      <AccountRow line={line} at={at} send={send} isWrong={sentence !== null} />
      {sentence ? (
        <tr className="said">
          <td />
          <td colSpan={4}>
            <Wrong sentence={sentence} />
          </td>
        </tr>
      ) : null}
      {line.named === null ? <Preview line={line} /> : <NamedCharges form={form} line={line} at={at} send={send} />}
    </tbody>
  );
}

function AccountRow({ line, at, send, isWrong }: Omit<AccountLineProps, 'form'> & { isWrong: boolean }) {
  const { accountNumber, customer, serviceAddress, flags } = line.account;
  const remove = () => send({ did: 'removedLine', line: at });
  return (
    <tr className="account-line">
      <td className="narrow">{at + 1}</td>
      <td>
        <div className="whose">
          <b>{customer}</b> <small>{serviceAddress}</small>
          {flags.includes('no-checks') ? <FlagPill flag="no-checks" /> : null}
          {notesOf(line).map((note) => (
            <small key={note} className="warn">
              {note}
            </small>
          ))}
        </div>
      </td>
      <td className="nowrap">{accountNumber}</td>
      <td>
        <button type="button" className="bare remove" aria-label={counter.removeLine(at + 1)} onClick={remove}>
          <Mark name="cross" />
        </button>
      </td>
      <td className="n">
        <Amount line={line} at={at} send={send} isWrong={isWrong} onRemove={remove} />
      </td>
    </tr>
  );
}

type AmountProps = Omit<AccountLineProps, 'form'> & { isWrong: boolean; onRemove: () => void };

/** Typed, or the sum of the charges that the payer named. */
function Amount({ line, at, send, isWrong, onRemove }: AmountProps) {
  if (line.named !== null) return formatAmount(accountLine.centsOf(line));
  return (
    <AmountCell
      label={counter.line(at + 1, line.account.accountNumber)}
      focusName={linePlace(at, 'text')}
      text={line.text}
      wrong={isWrong}
      onText={(text) => send({ did: 'typedLine', line: at, field: 'text', text })}
      onEnter={() => send({ did: 'acceptedLine', line: at, field: 'text' })}
      onRemove={onRemove}
    />
  );
}

/** What is unlike what a bill or the district's policy says. */
function notesOf(line: AccountLine): string[] {
  const { named, billCents } = line;
  const isOther = billCents !== null && billCents !== accountLine.centsOf(line);
  return [
    ...(named ? [naming.whyShort[whyOf(line)]] : []),
    ...(isOther ? [counter.bill(formatAmount(cents(billCents)))] : []),
  ];
}
