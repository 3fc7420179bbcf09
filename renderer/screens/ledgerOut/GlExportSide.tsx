import type { Dispatch } from 'react';
import type { GlExport } from '#contract/glCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { useSteadyQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { ScannedReceipt } from '../ScannedReceipt.tsx';
import type { GlExportAction, GlExportForm } from './glExportForm.ts';
import { Trace } from './Trace.tsx';

type SideProps = {
  number: number;
  form: GlExportForm;
  send: Dispatch<GlExportAction>;
  told: GlExport | undefined;
  save: (() => void) | undefined;
};

/** The line on show with the entries that make it, the way from a receipt to its lines, and the file. */
export function GlExportSide({ number, form, send, told, save }: SideProps) {
  return (
    <section className="side" aria-label={words.details}>
      <MadeOf number={number} line={form.line} />
      <Trace number={number} form={form} send={send} />
      <span className="push" />
      <div className="foot">
        {told ? <WhoExported told={told} /> : null}
        {form.trouble ? <Wrong sentence={form.trouble} /> : null}
        {form.saved === null ? null : (
          <p className="pad" role="status">
            {words.saved(form.saved)}
          </p>
        )}
        <PrimaryButton
          label={words.save(number)}
          keys="Ctrl+Enter"
          why={save ? null : words.why}
          busy={form.busy}
          onPress={() => save?.()}
        />
      </div>
    </section>
  );
}

function WhoExported({ told: { exportedByName, exportedAt, sha256 } }: { told: GlExport }) {
  const { now, zone } = useStation();
  return (
    <p className="pad muted">
      {words.by(shortName(exportedByName), clockOrDay(exportedAt, zone, now))}{' '}
      <small title={sha256}>{words.sum(sha256.slice(0, 12))}</small>
    </p>
  );
}

function MadeOf({ number, line }: { number: number; line: number }) {
  const { now, zone } = useStation();
  const told = useSteadyQuery('glLine', { number, line, most: 100 }).value;
  if (!told) return null;
  const { side, cents, fund, bars, name } = told.line;
  return (
    <>
      <TitleRow title={words.line(told.line.line)}>
        {fund} {bars}
      </TitleRow>
      <Headline head={name} aside={words.side[side]}>
        {amount(cents)}
      </Headline>
      <Room label={words.entries}>
        <ul className="gl-list">
          {told.entries.map((entry) => (
            <li key={`${entry.journal} ${entry.sequence}`}>
              <span>
                {entry.label ?? words.entry(entry.journal, entry.sequence)}
                <small>
                  {words.kind(entry.kind)}, {shortName(entry.byName)}, {clockOrDay(entry.at, zone, now)}
                </small>
                {entry.file ? <ScannedReceipt file={entry.file} /> : null}
              </span>
              <span className="num end">{amount(entry.cents)}</span>
            </li>
          ))}
        </ul>
        {told.more ? <p className="muted">{words.more(told.entries.length)}</p> : null}
      </Room>
    </>
  );
}
