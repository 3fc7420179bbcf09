import type { Dispatch } from 'react';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { Field } from '../../ui/Field.tsx';
import type { Walk } from '../../ui/useWalk.ts';
import { useGo } from '../route.ts';
import type { GlExportAction, GlExportForm } from './glExportForm.ts';
import { TraceFound } from './TraceFound.tsx';

type TraceProps = { number: number; form: GlExportForm; send: Dispatch<GlExportAction>; panel: Walk['panel'] };

/** From a receipt, a batch or a deposit to its deposits, the close of its day, and its lines. */
export function Trace({ number, form, send, panel }: TraceProps) {
  const go = useGo();
  const asked = useQuery('traced', form.label === null ? null : { label: form.label });
  const told = asked.value;
  const open = (to: number, line: number) =>
    to === number ? send({ did: 'chose', line }) : go({ go: { at: 'glExport', number: to, line } });
  return (
    <section className="trace" aria-label={words.find} {...panel}>
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
      {told ? <TraceFound told={told} from={{ at: 'glExport', number, line: form.line }} onOpen={open} /> : null}
    </section>
  );
}
