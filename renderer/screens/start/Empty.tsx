import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { signIn } from '../../messages/signIn.ts';
import { Logo, Mark } from '../../ui/Mark.tsx';

/** Enrolled, but people, accounts and charges have not come down yet. */
export function Empty() {
  const { station } = useStation();
  const words = signIn.empty;
  const { state } = station.sync;
  return (
    <Frame screen="empty" actions={{}}>
      <section className="left">
        <p className="brand">
          <Logo /> <b>Counterfoil</b> <span className="muted">{station.district}</span>
        </p>
        <div className="station-name">
          <h1>{words.title}</h1>
          <p>{words.words(station.seriesLabel)}</p>
        </div>
        <p className="pad with-mark" role="status">
          <Mark name={state === 'online' ? 'sent' : state === 'offline' ? 'none' : 'cross'} /> {words.state[state]}
        </p>
        <span className="push" />
        <p className="pad faint">{words.ask}</p>
      </section>
      <section className="side" />
    </Frame>
  );
}
