import type { Output } from '#contract/contract';
import { CheckNote } from '#domain/refusedTender';
import { amount, clockOrDay, shortName } from '../format.ts';
import { useStation } from '../frame/station.ts';
import { say } from '../messages/en.ts';
import { turnedAway as words } from '../messages/options.ts';
import { useQuery } from '../page.ts';
import { CloseButton } from '../ui/CloseButton.tsx';
import { Columns } from '../ui/Columns.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Room } from '../ui/Room.tsx';

const { columns } = words;
const COLUMNS = [
  { name: columns.time },
  { name: columns.what },
  { name: columns.why },
  { name: columns.by },
  { name: columns.amount, right: true },
] as const;

/** What cashiers of this station turned away, for whoever is signed in: who, when, why, and the steps with a suspect note. */
export function TurnedAwayList({ onClose }: { onClose: () => void }) {
  const refused = useQuery('refusedTenders', {}).value?.refused;
  return (
    <Dialog title={words.listTitle} wide onClose={onClose} foot={<CloseButton onClose={onClose} />}>
      {refused?.length === 0 ? <p className="pad muted">{words.none}</p> : null}
      {refused && refused.length > 0 ? (
        <Room label={words.list}>
          <table className="turned-away-list">
            <Columns of={COLUMNS} />
            <tbody>
              {refused.map((one) => (
                <Row key={`${one.at} ${one.byName} ${one.refused.why}`} one={one} />
              ))}
            </tbody>
          </table>
        </Room>
      ) : null}
    </Dialog>
  );
}

type One = Output<'refusedTenders'>['refused'][number];

function Row({ one: { at, byName, refused, steps, words: said } }: { one: One }) {
  const { now, zone } = useStation();
  const isNote = refused.why === 'counterfeit';
  const detail = [isNote ? words.done(steps.length, CheckNote.options.length) : '', said].filter(Boolean).join(' · ');
  return (
    <tr>
      <td className="nowrap num">{clockOrDay(at, zone, now)}</td>
      <td className="nowrap">{say.tender[refused.tender]}</td>
      <td>
        <span>{words.why[refused.why]}</span> <small>{detail}</small>
      </td>
      <td className="nowrap">{shortName(byName)}</td>
      <td className="n">{refused.cents === null ? '' : amount(refused.cents)}</td>
    </tr>
  );
}
