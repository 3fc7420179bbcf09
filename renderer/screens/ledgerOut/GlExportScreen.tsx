import { type Dispatch, useReducer } from 'react';
import { count, mediumDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { useFocus } from '../../ui/focus.ts';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useWalk } from '../../ui/useWalk.ts';
import { useGo } from '../route.ts';
import { GlExportSide } from './GlExportSide.tsx';
import { GlLineTable } from './GlLineTable.tsx';
import {
  blankGlExport,
  type GlExportAction,
  type GlExportForm,
  type GlLine,
  glExportReducer,
  LINES_ON_A_PAGE,
} from './glExportForm.ts';
import { Trace } from './Trace.tsx';
import { useGlFile } from './useGlFile.ts';

/** One GL export: its lines, the entries that make each, and where a receipt went. */
export function GlExportScreen({ number, line }: { number: number; line: number }) {
  const go = useGo();
  const [form, send] = useReducer(glExportReducer, line, blankGlExport);
  useFocus(form.focus, 'nearest');
  const told = useQuery('glExports', { after: number + 1, most: 1 }).value?.exports[0];
  const asked = useQuery('glLines', { number, after: form.after, most: LINES_ON_A_PAGE });
  const lines = asked.value?.lines ?? [];
  const save = useGlFile(send);
  const saveIt = told ? () => void save(told) : undefined;
  const title = words.title(number);
  const walk = useWalk();
  return (
    <Frame
      screen="glExport"
      side="wide"
      actions={{
        ...pageActions(form, asked.value?.more ?? false, send),
        primary: saveIt,
        trace: () => send({ did: 'wentTo', place: 'trace' }),
        ...walk.keys,
        glLine: walk.isAway ? undefined : false,
        back: walk.isAway
          ? () => go({ go: 'back' })
          : { run: () => send({ did: 'wentTo', place: 'lines' }), label: words.toLines },
      }}
    >
      <section className="left" aria-label={title}>
        <TitleRow title={title}>
          {told ? `${words.span(mediumDay(told.first), mediumDay(told.through))}, ${words.lines(told.lines)}` : ''}
        </TitleRow>
        <Lines {...{ lines, form, send }} refused={refusedIn(asked)} onEnter={walk.enter} />
        <Trace number={number} form={form} send={send} panel={walk.panel} />
      </section>
      <GlExportSide
        {...{ number, form, told, save: saveIt, walk }}
        listed={lines.find(({ line }) => line === form.line)}
      />
    </Frame>
  );
}

function pageActions({ after }: GlExportForm, more: boolean, send: Dispatch<GlExportAction>) {
  return {
    newer:
      after > 0 ? { run: () => send({ did: 'turned', to: after - LINES_ON_A_PAGE }), label: words.before } : undefined,
    older: more ? { run: () => send({ did: 'turned', to: after + LINES_ON_A_PAGE }), label: words.next } : undefined,
  };
}

type LinesProps = {
  lines: readonly GlLine[];
  form: GlExportForm;
  send: Dispatch<GlExportAction>;
  refused: string | null;
  onEnter: () => void;
};

function Lines({ lines, form, send, refused, onEnter }: LinesProps) {
  return (
    <Room
      label={words.list}
      focusName="lines"
      hasArrows
      rows="tbody tr"
      onEnter={onEnter}
      onKey={(key) => {
        if (key === 'ArrowDown') send({ did: 'moved', by: 1, lines });
        if (key === 'ArrowUp') send({ did: 'moved', by: -1, lines });
      }}
    >
      {refused === null ? null : (
        <p className="pad" role="status">
          {refused}
        </p>
      )}
      {lines.length > 0 ? (
        <GlLineTable lines={lines} chosen={form.line} onPick={(line) => send({ did: 'chose', line })} />
      ) : null}
      {lines.length > 0 && form.after > 0 ? <p className="pad muted">{words.from(count(form.after + 1))}</p> : null}
    </Room>
  );
}
