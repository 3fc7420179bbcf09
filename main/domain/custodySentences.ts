import { formatFact as amount, type Facts } from './facts.ts';

/** What a person is told about cash that moves at a drawer and is no receipt. Part of the closed list of refusals. */
export const custodySentences = {
  drawers_left_open: (f) =>
    `Of an earlier day these are not closed: ${f.drawers}. Close them, or say why they stay open and let a supervisor agree.`,
  nothing_counted: () => 'Nothing is counted here. Count the pieces first.',
  totals_not_counted: (f) =>
    `X report ${f.label} is for ${f.name}, who read it. Others see it when the office has counted what its drawer handed over.`,
  drawer_too_low: (f) =>
    `There is not so much cash in drawer ${f.drawer}. Count what you take out again. This try is on record.`,
  swap_unequal: (f) =>
    `Out go ${amount(f.outCents)}, in come ${amount(f.inCents)}. A swap is of equal worth: count again.`,
  drawer_own: (f) => `Drawer ${f.drawer} is your own. Another supervisor looks into it.`,
  chart_kept: (f) =>
    `The place ${f.bars} in fund ${f.fund} is kept by the station itself. Choose another place of the chart.`,
  paid_out_off: () => 'This district pays nothing out of a drawer. Ask finance for a warrant instead.',
  paid_out_limit: (f) =>
    `At most ${amount(f.maxCents)} is paid out of a drawer at once. Ask finance for a warrant instead.`,
  attachment_too_large: () => 'That file is larger than 1 MB. Scan it again in black and white, or a page at a time.',
  attachment_kind: () => 'That file is no PDF, JPEG or PNG. Scan the paper, or photograph it, as one of these.',
  attachment_elsewhere: () => 'This file is not kept at this station. Look at the station where it was attached.',
  attachment_unnamed: () => 'No paid-out of this station at the ledger names this file. Send the entries first.',
  attachment_altered: () => 'This is not the file that the paid-out names: its bytes are others. Send it again.',
  attachment_awaited: () =>
    'This file has not come up from its station yet. Look again once that station has been in touch with the ledger.',
  attachment_unknown: () => 'The scanned receipt is not on this station any more. Attach it again.',
} as const satisfies Record<string, (facts: Facts) => string>;
