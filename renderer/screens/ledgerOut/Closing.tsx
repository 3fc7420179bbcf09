import type { LooseEnd } from '#contract/dayCalls';
import { clockOrDay, mediumDay, shortDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { DayClose } from './ledgerOutForm.ts';

/** What closing a day would do: every loose end by its name, and where each journal is sealed. */
export function Closing({ told, station }: { told: DayClose; station: string | null }) {
  const { seals, looseEnds, looseEndsInAll } = told;
  const { closes } = words;
  return (
    <div className="closing">
      {station === null ? null : <p className="muted">{closes.alone(station)}</p>}
      {looseEnds.length === 0 ? (
        <p className="with-mark">
          <Mark name="tick" className="good" /> {closes.orderly}
        </p>
      ) : (
        <LooseEnds ends={looseEnds} inAll={looseEndsInAll} />
      )}
      <section>
        <h2>{closes.seals}</h2>
        <ul className="gl-list">
          {seals.map(({ station, sequence, receipts }) => (
            <li key={station}>
              <span>{station}</span>
              <span>{closes.entry(sequence)}</span>
              <span className="muted end">{closes.receipts(receipts)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="muted">
        {station === null ? `${alsoCloses(told)} ` : ''}
        {closes.late}
      </p>
    </div>
  );
}

/** What else closes with it: earlier days that are open. */
function alsoCloses({ day, previous }: DayClose): string {
  return previous === null ? words.closes.first : words.closes.with(mediumDay(previous), mediumDay(day));
}

function LooseEnds({ ends, inAll }: { ends: readonly LooseEnd[]; inAll: number }) {
  const { loose } = words;
  return (
    <section>
      <h2>{loose.head(inAll)}</h2>
      <ul className="gl-list">
        {ends.map((end) => (
          <li key={`${end.why} ${end.station} ${end.batch} ${end.drawers}`}>
            <Mark name="warning" className="short" />
            <span>
              {loose.why[end.why]}
              <LooseFacts end={end} />
            </span>
          </li>
        ))}
      </ul>
      {inAll > ends.length ? <p className="muted">{loose.more(inAll - ends.length)}</p> : null}
    </section>
  );
}

function LooseFacts({ end }: { end: LooseEnd }) {
  const { now, zone } = useStation();
  const { why, station, batch, drawers, cashierName, businessDay, entries, heardAt } = end;
  const heard = heardAt === null ? words.loose.never : words.loose.heard(clockOrDay(heardAt, zone, now));
  const facts = [
    drawers === null ? (batch ?? station) : words.loose.drawers(...drawers),
    cashierName === null ? null : shortName(cashierName),
    businessDay === null ? null : shortDay(businessDay),
    entries === null ? null : words.loose.entries(entries),
    why === 'station_silent' ? heard : null,
  ];
  return <small>{facts.filter((fact) => fact !== null).join(', ')}</small>;
}
