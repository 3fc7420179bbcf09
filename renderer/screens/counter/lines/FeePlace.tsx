import { items } from '../../../messages/lines.ts';
import { useQuery } from '../../../page.ts';
import { PickField } from '../../../ui/PickField.tsx';
import { linePlace } from '../places.ts';
import { placesFound } from './chartPlaces.ts';
import { type FeeFieldProps, wrongUnder } from './feeField.ts';

const LENGTH_MAX = 100;

/** Where the money goes, for a type that leaves it to the cashier: a place of the loaded chart, by code or name. */
export function FeePlace(props: FeeFieldProps) {
  const { line, at, field, send } = props;
  const chart = useQuery('chart', {}).value?.places ?? [];
  const found = line.place ? [] : placesFound(chart, line.placeText);
  const take = (key: string) => {
    const place = found.find((one) => keyOf(one) === key);
    if (place) send({ did: 'pickedPlace', line: at, place });
  };
  return (
    <PickField
      label={items.labels.goesTo}
      focusName={linePlace(at, field)}
      value={line.placeText}
      placeholder={items.hints.goesTo}
      maxLength={LENGTH_MAX}
      choices={found.map((place) => ({ key: keyOf(place), name: place.name, detail: keyOf(place) }))}
      list={items.found(items.labels.goesTo)}
      wrong={wrongUnder(props)}
      onText={(typed) => send({ did: 'typedLine', line: at, field, text: typed })}
      onPick={take}
      onEnter={() => send({ did: 'acceptedLine', line: at, field })}
    />
  );
}

function keyOf({ fund, bars }: { fund: string; bars: string }): string {
  return `${fund} · ${bars}`;
}
