import type { Dispatch } from 'react';
import { clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { held as words } from '../../messages/held.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { WhySettled } from '../safe/WhySettled.tsx';
import type { HeldAction, HeldForm, HeldRow } from './heldForm.ts';
import type { Deciding } from './useDecision.ts';

type HeldSideProps = {
  form: HeldForm;
  send: Dispatch<HeldAction>;
  row: HeldRow | undefined;
  deciding: Deciding;
};

/** Why the entry on show is held, and what becomes of all that belong to it. */
export function HeldSide({ form, send, row, deciding }: HeldSideProps) {
  return (
    <section className="side" aria-label={words.deciding}>
      {form.done === null ? null : (
        <p className="pad" role="status">
          {form.done}
        </p>
      )}
      {row?.what === 'stray' ? <StraySaid row={row} /> : null}
      {row?.what === 'parked' ? <ParkedSaid row={row} /> : null}
      {row ? <Decided {...{ form, send, deciding }} /> : null}
    </section>
  );
}

function StraySaid({ row: { stray, station } }: { row: HeldRow & { what: 'stray' } }) {
  const { now, zone } = useStation();
  return (
    <>
      <TitleRow title={words.entry(station, stray.sequence)}>{words.kind(stray.kind)}</TitleRow>
      <p className="pad muted">{words.came(stray.why, clockOrDay(stray.receivedAt, zone, now))}</p>
    </>
  );
}

function ParkedSaid({ row: { station, parked } }: { row: HeldRow & { what: 'parked' } }) {
  return (
    <>
      <TitleRow title={words.entry(station, parked.sequence)}>{words.kind(parked.kind)}</TitleRow>
      <p className="pad">{words.parkedWhy(parked.why)}</p>
      <p className="pad muted">{parked.detail}</p>
    </>
  );
}

type DecidedProps = Omit<HeldSideProps, 'row'>;

function Decided({ form, send, deciding }: DecidedProps) {
  const { decision, count, unknown, asked, without, why, label, press } = deciding;
  if (decision === null) return <p className="pad muted">{words.looksOnly}</p>;
  const said = { ...words, reasonHint: words.reasonHints[decision], only: words.only[decision] };
  const wrong = sentenceUnder(form.trouble, 'primary');
  return (
    <>
      <h2 className="pad">
        {words.head[decision]}: {words.entries(count)}
      </h2>
      <p className="pad muted">{words.note[decision]}</p>
      {unknown > 0 ? <p className="pad">{words.unknown(unknown)}</p> : null}
      <WhySettled {...{ form, send, asked, without }} words={said} />
      <div className="foot">
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton keys="Ctrl+Enter" {...{ label, why }} busy={form.busy} onPress={press} onWhy={press} />
      </div>
    </>
  );
}
