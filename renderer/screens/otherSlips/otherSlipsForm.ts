import type { Output } from '#contract/contract';

export type OtherSlipRow = Output<'otherSlips'>['slips'][number];

/** Which slip of the list is on show, and what was refused of it. */
export type OtherSlipsForm = { chosen: string | null; trouble: string | null };

export type OtherSlipsAction =
  | { did: 'chose'; label: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; labels: readonly string[] }
  | { did: 'answered'; sentence: string | null };

export const BLANK_OTHER_SLIPS: OtherSlipsForm = { chosen: null, trouble: null };

export function otherSlipsReducer(form: OtherSlipsForm, action: OtherSlipsAction): OtherSlipsForm {
  switch (action.did) {
    case 'chose':
      return { chosen: action.label, trouble: null };
    case 'moved': {
      const at = Math.max(0, action.labels.indexOf(action.from ?? ''));
      const to = Math.min(Math.max(at + action.by, 0), action.labels.length - 1);
      return { chosen: action.labels[to] ?? null, trouble: null };
    }
    case 'answered':
      return { ...form, trouble: action.sentence };
  }
}

/** The slip on show: the one that was chosen, else the latest. */
export function slipShown(form: OtherSlipsForm, slips: readonly OtherSlipRow[]): OtherSlipRow | undefined {
  return slips.find(({ label }) => label === form.chosen) ?? slips[0];
}
