import { say } from './en.ts';

/** One business day of the whole district. */
export const day = {
  title: 'The day',
  drawers: 'Drawers of the day',
  columns: {
    drawer: 'Drawer',
    state: 'State',
    receipts: 'Receipts',
    cash: 'Cash',
    check: 'Check',
    'money-order': 'Money order',
    card: 'Card',
    difference: 'Over / short',
  },
  received: 'received',
  without: (drawers: string, many: boolean) =>
    `received, without ${drawers}, which ${many ? 'are' : 'is'} open or not counted yet`,
  stations: (enrolled: number, silent: readonly string[]) =>
    silent.length === 0
      ? `${say.plural(enrolled, 'station', 'stations')}, all heard from`
      : `${say.plural(enrolled, 'station', 'stations')}, nothing yet from ${silent.join(', ')}`,
  hidden: 'hidden',
  afterCount: 'after the count',
  atOnce: 'Exceptions',
  receivedInAll: 'Received in counted drawers',
  none: 'No drawer was opened on this day.',
  plot: {
    title: (receipts: number) => `Receipts issued by hour, ${receipts}`,
    today: 'this day',
    usual: (name: string) => `usual ${name}`,
    hour: (hour: number) => `${hour}:00`,
    columns: { hour: 'Hour', receipts: 'Receipts', usual: 'Usual' },
    none: 'No receipts on this day.',
  },
  waiting: {
    title: 'Waiting for you',
    number: (n: number) => (n === 0 ? 'nothing' : String(n)),
    looksOnly: 'Supervisors and finance are told here what waits for them.',
    what: {
      approve: (label: string) => `Batch ${label}`,
      count: (label: string) => `Count ${label}`,
      settle: (label: string) => `Settle ${label}`,
      recount: (label: string) => `Seal of ${label} broken`,
      deposit: (label: string) => `Deposit ${label}`,
    },
    button: {
      approve: (label: string, cents: string | null) => `Review batch ${label}${cents === null ? '' : `, ${cents}`}`,
      count: (label: string) => `Count what ${label} handed over`,
      settle: (label: string) => `Settle ${label}`,
      recount: (label: string) => `See to ${label}: its seal was broken`,
      deposit: (label: string) => `Deposit batch ${label}`,
    },
    none: 'Nothing waits for you',
  },
  deposits: {
    title: 'Deposits',
    late: (n: number) => `${n} late this month`,
    due: (state: string, when: string) => `${state}, due ${when}`,
    left: (time: string) => `${time} left`,
    over: (state: string, time: string) => `${state}, ${time} late`,
    gone: (state: string, when: string) => `${state} since ${when}`,
    inTime: 'in time',
    noReason: 'No reason yet',
    redacted: 'explained',
    none: 'No bag waits here, and none was late.',
    noneOfDay: 'No deposit holds money of this day.',
  },
  mix: 'Tender mix',
  percent: (share: number) => `${share.toFixed(1)} %`,
} as const;
