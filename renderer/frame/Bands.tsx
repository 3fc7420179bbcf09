import { useSyncExternalStore } from 'react';
import { clock } from '../format.ts';
import type { Screen } from '../keymap.ts';
import { frame } from '../messages/frame.ts';
import { usePage } from '../page.ts';
import { Band } from '../ui/Band.tsx';
import { DrawerBands } from './DrawerBands.tsx';
import { MailBand } from './MailBand.tsx';
import { type Station, useStation } from './station.ts';

/** States that last: training, a lost station, no network, a ledger that refused, a printer that cannot. */
export function Bands({ station, screen }: { station: Station; screen: Screen }) {
  const { client, notice, unfinished } = usePage();
  const refused = useSyncExternalStore(notice.watch, notice.read);
  const kept = useSyncExternalStore(unfinished.watch, unfinished.kept);
  const answers = useSyncExternalStore(client.watch, client.answers);
  return (
    <section className="bands" aria-label={frame.bands}>
      {station.training ? (
        <Band
          tone="training"
          head={station.seriesLabel ? frame.trainingBand(station.seriesLabel) : frame.trainingSoon}
        />
      ) : null}
      {answers ? null : (
        <Band tone="short" head={frame.lostHead}>
          {frame.lost}
        </Band>
      )}
      {kept ? (
        <Band tone="warn" head={frame.notReloaded}>
          {frame.loss[kept]}
        </Band>
      ) : null}
      {refused ? (
        <Band tone="short" head={frame.notDone}>
          {refused}
        </Band>
      ) : null}
      <LedgerBand station={station} screen={screen} />
      <SecondCopyBand station={station} />
      <DiskBand station={station} />
      <RecoveredBand station={station} />
      {station.person ? <PrinterBand station={station} /> : null}
      {screen === 'counter' ? <DrawerBands station={station} /> : null}
      {station.person ? <MailBand station={station} /> : null}
    </section>
  );
}

function LedgerBand({ station, screen }: { station: Station; screen: Screen }) {
  const { state, since, refusedAtSequence } = station.sync;
  if (state === 'refused') {
    return (
      <Band tone="short" head={frame.refusedHead(refusedAtSequence)}>
        {frame.refusedSay}
      </Band>
    );
  }
  if (state === 'keyless') {
    return (
      <Band tone="short" head={frame.keylessHead}>
        {frame.keylessSay}
      </Band>
    );
  }
  if (state === 'online' || state === 'connecting') return null;
  return (
    <Band tone="warn" head={frame.offlineHead(clock(since, station.timeZone))}>
      {offlineWords(station, screen)}
    </Band>
  );
}

/** Every screen says so: who works here should know that there is one copy only of what is recorded now. */
function SecondCopyBand({ station }: { station: Station }) {
  const { secondCopy, timeZone } = station;
  if (secondCopy === null) return null;
  return (
    <Band tone="warn" head={frame.secondCopyHead(secondCopy.entries, clock(secondCopy.since, timeZone))}>
      {secondCopy.why ?? frame.secondCopySlow} {frame.secondCopySay}
    </Band>
  );
}

function RecoveredBand({ station }: { station: Station }) {
  const { recovered, timeZone } = station;
  if (recovered === null) return null;
  return (
    <Band tone="warn" head={frame.recoveredHead(recovered.entries, clock(recovered.at, timeZone))}>
      {frame.recoveredSay[recovered.why]}
    </Band>
  );
}

function DiskBand({ station }: { station: Station }) {
  const { disk } = station;
  if (disk === null) return null;
  return (
    <Band tone={disk.state === 'full' ? 'short' : 'warn'} head={frame.diskHead[disk.state](disk.freeMb)}>
      {frame.diskSay[disk.state]}
    </Band>
  );
}

function offlineWords(station: Station, screen: Screen): string {
  switch (screen) {
    case 'find':
      return frame.offline.find(clock(station.sync.accountsAsOf, station.timeZone));
    case 'void':
    case 'correct':
    case 'refund':
    case 'reverse':
      return frame.offline.void;
    case 'signIn':
    case 'open':
      return frame.offline.signIn;
    case 'count':
    case 'compare':
    case 'closed':
      return frame.offline.close;
    default:
      return frame.offline.counter;
  }
}

/** A printer that is busy with something else gets on by itself within this time; one with a jam does not. */
const STUCK_MS = 5_000;

function PrinterBand({ station }: { station: Station }) {
  const { state, name, waiting, stuckSince } = station.printer;
  const { now } = useStation();
  if (state === 'ready') return null;
  if (state === 'busy' && (stuckSince === null || now - stuckSince < STUCK_MS)) return null;
  return (
    <Band tone="warn" head={frame.printerHead[state](name)}>
      {frame.waiting(waiting)} {state === 'busy' ? frame.jam : ''}
    </Band>
  );
}
