import type { Row, Screen } from './keymap.ts';

/** The list of deposits, and one of them. */
const AT_DEPOSITS: readonly Screen[] = ['deposits', 'deposit'];

/** Lists beside which stand the documents that belong to what is in hand, each of which opens. */
const WITH_DOCUMENTS: readonly Screen[] = ['glExport', 'officeReceipt'];

/** Where the keys of the office work too, without standing in the key bar. */
const FROM_THE_COUNTER: readonly Screen[] = ['counter', 'find', 'done', 'compare', 'closed', 'parked', 'outbox'];

/** The office's screens stand beside one another: from each, the key of any other leads there. */
const OFFICE: readonly Screen[] = ['safe', 'batches', 'deposits', 'day', 'reports', 'ledgerOut'];

/** Where a screen of the office stands in the key bar: on its siblings, at the opening and at the receipts. */
function besides(screen: Screen): readonly Screen[] {
  return [...OFFICE.filter((other) => other !== screen), 'open', 'receipts'];
}

/** Where a deposit is begun by its name alone. */
const AWAY_FROM_DEPOSITS: readonly Screen[] = [
  ...(['safe', 'batches', 'reports', 'ledgerOut', 'receipts', 'open'] as const),
  ...FROM_THE_COUNTER,
];

/** Where entries that no journal took are called up by their name. */
const AWAY_FROM_HELD: readonly Screen[] = [
  ...(['safe', 'batches', 'deposits', 'day', 'reports', 'receipts', 'open'] as const),
  ...FROM_THE_COUNTER,
];

/**
 * The office's rows of the one list of actions: safe, batches, deposits, the day, reports. What stands with its key where
 * it is done does not stand in the key bar as well.
 */
