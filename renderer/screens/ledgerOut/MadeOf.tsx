import type { Output } from '#contract/contract';
import { GL_MAX } from '#contract/glCalls';
import { handoffInWords } from '#domain/officeWords';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { refusedIn } from '../../store.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { DocumentNamed } from '../DocumentNamed.tsx';
import type { Route } from '../route.ts';
import { ScannedReceipt } from '../ScannedReceipt.tsx';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import type { GlLine } from './glExportForm.ts';

type Told = Output<'glLine'>;
type MadeOfProps = {
  number: number;
  line: number;
  /** The line as the list has it, once it has come. */
  listed: GlLine | undefined;
};

/** The line on show, and the entries that make it. Nothing of another line stands here while they are asked for. */
export function MadeOf({ number, line, listed }: MadeOfProps) {
  const asked = useRestedQuery('glLine', { number, line, most: GL_MAX });
  const told = asked.value;
  const of = told?.line ?? listed;
  const from: Route = { at: 'glExport', number, line };
  return (
    <>
      <TitleRow title={words.line(line)}>{of ? `${of.fund} ${of.bars}` : ''}</TitleRow>
      {of ? <LineHead of={of} from={from} /> : null}
      {told ? (
        <Entries told={told} from={from} />
      ) : (
        <p className="pad muted" role="status">
          {refusedIn(asked) ?? words.asking}
        </p>
      )}
    </>
  );
}

function LineHead({ of: { side, cents, name, batch, deposit }, from }: { of: GlLine; from: Route }) {
  return (
    <>
      <Headline head={name} aside={words.side[side]}>
        {amount(cents)}
      </Headline>
      {batch || deposit ? (
        <p className="pad gl-of">
          {batch ? <DocumentNamed label={batch} from={from} /> : null}
          {deposit ? <DocumentNamed label={deposit} from={from} /> : null}
        </p>
      ) : null}
    </>
  );
}

const { columns } = words;
const COLUMNS = [
  { name: columns.entry },
  ...[columns.debit, columns.credit].map((name) => ({ name, right: true as const })),
];

/** Entry by entry, on the line's side, down to what the line says. */
function Entries({ told: { line, entries, more }, from }: { told: Told; from: Route }) {
  const shown = entries.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <>
      <Room label={words.entries} rows="tbody tr">
        <table className="gl-entries">
          <Columns of={COLUMNS} />
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.journal} ${entry.sequence}`}>
                <MadeBy entry={entry} from={from} />
                <Sides side={line.side} cents={entry.cents} />
              </tr>
            ))}
            {more ? (
              <tr>
                <td className="muted">{words.others}</td>
                <Sides side={line.side} cents={line.cents - shown} />
              </tr>
            ) : null}
          </tbody>
        </table>
      </Room>
      {/* In sight also while the entries scroll. */}
      <div className="row gl-sum">
        <b>{words.all(entries.length, more)}</b>
        <span>
          {words.side[line.side]} <b className="num">{amount(more ? line.cents : shown)}</b>
        </span>
      </div>
    </>
  );
}

function Sides({ side, cents }: Pick<GlLine, 'side' | 'cents'>) {
  return (
    <>
      <td className="n">{side === 'debit' ? amount(cents) : ''}</td>
      <td className="n">{side === 'credit' ? amount(cents) : ''}</td>
    </>
  );
}

/** One entry that makes the line. */
function MadeBy({ entry, from }: { entry: Told['entries'][number]; from: Route }) {
  const { now, zone } = useStation();
  const { journal, sequence, label, receipt, kind, handoff, byName, at, file } = entry;
  return (
    <td>
      {label === null ? words.entry(journal, sequence) : <DocumentNamed label={label} receipt={receipt} from={from} />}
      <small>
        {handoff ? words.settled(handoffInWords(handoff)) : words.kind(kind)}, {shortName(byName)},{' '}
        {clockOrDay(at, zone, now)}
      </small>
      {file ? <ScannedReceipt file={file} /> : null}
    </td>
  );
}
