import type { Dispatch } from 'react';
import type { Output } from '#contract/contract';
import type { GlExport } from '#contract/glCalls';
import { handoffInWords } from '#domain/officeWords';
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
import { DocumentNamed, type GlPlace } from './DocumentNamed.tsx';
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
  const told = useSteadyQuery('glLine', { number, line, most: 100 }).value;
  if (!told) return null;
  const { side, cents, fund, bars, name, batch, deposit } = told.line;
  const from = { number, line };
  return (
    <>
      <TitleRow title={words.line(told.line.line)}>
        {fund} {bars}
      </TitleRow>
      <Headline head={name} aside={words.side[side]}>
        {amount(cents)}
      </Headline>
      {batch || deposit ? (
        <p className="pad gl-of">
          {batch ? <DocumentNamed label={batch} from={from} /> : null}
          {deposit ? <DocumentNamed label={deposit} from={from} /> : null}
        </p>
      ) : null}
      <Room label={words.entries} rows="li">
        <ul className="gl-list">
          {told.entries.map((entry) => (
            <MadeBy key={`${entry.journal} ${entry.sequence}`} entry={entry} from={from} />
          ))}
        </ul>
        {told.more ? <p className="muted">{words.more(told.entries.length)}</p> : null}
      </Room>
    </>
  );
}

/** One entry that makes the line. */
function MadeBy({ entry, from }: { entry: Output<'glLine'>['entries'][number]; from: GlPlace }) {
  const { now, zone } = useStation();
  const { journal, sequence, label, kind, handoff, byName, at, file, cents } = entry;
  return (
    <li>
      <span>
        {label === null ? words.entry(journal, sequence) : <DocumentNamed label={label} from={from} />}
        <small>
          {handoff ? words.settled(handoffInWords(handoff)) : words.kind(kind)}, {shortName(byName)},{' '}
          {clockOrDay(at, zone, now)}
        </small>
        {file ? <ScannedReceipt file={file} /> : null}
      </span>
      <span className="num end">{amount(cents)}</span>
    </li>
  );
}
