import type { Output } from '#contract/contract';
import { type Focus, focusOn } from '../../ui/focus.ts';

export type GlLine = Output<'glLines'>['lines'][number];

/** Lines on one page. */
export const LINES_ON_A_PAGE = 100;

/** Where one is in an export, and what is looked for. */
export type GlExportForm = {
  line: number;
  /** How many lines are before the page on show. */
  after: number;
  text: string;
  /** The receipt, batch or deposit that is traced. */
  label: string | null;
  busy: boolean;
  /** What came of saving it. */
  saved: string | null;
  trouble: string | null;
  focus: Focus;
};

export type GlExportAction =
  | { did: 'chose'; line: number }
  | { did: 'moved'; by: 1 | -1; lines: readonly GlLine[] }
  | { did: 'turned'; to: number }
  | { did: 'typed'; text: string }
  | { did: 'looked' }
  | { did: 'wentTo'; place: string }
  | { did: 'began' }
  | { did: 'saved'; name: string }
  | { did: 'failed'; sentence: string };

export function blankGlExport(line: number): GlExportForm {
  const after = pageOf(line);
  const nothing = { text: '', label: null, busy: false, saved: null, trouble: null };
  return { ...nothing, line, after, focus: { on: 'lines', turn: 0 } };
}

const pageOf = (line: number) => Math.floor((line - 1) / LINES_ON_A_PAGE) * LINES_ON_A_PAGE;

export function glExportReducer(form: GlExportForm, action: GlExportAction): GlExportForm {
  switch (action.did) {
    case 'chose':
      return { ...form, line: action.line, after: pageOf(action.line), focus: focusOn(form.focus, 'lines') };
    case 'moved':
      return { ...form, line: beside(form.line, action.by, action.lines) };
    case 'turned':
      return { ...form, after: action.to, line: action.to + 1, focus: focusOn(form.focus, 'lines') };
    case 'typed':
      return { ...form, text: action.text };
    case 'looked':
      return { ...form, label: form.text.trim() === '' ? null : form.text.trim().toUpperCase() };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'began':
      return { ...form, busy: true, saved: null, trouble: null };
    case 'saved':
      return { ...form, busy: false, saved: action.name };
    case 'failed':
      return { ...form, busy: false, trouble: action.sentence };
  }
}

function beside(line: number, by: 1 | -1, lines: readonly GlLine[]): number {
  const at = lines.findIndex((one) => one.line === line);
  return lines[Math.min(Math.max(at + by, 0), lines.length - 1)]?.line ?? line;
}
