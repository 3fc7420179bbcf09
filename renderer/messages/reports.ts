import { say } from './en.ts';

/** Reports of any business days. */
export const reports = {
  title: 'Reports',
  report: 'Report',
  days: 'Days',
  from: 'From',
  to: 'To',
  wrongDay: 'Type a day of 2000 to 2099, such as 2026-11-23.',
  spans: {
    today: 'Today',
    yesterday: 'Yesterday',
    month: 'This month',
    last_month: 'Last month',
    year: 'This year',
    last_year: 'Last year',
    own: 'Own days',
  },
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  even: 'even',
  rows: (n: number, more: boolean) => (more ? `${say.plural(n, 'row', 'rows')} so far` : say.plural(n, 'row', 'rows')),
  asOf: (rows: string, time: string) => `${rows}, as of ${time}`,
  none: 'Nothing in these days.',
  asking: 'Adding up…',
  noSpan: 'Type two days, such as 2026-11-01 and 2026-11-30.',
  saving: (n: number) => `Saving ${say.plural(n, 'row', 'rows')}…`,
  savingPdf: 'Setting the pages…',
  plot: (title: string) => `${title}, as bars. The table below tells the same.`,
  under: 'under 0: short, above: over',
} as const;
