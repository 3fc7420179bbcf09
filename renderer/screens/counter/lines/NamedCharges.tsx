import type { KeyboardEvent } from 'react';
import type { OpenCharge } from '#domain/account';
import { NamedWhy } from '#domain/line';
import { amount } from '../../../format.ts';
import { say } from '../../../messages/en.ts';
import { naming } from '../../../messages/lines.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountCell } from '../../../ui/AmountCell.tsx';
import { Wrong } from '../../../ui/Field.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { linePlace } from '../places.ts';
import { type AccountLine, type AccountLineField, accountLine, whyOf } from './accountLine.ts';
import type { LineProps } from './Lines.tsx';
import { openedLine } from './lineReducer.ts';

type NamedProps = LineProps<AccountLine>;

/** The charges that the payer named, each with its amount; while the hand is in them, all others to choose from, and why. */
export function NamedCharges(props: NamedProps) {
  const { form, line, at, send } = props;
  const isOpen = openedLine(form) === at;
  const isNamed = (charge: OpenCharge) => line.named?.some((one) => one.chargeId === charge.chargeId) ?? false;
  const shown = line.account.charges.map((charge, place) => ({ charge, place }));
  const first = shown.find(({ charge }) => isNamed(charge))?.place ?? 0;
  return (
    <>
      {shown
        .filter(({ charge }) => isOpen || isNamed(charge))
        .map(({ charge, place }) => (
          <ChargeRow
            key={charge.chargeId}
            {...props}
            charge={charge}
            place={place}
            isNamed={isNamed(charge)}
            isOpen={isOpen}
            hasHand={place === first}
          />
        ))}
      <SaidRow sentence={sentenceUnder(form.trouble, linePlace(at, 'charges'))} />
      {isOpen ? <WhyRow form={form} line={line} at={at} send={send} /> : null}
    </>
  );
}

type ChargeRowProps = NamedProps & {
  charge: OpenCharge;
  place: number;
  isNamed: boolean;
  isOpen: boolean;
  /** The hand comes here first. */
  hasHand: boolean;
};

function ChargeRow(props: ChargeRowProps) {
  const { form, line, at, send, charge, place, isNamed, isOpen } = props;
  const field: AccountLineField = `charge-${charge.chargeId}`;
  const wrong = accountLine.wrongIn(line).find((one) => one.field === field);
  const text = line.named?.find((one) => one.chargeId === charge.chargeId)?.text ?? '';
  const told = text.trim() === '' ? null : (wrong?.sentence ?? null);
  const sentence = sentenceUnder(form.trouble, linePlace(at, field)) ?? told;
  return (
    <>
      <tr className="charge-line named-charge">
        <td className="narrow">{isOpen && place < 9 ? <kbd>{place + 1}</kbd> : null}</td>
        <td colSpan={2}>
          <div className="charge-name">
            {isOpen ? <Tick {...props} /> : null}
            <span>
              {say.charge[charge.kind]} <small>{charge.period}</small>
            </span>
          </div>
        </td>
        <td className="nowrap">
          <small>{naming.open(amount(charge.openCents))}</small>
        </td>
        <td className="n">
          {isNamed ? (
            <AmountCell
              label={naming.amount(nameOf(charge))}
              focusName={linePlace(at, field)}
              text={text}
              wrong={sentence !== null}
              onText={(typed) => send({ did: 'typedLine', line: at, field, text: typed })}
              onEnter={() => send({ did: 'acceptedLine', line: at, field })}
              onRemove={() => send({ did: 'toggledCharge', line: at, chargeId: charge.chargeId })}
            />
          ) : null}
        </td>
      </tr>
      <SaidRow sentence={sentence} />
    </>
  );
}

function nameOf(charge: OpenCharge): string {
  return `${say.charge[charge.kind]} ${charge.period}`;
}

/** Takes a charge or leaves it out, by Space here or by its digit from any of them. Enter goes on to the amounts. */
function Tick({ line, at, send, charge, place, isNamed, hasHand }: ChargeRowProps) {
  const toggle = ({ chargeId }: OpenCharge) => send({ did: 'toggledCharge', line: at, chargeId });
  const pressed = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    if (ctrlKey || metaKey || altKey || repeat) return;
    if (key === 'Enter') {
      event.preventDefault();
      send({ did: 'acceptedLine', line: at, field: 'charges' });
    }
    const other = /^[1-9]$/.test(key) ? line.account.charges[Number(key) - 1] : undefined;
    if (other) toggle(other);
  };
  return (
    <input
      type="checkbox"
      checked={isNamed}
      data-focus={hasHand ? linePlace(at, 'charges') : undefined}
      aria-label={naming.charge(place + 1, nameOf(charge), amount(charge.openCents))}
      onChange={() => toggle(charge)}
      onKeyDown={pressed}
    />
  );
}

function SaidRow({ sentence }: { sentence: string | null }) {
  if (!sentence) return null;
  return (
    <tr className="said">
      <td />
      <td colSpan={4}>
        <Wrong sentence={sentence} />
      </td>
    </tr>
  );
}

function WhyRow({ line, at, send }: NamedProps) {
  return (
    <tr className="line-fields">
      <td />
      <td colSpan={4}>
        <div className="naming-why">
          <SelectField
            label={naming.reason}
            focusName={linePlace(at, 'why')}
            value={whyOf(line)}
            options={NamedWhy.options.map((value) => ({ value, label: naming.whys[value] }))}
            onPick={(text) => send({ did: 'typedLine', line: at, field: 'why', text })}
            onEnter={() => send({ did: 'acceptedLine', line: at, field: 'why' })}
          />
          <span className="muted">
            <Keys keys="1–9" /> {naming.keys}
          </span>
          <span className="muted">
            <Keys keys="Ctrl+O" /> {naming.policy}
          </span>
        </div>
      </td>
    </tr>
  );
}
