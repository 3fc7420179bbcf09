import { type BusinessDay, DayAsked, dayAfter } from '#domain/businessDay';
import type { ReportName, ReportSpan } from '#domain/report';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** Days that are chosen by name, in the order in which they are listed. */
export const SPANS = ['today', 'yesterday', 'month', 'last_month', 'year', 'last_year', 'own'] as const;
export type SpanName = (typeof SPANS)[number];

/** Which report, of which days, and the row on show, so that it is found again from another screen. */
export type ReportsPlace = { report: ReportName; span: SpanName; from: string; to: string; row: number };

export type ReportsForm = ReportsPlace & {
  /** What is being saved, in words; null while nothing is. */
  saving: string | null;
  focus: Focus;
};

export type ReportsAction =
  | { did: 'chose'; report: ReportName }
  | { did: 'spanned'; span: SpanName; today: BusinessDay }
  | { did: 'typed'; field: 'from' | 'to'; text: string }
  | { did: 'wentTo'; on: 'report' | 'days' | 'from' | 'to' | 'rows' }
  | { did: 'moved'; row: number }
  | { did: 'saving'; words: string | null };

const FIRST: ReportsPlace = { report: 'cashiers', span: 'today', from: '', to: '', row: 0 };

/** @param place where one was before, if one comes back */
export function blankReports(place: ReportsPlace = FIRST): ReportsForm {
  return { ...place, saving: null, focus: { on: 'rows', turn: 0 } };
}

export function reportsReducer(form: ReportsForm, action: ReportsAction): ReportsForm {
  switch (action.did) {
    case 'chose':
      return { ...form, report: action.report, row: 0 };
    case 'spanned':
      return { ...form, ...spanned(form, action), row: 0 };
    case 'typed':
      return { ...form, [action.field]: action.text, row: 0 };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.on) };
    case 'moved':
      return { ...form, row: action.row };
    case 'saving':
      return { ...form, saving: action.words };
  }
}

/** Own days begin with those that were on show. */
function spanned(form: ReportsForm, { span, today }: { span: SpanName; today: BusinessDay }): Partial<ReportsForm> {
  if (span !== 'own') return { span };
  const shown = spanOf(form, today);
  return { span, from: shown?.from ?? form.from, to: shown?.to ?? form.to };
}

/** The days that are meant; null while a day that is typed is none. */
export function spanOf(
  { span, from, to }: Pick<ReportsForm, 'span' | 'from' | 'to'>,
  today: BusinessDay,
): ReportSpan | null {
  const month = `${today.slice(0, 7)}-01`;
  switch (span) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) };
    case 'month':
      return { from: month, to: today };
    case 'last_month': {
      const last = dayAfter(month, -1);
      return { from: `${last.slice(0, 7)}-01`, to: last };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'last_year': {
      const last = `${Number(today.slice(0, 4)) - 1}`;
      return { from: `${last}-01-01`, to: `${last}-12-31` };
    }
    case 'own':
      return isDay(from) && isDay(to) ? { from, to } : null;
  }
}

export function isDay(text: string): boolean {
  return DayAsked.safeParse(text).success;
}

/** Where a key leads among so many rows; null where it is no key of a list. */
export function rowAfter(key: string, row: number, rows: number, onPage: number): number | null {
  const to = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + onPage,
    PageUp: row - onPage,
    Home: 0,
    End: rows - 1,
  };
  const target = to[key as keyof typeof to];
  return target === undefined ? null : Math.max(0, Math.min(rows - 1, target));
}
