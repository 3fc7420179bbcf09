import { clock, count, shortName } from '../format.ts';
import { frame } from '../messages/frame.ts';
import { Mark } from '../ui/Mark.tsx';
import type { Station } from './station.ts';

/** Which station, whose drawer, how many receipts, what is not sent yet, what time it is. */
export function StatusBar({ station, now }: { station: Station; now: number }) {
  if (station.state !== 'ready') return <BareBar station={station} />;
  const drawer = station.drawer ?? (station.person ? null : onlyOne(station.openDrawers));
  return (
    <header className="status">
      <span>
        {frame.station} <b>{station.seriesLabel}</b>
      </span>
      {drawer ? (
        <>
          <span>
            {frame.drawer} <b>{frame.drawerState[drawer.state]}</b> ·{' '}
            {frame.since(shortName(drawer.cashierName), clock(drawer.openedAt, station.timeZone))}
          </span>
          <span className="roomy">
            {frame.batch} <b>{drawer.batch}</b>
          </span>
        </>
      ) : (
        <span>
          {frame.drawer} <b>{frame.drawerState.closed}</b>
        </span>
      )}
      {station.training ? (
        <span className="pill" data-tone="warn">
          {frame.training}
        </span>
      ) : null}
      <span className="status-right">
        {drawer ? (
          <span>
            {frame.receipts} <b className="num">{count(drawer.receipts)}</b>
          </span>
        ) : null}
        <Sent station={station} />
        <span className="num">{clock(now, station.timeZone)}</span>
      </span>
    </header>
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
      <Mark name={state === 'refused' ? 'cross' : 'unsent'} />
      <b className="num">{count(unsent)}</b> {frame.unsent}
    </span>
  );
}

function onlyOne<T>(of: readonly T[]): T | null {
  return of.length === 1 ? (of[0] ?? null) : null;
}
