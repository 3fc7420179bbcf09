import type { Sync } from '#contract/shapes';
import { dayOf } from '#domain/businessDay';
import { clock, count, longDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { stopped as words } from '../../messages/stopped.ts';
import { Fact } from '../../ui/Fact.tsx';
import { Logo } from '../../ui/Mark.tsx';

/** A station that can no longer vouch for its journal: it takes no money, and says why and what to do. */
export function Stopped({ how }: { how: NonNullable<Sync['stopped']> }) {
  const { station, zone } = useStation();
  return (
    <Frame screen="stopped" actions={{}}>
      <section className="left" aria-label={words.title}>
        <p className="brand">
          <Logo /> <b>{say.product}</b> <span className="muted">{station.district}</span>
        </p>
        <div className="station-name">
          <h1>{words.title}</h1>
          <p>{words.why[how.why]}</p>
        </div>
        <dl className="facts">
          <Fact name={words.station}>{station.seriesLabel}</Fact>
          <Fact name={words.since}>{words.at(longDay(dayOf(how.at, zone)), clock(how.at, zone))}</Fact>
          {how.sequence === null ? null : <Fact name={words.from}>{count(how.sequence)}</Fact>}
          <Fact name={words.unsent}>{say.plural(station.sync.unsent, 'entry', 'entries')}</Fact>
        </dl>
        <span className="push" />
        <p className="pad faint">{words.kept}</p>
      </section>
      <section className="side" aria-label={words.what}>
        <h2>{words.what}</h2>
        <ol className="what-to-do">
          {(how.why === 'damaged' ? words.stepsOfDamaged : words.steps).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}