export const OFFICE_KEYS = [
  { id: 'handoff', keys: '↑↓', label: 'Handoff', on: ['safe'], bar: true, told: true },
  { id: 'changeFund', keys: 'F2', label: 'Change fund', on: ['safe'] },
  { id: 'issueFloat', keys: 'F3', label: 'Issue a float', on: ['safe'] },
  { id: 'orderChange', keys: 'F4', label: 'Order change', on: ['safe'] },
  { id: 'receiveChange', keys: 'F7', label: 'Change came', on: ['safe'] },
  { id: 'countSafe', keys: 'F6', label: 'Count the safe', on: ['safe'] },
  { id: 'takeFloatBack', keys: 'F8', label: 'Take the float back', on: ['safe'] },
  { id: 'nextPart', keys: 'F6', label: 'Next part', on: ['countHandoffs'], bar: true },
  { id: 'batch', keys: '↑↓', label: 'Batch', on: ['batches'], bar: true, told: true },
  { id: 'deposit', keys: '↑↓', label: 'Deposit', on: ['deposits'], bar: true, told: true },
  { id: 'makeDeposit', keys: 'F2', label: 'Make a deposit', on: ['deposits'] },
  { id: 'makeDeposit', keys: 'F2', label: 'Make a deposit', on: ['day'], bar: true },
  { id: 'makeDeposit', keys: null, label: 'Make a deposit', on: AWAY_FROM_DEPOSITS },
  { id: 'pdf', keys: 'F6', label: 'PDF', on: ['day'], bar: true },
  { id: 'courierMissed', keys: 'F3', label: 'Courier missed', on: AT_DEPOSITS, bar: true },
  { id: 'explainLate', keys: 'F4', label: 'Why it is late', short: 'Why late', on: AT_DEPOSITS, bar: true },
  { id: 'filter', keys: 'F6', label: 'Another list', on: ['deposits'], bar: true },
  { id: 'pdf', keys: 'F6', label: 'Save as PDF', on: ['deposit'], bar: true },
  { id: 'correctSlip', keys: 'F9', label: 'Put its slip right', short: 'Correct slip', on: AT_DEPOSITS, bar: true },
  { id: 'withdrawDeposit', keys: 'F7', label: 'Take it back', on: AT_DEPOSITS, bar: true },
  { id: 'wholeDeposit', keys: 'F8', label: 'All of it', on: ['deposits'], bar: true },
  { id: 'printDeposit', keys: 'Ctrl+P', label: 'Print the slip', short: 'Print slip', on: AT_DEPOSITS, bar: true },
  { id: 'newer', keys: 'PgUp', label: 'Newer', on: ['deposits'] },
  { id: 'older', keys: 'PgDn', label: 'Older', on: ['deposits'], bar: true },
  { id: 'bankAccount', keys: 'F2', label: 'Another bank account', on: ['makeDeposit'], bar: true },
  { id: 'leaveOut', keys: 'F6', label: 'Leave a batch out', on: ['makeDeposit'], bar: true },
  { id: 'days', keys: 'F4', label: 'Business day', on: ['batches'] },
  { id: 'detailsDown', keys: 'PgDn', label: 'More of it', on: ['batches', 'sendBack'], bar: true },
  { id: 'detailsUp', keys: 'PgUp', label: 'What is in it, back up', on: ['batches', 'sendBack'] },
  { id: 'batchReceipts', keys: 'F8', label: 'Its receipts', on: ['batches'], bar: true },
  { id: 'receipt', keys: '↑↓', label: 'Another receipt', on: ['officeReceipt'], bar: true, told: true },
  { id: 'intoDocuments', keys: 'Enter', label: 'Where it went', on: ['officeReceipt'], bar: true, told: true },
  { id: 'newer', keys: 'F2', label: 'Newer', on: ['batches'], bar: true },
  { id: 'older', keys: 'F3', label: 'Older', on: ['batches'], bar: true },
  { id: 'filter', keys: 'F6', label: 'Another list', on: ['batches'], bar: true },
  { id: 'dayWaiting', keys: '1–9', label: 'Open what waits', on: ['day'], told: true },
  { id: 'dayDrawer', keys: '↑↓', label: 'Drawer or break', on: ['day'], bar: true, told: true },
  { id: 'openRow', keys: 'Enter', label: 'Open it', on: ['day'], told: true },
  { id: 'dayBefore', keys: '←', label: 'Day before', on: ['day'], bar: true, told: true },
  { id: 'dayAfter', keys: '→', label: 'Day after', on: ['day'], bar: true, told: true },
  { id: 'businessDay', keys: '↑↓', label: 'Day', on: ['ledgerOut'], bar: true, told: true },
  { id: 'wholeDay', keys: 'F8', label: 'All of the day', on: ['ledgerOut'], bar: true },
  { id: 'glLine', keys: '↑↓', label: 'Another line', on: ['glExport'], bar: true, told: true },
  { id: 'intoDocuments', keys: 'Enter', label: 'What makes it', on: ['glExport'], bar: true, told: true },
  { id: 'document', keys: '↑↓', label: 'Another document', on: WITH_DOCUMENTS, bar: true, told: true },
  { id: 'openDocument', keys: 'Enter', label: 'Open it', on: WITH_DOCUMENTS, bar: true, told: true },
  { id: 'trace', keys: 'F3', label: 'Find a receipt', on: ['glExport'], bar: true },
  { id: 'newer', keys: 'PgUp', label: 'Newer', on: ['ledgerOut', 'glExport'] },
  { id: 'older', keys: 'PgDn', label: 'Older', on: ['ledgerOut', 'glExport'], bar: true },
  { id: 'heldEntries', keys: 'F9', label: 'Held entries', short: 'Held', on: ['ledgerOut'], bar: true },
  { id: 'heldEntries', keys: null, label: 'Held entries', on: AWAY_FROM_HELD },
  { id: 'heldEntry', keys: '↑↓', label: 'Another entry', on: ['heldEntries'], bar: true, told: true },
  { id: 'dismissInstead', keys: 'F7', label: 'Dismiss instead', on: ['heldEntries'], bar: true },
  { id: 'sendBack', keys: 'F7', label: 'Send back', on: ['batches'] },
  { id: 'openRow', keys: 'Enter', label: 'Open it', on: ['reports'], bar: true, told: true },
  { id: 'sideways', keys: '← →', label: 'More columns, where a table is too wide', on: ['reports'], told: true },
  { id: 'report', keys: 'F2', label: 'Report', on: ['reports'] },
  { id: 'days', keys: 'F3', label: 'Days', on: ['reports'] },
  { id: 'again', keys: 'F4', label: 'Again', on: ['reports'], bar: true },
  { id: 'pdf', keys: 'F6', label: 'PDF', on: ['reports'], bar: true },
  { id: 'csv', keys: 'F7', label: 'CSV', on: ['reports'], bar: true },
  { id: 'safe', keys: 'Shift+F9', label: 'Safe', on: besides('safe'), bar: true, office: true },
  { id: 'batches', keys: 'Shift+F6', label: 'Batches', on: besides('batches'), bar: true, office: true },
  { id: 'deposits', keys: 'Shift+F2', label: 'Deposits', on: besides('deposits'), bar: true, office: true },
  { id: 'theDay', keys: 'Shift+F1', label: 'The day', on: besides('day'), bar: true, office: true },
  { id: 'reports', keys: 'Shift+F4', label: 'Reports', on: besides('reports'), bar: true, office: true },
  { id: 'ledgerOut', keys: 'Shift+F11', label: 'Close days', on: besides('ledgerOut'), bar: true, office: true },
  { id: 'safe', keys: 'Shift+F9', label: 'Safe', on: FROM_THE_COUNTER },
  { id: 'batches', keys: 'Shift+F6', label: 'Batches', on: FROM_THE_COUNTER },
  { id: 'deposits', keys: 'Shift+F2', label: 'Deposits', on: FROM_THE_COUNTER },
  { id: 'theDay', keys: 'Shift+F1', label: 'The day', on: FROM_THE_COUNTER },
  { id: 'reports', keys: 'Shift+F4', label: 'Reports', on: ['done', 'compare', 'closed', 'parked', 'outbox'] },
  { id: 'reports', keys: null, label: 'Reports', on: ['counter', 'find'] },
  { id: 'ledgerOut', keys: 'Shift+F11', label: 'Close days', on: FROM_THE_COUNTER },
  { id: 'back', keys: 'Esc', label: 'Back', on: OFFICE, bar: true },
] as const satisfies readonly Row[];
