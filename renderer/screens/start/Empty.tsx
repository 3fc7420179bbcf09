import type { ReactNode } from 'react';
import type { Sync } from '#contract/shapes';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { signIn } from '../../messages/signIn.ts';
import { Logo, Mark, type MarkName } from '../../ui/Mark.tsx';

type WaitingProps = { title: string; words: string; note: string; children?: ReactNode };

const MARKS: Record<Sync['state'], MarkName> = {
  connecting: 'none',
  online: 'sent',
  offline: 'none',
  refused: 'cross',
  keyless: 'cross',
};

/** Enrolled, but people, accounts and charges have not come down yet. */
export function Empty() {
  const { station } = useStation();
  const words = signIn.empty;
  const { state } = station.sync;
  return (
    <Waiting title={words.title} words={words.words(station.seriesLabel)} note={words.ask}>
      <p className="pad with-mark" role="status">
        <Mark name={MARKS[state]} /> {words.state[state]}
      </p>
    </Waiting>
  );
}

/** A training station makes itself: nobody is asked for a ledger or a token. */
export function Preparing() {
  const words = signIn.preparing;
  return <Waiting title={words.title} words={words.words} note={words.note} />;
}

function Waiting({ title, words, note, children }: WaitingProps) {
  const { station } = useStation();
  return (
    <Frame screen="empty" actions={{}}>
      <section className="left" aria-label={title}>
        <p className="brand">
          <Logo /> <b>{say.product}</b> <span className="muted">{station.district}</span>
        </p>
        <div className="station-name">
          <h1>{title}</h1>
          <p>{words}</p>
        </div>
        {children}
        <span className="push" />
        <p className="pad faint">{note}</p>
      </section>
      <section className="side" aria-label={say.product} />
    </Frame>
  );
}
