import type { TypeField } from '#domain/receiptType';
import { NAME_MAX } from '#domain/text';
import { items } from '../../../messages/lines.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { linePlace } from '../places.ts';
import { FeeAccount } from './FeeAccount.tsx';
import { FeePlace } from './FeePlace.tsx';
import { type FeeFieldProps, wrongUnder } from './feeField.ts';
import { type FeeField, type FeeLine, feeLine, priceWords, toldAt } from './feeLine.ts';
import type { LineProps } from './Lines.tsx';

/** What a receipt type asks, in the order in which the hand goes through it. */
export function FeeFields(props: LineProps<FeeLine>) {
  return feeLine.fields(props.line).map((field) => <FeeFieldOf key={field} field={field} {...props} />);
}

function FeeFieldOf(props: FeeFieldProps) {
  switch (props.field) {
    case 'account':
      return <FeeAccount {...props} />;
    case 'goesTo':
      return <FeePlace {...props} />;
    case 'quantity':
      return <Quantity {...props} />;
    case 'text':
      return <Amount {...props} />;
    default:
      return <Told {...props} />;
  }
}

function Told(props: FeeFieldProps) {
  const { line, at, field, send } = props;
  const place = toldAt(field);
  const asked = line.type.fields[place];
  const text = line.told[place] ?? '';
  if (!asked) return null;
  return (
    <Field
      label={asked.name}
      focusName={linePlace(at, field)}
      maxLength={NAME_MAX}
      inputMode={asked.kind === 'number' ? 'decimal' : 'text'}
      placeholder={hintOf(asked)}
      value={text}
      wrong={wrongUnder(props) ?? soonWrong(line, field, text)}
      onText={(typed) =>
        send({ did: 'typedLine', line: at, field, text: asked.kind === 'parcel' ? typed.toUpperCase() : typed })
      }
      onEnter={() => send({ did: 'acceptedLine', line: at, field })}
    />
  );
}

/** A card number, or signs that cannot be printed, are told at once; a day or number only once it is left. */
function soonWrong(line: FeeLine, field: FeeField, text: string): string | null {
  const wrong = feeLine.wrongIn(line).find((one) => one.field === field);
  return text.length > 10 ? (wrong?.sentence ?? null) : null;
}

function hintOf({ kind, required }: TypeField): string {
  if (kind === 'day' || kind === 'parcel') return items.hints[kind];
  return required ? '' : items.hints.optional;
}

function Quantity(props: FeeFieldProps) {
  const { line, at, field, send } = props;
  return (
    <Field
      label={items.labels.quantity}
      focusName={linePlace(at, field)}
      className="amount"
      inputMode="numeric"
      maxLength={4}
      value={line.quantity}
      hint={priceWords(line)}
      wrong={wrongUnder(props)}
      onText={(text) => send({ did: 'typedLine', line: at, field, text: text.replace(/\D/g, '') })}
      onEnter={() => send({ did: 'acceptedLine', line: at, field })}
    />
  );
}

function Amount(props: FeeFieldProps) {
  const { line, at, field, send } = props;
  return (
    <AmountField
      label={items.labels.amount}
      focusName={linePlace(at, field)}
      text={line.text}
      wrong={wrongUnder(props)}
      onText={(text) => send({ did: 'typedLine', line: at, field, text })}
      onEnter={() => send({ did: 'acceptedLine', line: at, field })}
    />
  );
}
