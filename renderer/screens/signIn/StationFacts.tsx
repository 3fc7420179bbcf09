import { dayOf } from '#domain/businessDay';
import { clock, clockOrDay, longDay, shortName } from '../../format.ts';
import { type Here, useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { overlay } from '../../messages/overlay.ts';
import { signIn } from '../../messages/signIn.ts';
import { Fact } from '../../ui/Fact.tsx';
import { Logo, Mark } from '../../ui/Mark.tsx';

/** What this station is and how it stands, before anybody has signed in. */
export function StationFacts() {
  const here = useStation();
  const { station } = here;
  const words = signIn.facts;
  return (
    <section className="left">
      <p className="brand">
        <Logo /> <b>{say.product}</b> <span className="muted">{station.district}</span>
      </p>
      <div className="station-name">
        <h1>{signIn.station(station.seriesLabel)}</h1>
        <p>{longDay(station.today)}</p>
      </div>
      <dl className="facts">
        <DrawerFacts here={here} />
        <Fact name={station.training ? words.lastTraining : words.lastReceipt}>
          {station.lastReceipt
            ? signIn.at(station.lastReceipt.label, clockOrDay(station.lastReceipt.issuedAt, here.zone, here.now))
            : signIn.noReceipt}
        </Fact>
        <Fact name={words.sent}>
          <SentWords here={here} />
        </Fact>
        <Fact name={words.accounts}>
          {station.training ? `${signIn.made}, ${accountsAsOf(here)}` : capital(accountsAsOf(here))}
        </Fact>
        <Fact name={words.printer}>
          {station.printer.name}, {overlay.printerState[station.printer.state]}
        </Fact>
      </dl>
      <span className="push" />
      <p className="pad faint">{station.training ? signIn.noteTraining : signIn.noteMoney}</p>
    </section>
  );
}

function DrawerFacts({ here }: { here: Here }) {
  const { station, zone, now } = here;
  if (station.openDrawers.length > 0) {
    return station.openDrawers.map((drawer) => (
      <Fact key={drawer.drawer} name={`${signIn.facts.drawer} ${drawer.drawer}`}>
        {drawer.state === 'parked'
          ? signIn.parkedBy(shortName(drawer.cashierName))
          : signIn.careOf(
              signIn.state[drawer.state],
              shortName(drawer.cashierName),
              clockOrDay(drawer.openedAt, zone, now),
            )}
      </Fact>
    ));
  }
  const { lastClose } = station;
  return (
    <Fact name={signIn.facts.drawer}>
      {lastClose
        ? signIn.closed(
            longDay(dayOf(lastClose.closedAt, zone)).replace(/, \d{4}$/, ''),
            clock(lastClose.closedAt, zone),
            shortName(lastClose.cashierName),
          )
        : signIn.never}
    </Fact>
  );
}

function SentWords({ here }: { here: Here }) {
  const { state, unsent } = here.station.sync;
  if (state === 'refused') {
    return (
      <>
        <Mark name="cross" className="short" /> {signIn.refused}
      </>
    );
  }
  return (
    <>
      <Mark name={unsent === 0 ? 'sent' : 'unsent'} className={unsent === 0 ? 'good' : ''} />
      {unsent === 0 ? signIn.allSent : signIn.notSent(unsent)}
    </>
  );
}

function accountsAsOf({ station, zone, now }: Here): string {
  const { accountsAsOf: at } = station.sync;
  // The ledger has not said yet that all is here.
  if (at === 0) return signIn.coming;
  return signIn.asOf(clockOrDay(at, zone, now), Math.floor((now - at) / 60_000));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
