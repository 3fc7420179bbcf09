import { clock, count, shortName } from '../format.ts';
import { say } from '../messages/en.ts';
import { frame } from '../messages/frame.ts';
import { Mark } from '../ui/Mark.tsx';
import { careOf, type DrawerSaid, drawerSaid } from './drawerSaid.ts';
import type { Station } from './station.ts';

/** Which station, who is signed in, whose drawer, how many receipts, what is not sent yet, what time it is. */
export function StatusBar({ station, now }: { station: Station; now: number }) {
  if (station.state !== 'ready') return <BareBar station={station} />;
  const of = drawerSaid(station);
  return (
    <header className="status">
      <span>
        {frame.station} <b>{station.seriesLabel}</b>
      </span>
      {station.person && !(of && 'drawer' in of) ? (
        <span>
          {say.role[station.person.role]} <b>{shortName(station.person.name)}</b>
        </span>
      ) : null}
      <DrawerFacts of={of} station={station} />
      {station.training ? (
        <span className="pill" data-tone="warn">
          {frame.training}
        </span>
      ) : null}
      <span className="status-right">
        {of && 'drawer' in of ? (
          <span>
            {frame.receipts} <b className="num">{count(of.drawer.receipts)}</b>
          </span>
        ) : null}
        <Sent station={station} />
        <span className="num">{clock(now, station.timeZone)}</span>
      </span>
    </header>
  );
}

function DrawerFacts({ of, station }: { of: DrawerSaid; station: Station }) {
  if (of === null) return null;
  if ('said' in of) return <span>{of.said}</span>;
  const { drawer } = of;
  return (
    <>
      <span>
        {frame.drawer} <b>{frame.drawerState[drawer.state]}</b> · {careOf(drawer, station)}
      </span>
      <span className="roomy">
        {frame.batch} <b>{drawer.batch}</b>
      </span>
    </>
  );
}

/** Before the district's data is there, only what the machine knows of itself. */
function BareBar({ station }: { station: Station }) {
  return (
    <header className="status">
      {station.seriesLabel ? (
        <span>
          {frame.station} <b>{station.seriesLabel}</b>
        </span>
      ) : (
        <span>{station.training ? frame.training : frame.notEnrolled}</span>
      )}
    </header>
  );
}

/** What of the journal the ledger has not acknowledged, in a mark and a word. */
export function Sent({ station }: { station: Station }) {
  const { unsent, state } = station.sync;
  if (unsent === 0 && state === 'connecting') {
    return (
      <span>
        <Mark name="none" /> {frame.connecting}
      </span>
    );
  }
  if (unsent === 0) {
    return (
      <span>
        <Mark name="sent" /> {frame.allSent}
      </span>
    );
  }
  return (
    <span>
      <Mark name={state === 'refused' || state === 'keyless' ? 'cross' : 'unsent'} />
      <b className="num">{count(unsent)}</b> {frame.unsent}
    </span>
  );
}
