import { lazy, Suspense, useCallback, useMemo, useReducer } from 'react';
import { dayOf } from '#domain/businessDay';
import { isMoney, REPORT_TITLES, type Report, type ReportName, type ReportSpan } from '#domain/report';
import { clock, mediumDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { reports as words } from '../../messages/reports.ts';
import { refusedIn } from '../../store.ts';
import { useFocus } from '../../ui/focus.ts';
import { Mark } from '../../ui/Mark.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useGo } from '../route.ts';
import { Choice } from './Choice.tsx';
import { barsOf, namedBy } from './cells.ts';
import { ReportTable } from './ReportTable.tsx';
import { blankReports, type ReportsPlace, reportsReducer, spanOf } from './reportsForm.ts';
import { useOpen } from './useOpen.ts';
import { type ReportShown, useReport } from './useReport.ts';
import { useSaving } from './useSaving.ts';

/** The library that draws is large, and most reports have no plot. */
const Plot = lazy(async () => ({ default: (await import('./ReportPlot.tsx')).ReportPlot }));

/** Any report of any days: looked at, opened where a row names something, saved. */
export function Reports({ place }: { place: ReportsPlace | undefined }) {
  const go = useGo();
  const { now, zone } = useStation();
  const today = dayOf(now, zone);
  const [form, send] = useReducer(reportsReducer, place, blankReports);
  useFocus(form.focus);
  const { saving: _, focus: __, ...here } = form;
  const { report, row } = form;
  const span = spanOf(form, today);
  const shown = useReport(useAsking(report, span));
  const first = shown.first.value;
  const saving = useSaving(form.saving !== null, send);
  const leaving = { at: 'reports', place: here } as const;
  const open = useOpen(leaving);
  const openRow = () => first && open(first.columns, shown.rows[row]);
  const moveTo = useCallback((to: number) => send({ did: 'moved', row: to }), []);
  const actions: Actions = {
    back: () => go({ go: 'back' }),
    report: () => send({ did: 'wentTo', on: 'report' }),
    days: () => send({ did: 'wentTo', on: 'days' }),
    again: first ? shown.again : undefined,
    openRow: first && namedBy(first.columns, shown.rows[row]) ? undefined : false,
    ...(first && span ? saving({ report, span, first }) : {}),
  };
  const label = titleOf(report, span);
  return (
    <Frame screen="reports" actions={actions} leave={(to) => go({ go: to, leaving })}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{form.saving ?? standing(shown, zone)}</TitleRow>
        <Choice form={form} today={today} send={send} />
        <Notes first={first} trouble={span ? refusedIn(shown.first) : words.noSpan} />
        {first ? (
          <Told {...{ first, zone }} rows={shown.rows}>
            <ReportTable key={label} {...{ label, first, shown, row }} onRow={moveTo} onOpen={openRow} />
          </Told>
        ) : null}
      </section>
    </Frame>
  );
}

/** The same question as long as report and days are the same. */
function useAsking(report: ReportName, span: ReportSpan | null) {
  const [from, to] = [span?.from, span?.to];
  return useMemo(() => (from && to ? { report, from, to } : null), [report, from, to]);
}

function titleOf(report: ReportName, span: ReportSpan | null): string {
  return `${REPORT_TITLES[report]}, ${span ? words.span(mediumDay(span.from), mediumDay(span.to)) : ''}`;
}

/** How many rows there are, as far as they have come, and since when. */
function standing({ first, rows, more }: ReportShown, zone: string): string {
  return first.value ? words.asOf(words.rows(rows.length, more !== null), clock(first.answeredAt, zone)) : '';
}

/** What belongs to a report, loud where something is wrong; or why there is none. */
function Notes({ first, trouble }: { first: Report | undefined; trouble: string | null }) {
  if (trouble !== null)
    return (
      <p className="pad" role="status">
        {trouble}
      </p>
    );
  if (!first)
    return (
      <p className="pad muted" role="status">
        {words.asking}
      </p>
    );
  return first.notes.map(({ words: note, isLoud }) => (
    <p key={note} className="report-note" data-loud={isLoud ? '' : undefined} role={isLoud ? 'alert' : undefined}>
      {isLoud ? <Mark name="cross" /> : null}
      <span>{note}</span>
    </p>
  ));
}

type ToldProps = { first: Report; rows: Report['rows']; zone: string; children: React.ReactNode };

/** The plot over its table, where there is one and something to draw. */
function Told({ first, rows, zone, children }: ToldProps) {
  const { plot, columns } = first;
  const bars = useMemo(() => (plot ? barsOf(plot, columns, rows, zone) : []), [plot, columns, rows, zone]);
  if (rows.length === 0)
    return (
      <p className="pad muted" tabIndex={-1} data-focus="rows">
        {words.none}
      </p>
    );
  return (
    <>
      {plot && bars.length > 1 ? (
        <Suspense fallback={<div className="report-plot" />}>
          <Plot title={plot.title} bars={bars} isMoney={isMoney(columns[plot.values]?.kind ?? 'text')} />
        </Suspense>
      ) : null}
      {children}
    </>
  );
}
