/** Finding receipts: what is typed, and which of those found is chosen. */
export type ReceiptsForm = { text: string; chosen: string | null; trouble: string | null; busy: boolean };

export type ReceiptsAction =
  | { did: 'typed'; text: string }
  | { did: 'chose'; label: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; labels: readonly string[] }
  | { did: 'sent' }
  | { did: 'answered'; sentence: string | null };

export function blankReceipts(label: string | null): ReceiptsForm {
  return { text: '', chosen: label, trouble: null, busy: false };
}

export function receiptsReducer(form: ReceiptsForm, action: ReceiptsAction): ReceiptsForm {
  switch (action.did) {
    case 'typed':
      return { ...form, text: action.text, chosen: null, trouble: null };
    case 'chose':
      return { ...form, chosen: action.label, trouble: null };
    case 'moved': {
      const at = Math.max(0, action.labels.indexOf(action.from ?? ''));
      const to = Math.min(Math.max(at + action.by, 0), action.labels.length - 1);
      return { ...form, chosen: action.labels[to] ?? null, trouble: null };
    }
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'answered':
      return { ...form, busy: false, trouble: action.sentence };
  }
}

/** The receipt on show: the one chosen while it is among those found, else the first. */
export function shownOf(form: ReceiptsForm, labels: readonly string[]): string | null {
  return form.chosen !== null && (labels.length === 0 || labels.includes(form.chosen))
    ? form.chosen
    : (labels[0] ?? null);
}
