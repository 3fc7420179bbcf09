import type { Dispatch } from 'react';
import type { Output } from '#contract/contract';
import { mediumDay } from '../../format.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { Field } from '../../ui/Field.tsx';
import { useGo } from '../route.ts';
import { DocumentNamed, type GlPlace } from './DocumentNamed.tsx';
import type { GlExportAction, GlExportForm } from './glExportForm.ts';

type TraceProps = { number: number; form: GlExportForm; send: Dispatch<GlExportAction> };

/** From a receipt, a batch or a deposit to its deposits, the close of its day, and its lines. */
export function Trace({ number, form, send }: TraceProps) {
  const go = useGo();
  const asked = useQuery('traced', form.label === null ? null : { label: form.label });
  const told = asked.value;
  const open = (to: number, line: number) =>
    to === number ? send({ did: 'chose', line }) : go({ go: { at: 'glExport', number: to, line } });
  return (
    <section className="trace" aria-label={words.find}>
      <Field
        label={words.find}
        focusName="trace"
        maxLength={24}
        placeholder={words.findHint}
        scan="here"
        value={form.text}
        wrong={refusedIn(asked)}
        onText={(text) => send({ did: 'typed', text })}
        onEnter={() => send({ did: 'looked' })}
      />
      {told ? <Found told={told} from={{ number, line: form.line }} onOpen={open} /> : null}
    </section>
  );
}

type FoundProps = { told: Output<'traced'>; from: GlPlace; onOpen: (number: number, line: number) => void };

function Found({ told, from, onOpen }: FoundProps) {
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
