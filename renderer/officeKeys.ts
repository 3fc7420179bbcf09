import type { Row, Screen } from './keymap.ts';

/** The list of deposits, and one of them. */
const AT_DEPOSITS: readonly Screen[] = ['deposits', 'deposit'];

/** Where the keys of the office work too, without standing in the key bar. */
const FROM_THE_COUNTER: readonly Screen[] = ['counter', 'find', 'done', 'compare', 'closed', 'parked', 'outbox'];

/** The office's rows of the one list of actions: safe, batches, deposits, the day, reports. */
export const OFFICE_KEYS = [
  { id: 'handoff', keys: '↑↓', label: 'Another handoff', on: ['safe'], bar: true, told: true },
  { id: 'changeFund', keys: 'F2', label: 'Change fund', on: ['safe'], bar: true },
  { id: 'issueFloat', keys: 'F3', label: 'Issue a float', on: ['safe'], bar: true },
  { id: 'orderChange', keys: 'F4', label: 'Order change', on: ['safe'], bar: true },
  { id: 'receiveChange', keys: 'F7', label: 'Change came', on: ['safe'], bar: true },
  { id: 'nextPart', keys: 'F6', label: 'Next part', on: ['countHandoffs'], bar: true },
  { id: 'batch', keys: '↑↓', label: 'Another batch', on: ['batches'], bar: true, told: true },
  { id: 'deposit', keys: '↑↓', label: 'Another deposit', on: ['deposits'], bar: true, told: true },
  { id: 'makeDeposit', keys: 'F2', label: 'Make a deposit', on: ['deposits'], bar: true },
  { id: 'makeDeposit', keys: 'F6', label: 'Make a deposit', on: ['day'], bar: true },
  { id: 'courierMissed', keys: 'F3', label: 'Courier missed', on: AT_DEPOSITS, bar: true },
  { id: 'explainLate', keys: 'F4', label: 'Why it is late', on: AT_DEPOSITS, bar: true },
  { id: 'filter', keys: 'F6', label: 'Another list', on: ['deposits'], bar: true },
  { id: 'pdf', keys: 'F6', label: 'Save as PDF', on: ['deposit'], bar: true },
  { id: 'withdrawDeposit', keys: 'F7', label: 'Take it back', on: AT_DEPOSITS, bar: true },
  { id: 'wholeDeposit', keys: 'F8', label: 'All of it', on: ['deposits'], bar: true },
  { id: 'printDeposit', keys: 'Ctrl+P', label: 'Print the slip', on: AT_DEPOSITS, bar: true },
  { id: 'newer', keys: 'PgUp', label: 'Newer', on: ['deposits'] },
  { id: 'older', keys: 'PgDn', label: 'Older', on: ['deposits'], bar: true },
  { id: 'bankAccount', keys: 'F2', label: 'Another bank account', on: ['makeDeposit'], bar: true },
  { id: 'leaveOut', keys: 'F6', label: 'Leave a batch out', on: ['makeDeposit'], bar: true },
  { id: 'newer', keys: 'F2', label: 'Newer', on: ['batches'], bar: true },
  { id: 'older', keys: 'F3', label: 'Older', on: ['batches'], bar: true },
  { id: 'filter', keys: 'F6', label: 'Another list', on: ['batches'], bar: true },
  { id: 'dayWaiting', keys: '1–9', label: 'Open what waits', on: ['day'], bar: true, told: true },
  { id: 'dayDrawer', keys: '↑↓', label: 'Drawer', on: ['day'], bar: true, told: true },
  { id: 'dayBefore', keys: '←', label: 'The day before', on: ['day'], bar: true, told: true },
  { id: 'dayAfter', keys: '→', label: 'The day after', on: ['day'], bar: true, told: true },
  { id: 'sendBack', keys: 'F7', label: 'Send back', on: ['batches'], bar: true },
  { id: 'safe', keys: 'Shift+F9', label: 'Safe', on: ['open', 'receipts', 'batches', 'deposits', 'day'], bar: true },
  { id: 'batches', keys: 'Shift+F6', label: 'Batches', on: ['open', 'receipts', 'safe', 'deposits', 'day'], bar: true },
  {
    id: 'deposits',
    keys: 'Shift+F2',
    label: 'Deposits',
    on: ['open', 'receipts', 'safe', 'batches', 'day'],
    bar: true,
  },
  { id: 'theDay', keys: 'Shift+F1', label: 'The day', on: ['receipts', 'safe', 'batches', 'deposits'], bar: true },
  { id: 'theDay', keys: 'Shift+F1', label: 'The day', on: ['open', ...FROM_THE_COUNTER] },
  { id: 'openRow', keys: 'Enter', label: 'Open it', on: ['reports'], bar: true, told: true },
  { id: 'report', keys: 'F2', label: 'Report', on: ['reports'], bar: true },
  { id: 'days', keys: 'F3', label: 'Days', on: ['reports'], bar: true },
  { id: 'again', keys: 'F4', label: 'Add up again', on: ['reports'], bar: true },
  { id: 'pdf', keys: 'F6', label: 'Save as PDF', on: ['reports'], bar: true },
  { id: 'csv', keys: 'F7', label: 'Save as CSV', on: ['reports'], bar: true },
  { id: 'reports', keys: 'Shift+F4', label: 'Reports', on: ['receipts', 'day'], bar: true },
  { id: 'reports', keys: 'Shift+F4', label: 'Reports', on: ['open', 'safe', 'batches', 'deposits'] },
  { id: 'reports', keys: 'Shift+F4', label: 'Reports', on: ['done', 'compare', 'closed', 'parked', 'outbox'] },
  { id: 'reports', keys: null, label: 'Reports', on: ['counter', 'find'] },
  { id: 'safe', keys: 'Shift+F9', label: 'Safe', on: FROM_THE_COUNTER },
  { id: 'batches', keys: 'Shift+F6', label: 'Batches', on: FROM_THE_COUNTER },
  { id: 'deposits', keys: 'Shift+F2', label: 'Deposits', on: FROM_THE_COUNTER },
] as const satisfies readonly Row[];
