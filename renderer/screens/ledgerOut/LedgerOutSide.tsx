import type { Dispatch } from 'react';
import type { GlLayout } from '#domain/glLayout';
import { amount, clockOrDay, count, mediumDay, shortName, weekday } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { Room } from '../../ui/Room.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { Approval } from '../approval/Approval.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { type Day, hiddenDrawers } from '../day/dayForm.ts';
import { Closing } from './Closing.tsx';
import { StateOfDay } from './DayTable.tsx';
import type { DayClose, DayListed, LedgerOutAction, LedgerOutForm } from './ledgerOutForm.ts';
import type { LedgerOutDeeds } from './useLedgerOutDeeds.ts';

type SideProps = {
  form: LedgerOutForm;
  send: Dispatch<LedgerOutAction>;
  day: DayListed | undefined;
  deeds: LedgerOutDeeds;
  /** The day as it stands, once it was told. */
  seen: Day | undefined;
};

/** The day on show: what closing it would do, how it goes out, and the one thing to do next. */
export function LedgerOutSide({ form, send, day, deeds, seen }: SideProps) {
  if (!day) return <section className="side" aria-label={words.details} />;
  return (
    <section className="side" aria-label={words.details}>
      <TitleRow title={`${weekday(day.day)}, ${mediumDay(day.day)}`}>
        <StateOfDay state={day.state} />
      </TitleRow>
      <Received {...{ day, seen }} station={form.station} told={deeds.told} />
      <WhoClosed day={day} />
      <Late day={day} />
      {deeds.refused === null ? null : <Wrong sentence={deeds.refused} />}
      {deeds.told ? (
        <Room label={words.closes.head} rows="li">
          <Closing told={deeds.told} station={form.station} />
        </Room>
      ) : null}
      <Stations {...{ form, send, deeds }} />
      <Typed {...{ form, send, deeds }} />
      <span className="push" />
      <Foot {...{ form, day, deeds }} />
    </section>
  );
}

type ReceivedProps = Pick<SideProps, 'seen'> & { day: DayListed; station: string | null; told: DayClose | undefined };

/** The day's money, as far as it may be told; of one station, whose money nobody tells apart, the receipts its close would seal. */
function Received({ day, seen, station, told }: ReceivedProps) {
  if (station === null)
    return (
      <Headline
        head={words.received(seen ? hiddenDrawers(seen).length : 0)}
        aside={words.closes.receipts(day.receipts)}
      >
        {seen ? amount(seen.totals.takenCents) : '…'}
      </Headline>
    );
  const sealed = told?.seals.reduce((total, { receipts }) => total + receipts, 0);
  return <Headline head={words.receiptsOf(station)}>{sealed === undefined ? '…' : count(sealed)}</Headline>;
}

function WhoClosed({ day: { closedByName, closedAt, approverName, words: why, stationsClosed } }: { day: DayListed }) {
  const { now, zone } = useStation();
  return (
    <>
      {closedByName !== null && closedAt !== null ? (
        <p className="pad muted">{words.closedBy(shortName(closedByName), clockOrDay(closedAt, zone, now))}</p>
      ) : null}
      {why === null ? null : (
        <p className="pad">
          {why} {approverName === null ? null : <span className="muted">{words.agreed(shortName(approverName))}</span>}
        </p>
      )}
      {stationsClosed.length > 0 ? <p className="pad muted">{words.byStations(stationsClosed.join(', '))}</p> : null}
    </>
  );
}

/** What of a closed day came after its seal: it keeps its date and posts elsewhere. */
function Late({ day: { late } }: { day: DayListed }) {
  return late.map(({ receipts, cents, postsTo }) => (
    <p key={postsTo ?? 'next'} className="pad with-mark">
      <Mark name="again" className="short" />
      <span>
        {words.late(receipts, cents === null ? null : amount(cents), postsTo === null ? null : mediumDay(postsTo))}
      </span>
    </p>
  ));
}

/** Whose day closes: the district's, or one station's before it. */
function Stations({ form, send, deeds: { stations } }: Omit<SideProps, 'day' | 'seen'>) {
  if (stations.length < 2) return null;
  return (
    <SelectField
      label={words.stations}
      focusName="station"
      value={form.station ?? ''}
      options={[
        { value: '', label: words.allStations },
        ...stations.map((station) => ({ value: station, label: station })),
      ]}
      onPick={(station) => send({ did: 'choseStation', station: station === '' ? null : station })}
      onEnter={() => send({ did: 'wentTo', place: form.reason === '' ? 'reason' : 'primary' })}
    />
  );
}

const LAYOUTS: readonly GlLayout[] = ['batch', 'day'];

/** The reason and a second person's yes where something is loose; how fine an export is. */
function Typed({ form, send, deeds }: Omit<SideProps, 'day' | 'seen'>) {
  if (!deeds.mayAct) return null;
  if (deeds.deed === 'export')
    return (
      <SelectField
        label={words.layout}
        focusName="layout"
        value={form.layout}
        options={LAYOUTS.map((value) => ({ value, label: words.layouts[value] }))}
        onPick={(layout) => send({ did: 'choseLayout', layout })}
        onEnter={() => send({ did: 'wentTo', place: 'primary' })}
      />
    );
  if (deeds.deed !== 'close' || (!deeds.isLoose && form.reason === '')) return null;
  return (
    <>
      <ReasonField
        label={words.reason}
        placeholder={words.reasonHint}
        value={form.reason}
        trouble={form.trouble}
        onText={(text) => send({ did: 'typedReason', text })}
        onEnter={() => send({ did: 'wentTo', place: form.reason.trim() === '' ? 'reason' : APPROVAL_PIN })}
      />
      <Approval
        place="office"
        form={form}
        send={send}
        mark={deeds.told?.mark ?? null}
        about={words.agrees}
        onEnter={() => send({ did: 'wentTo', place: 'primary' })}
      />
    </>
  );
}

function Foot({ form, day, deeds }: Omit<SideProps, 'send' | 'day' | 'seen'> & { day: DayListed }) {
  const { deed, mayAct, press, why } = deeds;
  const wrong = sentenceUnder(form.trouble, 'primary');
  if (!press || deed === null) return mayAct ? null : <p className="pad muted">{words.looksOnly}</p>;
  const labels = {
    close: words.seals(words.close(mediumDay(day.day), form.station), deeds.told),
    export: words.export(mediumDay(day.day)),
    look: words.look(day.glExport ?? 0),
  };
  return (
    <div className="foot">
      {wrong ? <Wrong sentence={wrong} /> : null}
      {form.done === null ? null : (
        <p className="pad" role="status">
          {form.done}
        </p>
      )}
      <PrimaryButton
        label={labels[deed]}
        keys="Ctrl+Enter"
        why={why}
        busy={form.busy}
        onPress={() => void press()}
        onWhy={() => void press()}
      />
    </div>
  );
}
