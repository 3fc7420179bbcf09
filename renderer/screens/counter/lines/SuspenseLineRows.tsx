import { NAME_MAX } from '#domain/text';
import { suspense } from '../../../messages/lines.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { linePlace } from '../places.ts';
import { ItemRow } from './ItemRow.tsx';
import type { LineProps } from './Lines.tsx';
import { type SuspenseField, type SuspenseLine, suspenseLine } from './suspenseLine.ts';

const LENGTHS = { name: NAME_MAX, address: NAME_MAX, parcel: 30 } as const;

/** Money that finds no account: who brought it and for which place, so that the office can find it. */
export function SuspenseLineRows(props: LineProps<SuspenseLine>) {
  const { line } = props;
  const told = [line.name, line.address, line.parcel].map((text) => text.trim()).filter(Boolean);
  return (
    <tbody>
      <ItemRow {...props} name={suspense.name} told={told} account={suspense.account}>
        <Words {...props} field="name" />
        <Words {...props} field="address" />
        <Words {...props} field="parcel" />
        <Amount {...props} />
      </ItemRow>
    </tbody>
  );
}

type WordsProps = LineProps<SuspenseLine> & { field: Exclude<SuspenseField, 'text'> };

function Words({ form, line, at, send, field }: WordsProps) {
  const place = linePlace(at, field);
  // A card number is told as soon as it is there.
  const wrong = suspenseLine.wrongIn(line).find((one) => one.field === field && line[field].trim() !== '');
  return (
    <Field
      label={suspense.fields[field]}
      focusName={place}
      maxLength={LENGTHS[field]}
      value={line[field]}
      wrong={sentenceUnder(form.trouble, place) ?? wrong?.sentence}
      onText={(text) => send({ did: 'typedLine', line: at, field, text })}
      onEnter={() => send({ did: 'acceptedLine', line: at, field })}
    />
  );
}

function Amount({ form, line, at, send }: LineProps<SuspenseLine>) {
  const place = linePlace(at, 'text');
  return (
    <AmountField
      label={suspense.fields.text}
      focusName={place}
      text={line.text}
      wrong={sentenceUnder(form.trouble, place)}
      onText={(text) => send({ did: 'typedLine', line: at, field: 'text', text })}
      onEnter={() => send({ did: 'acceptedLine', line: at, field: 'text' })}
    />
  );
}
