import type { Output } from '#contract/contract';
import { mediumDay } from '../../format.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { DocumentNamed } from '../DocumentNamed.tsx';
import type { Route } from '../route.ts';

type TraceFoundProps = {
  told: Output<'traced'> /** Where back leads. */;
  from: Route;
  onOpen: (number: number, line: number) => void;
};

/** Its batch, its deposits, the close of its day and its lines: each opens. */
export function TraceFound({ told, from, onOpen }: TraceFoundProps) {
  const { found } = words;
  return (
    <>
      <dl className="facts">
        <dt>{found.batch}</dt>
        <dd>{told.batch === null ? found.nothing : <DocumentNamed label={told.batch} from={from} />}</dd>
        <dt>{found.deposit}</dt>
        <dd className="gl-of">
          {told.deposits.map(({ deposit }) => (
            <DocumentNamed key={deposit} label={deposit} from={from} />
          ))}
          {told.deposits.length === 0 ? found.nothing : null}
        </dd>
        <dt>{found.closed}</dt>
        <dd>{told.closedWith === null ? found.notClosed : mediumDay(told.closedWith)}</dd>
      </dl>
      {told.lines.length === 0 ? <p className="pad muted">{found.none}</p> : null}
      <ul className="gl-list">
        {told.lines.map((line) => (
          <li key={`${line.export} ${line.line}`}>
            <button type="button" className="bare" onClick={() => onOpen(line.export, line.line)}>
              {found.line(line.export, line.line)}
            </button>
            <span className="muted end">
              {line.fund} {line.bars}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
