/** Finding receipts: what is typed, which of those found is chosen, and which of its slips is looked at. */
export type ReceiptsForm = { text: string; chosen: string | null; document: number; trouble: string | null };

export type ReceiptsAction =
  | { did: 'typed'; text: string }
  | { did: 'chose'; label: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; labels: readonly string[] }
  | { did: 'showed'; document: number }
  | { did: 'answered'; sentence: string | null };

/** A receipt may be chosen from the start, and what it was found by typed. */
export function blankReceipts(label: string | null, text = ''): ReceiptsForm {
  return { text, chosen: label, document: 0, trouble: null };
}

export function receiptsReducer(form: ReceiptsForm, action: ReceiptsAction): ReceiptsForm {
  const anew = { ...form, document: 0, trouble: null };
  switch (action.did) {
    case 'typed':
      return { ...anew, text: action.text, chosen: null };
    case 'chose':
      return { ...anew, chosen: action.label };
    case 'moved': {
      const at = Math.max(0, action.labels.indexOf(action.from ?? ''));
      const to = Math.min(Math.max(at + action.by, 0), action.labels.length - 1);
      return { ...anew, chosen: action.labels[to] ?? null };
    }
    case 'showed':
      return { ...form, document: action.document, trouble: null };
    case 'answered':
      return { ...form, trouble: action.sentence };
  }
}

/** The receipt on show: the one chosen while it is among those found, else the first. */
export function shownOf(form: ReceiptsForm, labels: readonly string[]): string | null {
  return form.chosen !== null && (labels.length === 0 || labels.includes(form.chosen))
    ? form.chosen
    : (labels[0] ?? null);
}
