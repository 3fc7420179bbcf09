import { OFFICE_KEYS } from './officeKeys.ts';
import { RECEIPT_KEYS } from './receiptKeys.ts';

/**
 * The one list of actions. Shortcuts, the hints of the key bar, the palette and the help all read it. A screen gives
 * the meaning of a row by its id; without one the row is asleep there.
 */

export const SCREENS = [
  'enrol',
  'empty',
  'stopped',
  'signIn',
  'open',
  'counter',
  'find',
  'done',
  'receipts',
  'void',
  'correct',
  'refund',
  'reverse',
  'reprint',
  'count',
  'compare',
  'closed',
  'parked',
  'help',
  'outbox',
  'otherSlips',
  'custody',
  ...(['safe', 'changeFund', 'changeOrder', 'issueFloat', 'takeFloatBack'] as const),
  ...(['countSafe', 'settleSafeCount', 'countHandoffs', 'settle'] as const),
  'batches',
  'sendBack',
  'endDrawer',
  'deposits',
  'deposit',
  'makeDeposit',
  'witnessDeposit',
  'recountDeposit',
  'settleDeposit',
  'depositStep',
  'day',
  'reports',
  'officeReceipt',
  'ledgerOut',
  'glExport',
  'heldEntries',
] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens that undo a receipt. */
const UNDOING: readonly Screen[] = ['void', 'correct', 'refund', 'reverse'];

/** The screens of the safe on which pieces are counted. */
const COUNTING_SAFE: readonly Screen[] = [
  ...(['changeFund', 'changeOrder', 'issueFloat', 'takeFloatBack'] as const),
  ...(['countHandoffs', 'settle', 'countSafe', 'settleSafeCount'] as const),
  ...(['makeDeposit', 'witnessDeposit', 'recountDeposit', 'settleDeposit'] as const),
];

/** The screens beside whose slip the hand is elsewhere. */
const WITH_SLIP: readonly Screen[] = [
  ...(['receipts', 'outbox', 'custody', 'closed', 'otherSlips', 'officeReceipt', 'heldEntries'] as const),
];

/** One action, or one of its keys. */
export type Row = {
  id: string;
  /** As printed on the key. `null`: only in the palette. */
  keys: string | null;
  label: string;
  /** As the key bar says it, where every word takes room from another key. */
  short?: string;
  on: readonly Screen[] | 'everywhere';
  /** Shown in the key bar. */
  bar?: true;
  /** In the key bar after the others: it is the first to go where room is short, and is called up by its name. */
  lesser?: true;
  /** A screen of the office: in the key bar these stand together, after what is the screen's own. */
  office?: true;
  /** Told, not handled here: the field itself knows this key. */
  told?: true;
};

export const keymap = [
  { id: 'person', keys: '1–9', label: 'Choose a person', on: ['signIn'], bar: true, told: true },
  {
    id: 'accept',
    keys: 'Enter',
    label: 'Accept the field; an empty tender takes the exact amount',
    on: ['counter'],
    told: true,
  },
  { id: 'accept', keys: 'Enter', label: 'Accept the field', on: ['compare', ...UNDOING], told: true },
  { id: 'next', keys: 'Enter', label: 'Next', on: ['count', 'open', ...COUNTING_SAFE], bar: true, told: true },
  { id: 'row', keys: '↑↓', label: 'Row', on: ['count', 'open', ...COUNTING_SAFE], bar: true, told: true },
  { id: 'primary', keys: 'Ctrl+Enter', label: 'The one primary action', on: 'everywhere' },
  { id: 'cash', keys: 'F2', label: 'Cash', on: ['counter'], bar: true },
  { id: 'check', keys: 'F3', label: 'Check', on: ['counter'], bar: true },
  { id: 'card', keys: 'F4', label: 'Card', on: ['counter'], bar: true },
  { id: 'moneyOrder', keys: 'Shift+F3', label: 'Money order', on: ['counter'], bar: true, lesser: true },
  { id: 'credit', keys: 'Shift+F4', label: 'Credit on account', on: ['counter'], bar: true, lesser: true },
  { id: 'tenKeyCheck', keys: '+', label: 'In an empty amount: a check', on: ['counter'] },
  { id: 'tenKeyCard', keys: '*', label: 'In an empty amount: a card', on: ['counter'] },
  { id: 'tenKeyRemove', keys: '-', label: 'In an empty amount: remove the tender', on: ['counter'] },
  { id: 'cashiers', keys: null, label: 'Cashier’s check', on: ['counter'] },
  { id: 'swap', keys: 'Ctrl+B', label: 'Swap routing and account', on: ['counter'] },
  { id: 'search', keys: '/', label: 'Search or scan here', on: ['counter', 'receipts'] },
  { id: 'item', keys: 'Ctrl+I', label: 'Item', on: ['counter'], bar: true, lesser: true },
  { id: 'item', keys: 'Ctrl+I', label: 'Item', on: ['find'] },
  { id: 'suspense', keys: 'Ctrl+U', label: 'Not found: into suspense', on: ['counter', 'find'] },
  { id: 'removeLine', keys: 'Shift+Del', label: 'Remove the line in hand', on: ['counter'] },
  { id: 'nameCharges', keys: 'Ctrl+O', label: 'The payer names the charges, or the policy again', on: ['counter'] },
  { id: 'account', keys: '↑↓', label: 'Another account', on: ['find'], bar: true, told: true },
  { id: 'charge', keys: 'Tab 1–9', label: 'One charge only', on: ['find'], bar: true, told: true },
  { id: 'account', keys: '↑↓', label: 'Another receipt', on: ['receipts'], bar: true, told: true },
  { id: 'message', keys: '↑↓', label: 'Another message', on: ['outbox'], bar: true, told: true },
  { id: 'sendMessage', keys: 'F2', label: 'Send now', on: ['outbox'], bar: true },
  { id: 'printMessage', keys: 'F3', label: 'Print it', on: ['outbox'], bar: true },
  { id: 'postMessage', keys: 'F4', label: 'It was posted', on: ['outbox'], bar: true },
  { id: 'address', keys: 'F7', label: 'Another address', on: ['outbox'], bar: true },
  { id: 'dropMessage', keys: 'Del', label: 'Need not go out', on: ['outbox'], bar: true },
  {
    id: 'supervisor',
    keys: 'F2',
    label: 'Another supervisor',
    on: [...UNDOING, 'reprint', 'custody'],
    bar: true,
  },
  {
    id: 'supervisor',
    keys: 'F2',
    label: 'Another approver',
    on: [
      ...(['changeFund', 'changeOrder', 'settle', 'settleSafeCount'] as const),
      ...(['settleDeposit', 'depositStep', 'ledgerOut', 'endDrawer', 'heldEntries'] as const),
    ],
    bar: true,
  },
  { id: 'recount', keys: 'F2', label: 'Recount', on: ['compare', 'open'], bar: true },
  { id: 'supervisor', keys: 'F3', label: 'Another supervisor', on: ['compare', 'open'], bar: true },
  { id: 'setAside', keys: 'F6', label: 'Set aside', on: ['counter'], bar: true, lesser: true },
  { id: 'payer', keys: 'F7', label: 'Payer', on: ['counter'], bar: true, lesser: true },
  { id: 'reason', keys: 'F7', label: 'Change the reason', on: UNDOING, bar: true },
  { id: 'whole', keys: 'F4', label: 'All that stands', on: ['refund'], bar: true },
  {
    id: 'denominations',
    keys: 'F7',
    label: 'More denominations',
    on: ['count', 'open', 'custody', ...COUNTING_SAFE],
    bar: true,
  },
  { id: 'day', keys: 'F6', label: 'Another day', on: ['open'], bar: true },
  {
    id: 'findReceipt',
    keys: 'F8',
    label: 'Find receipt',
    on: ['counter', 'find', 'open', 'compare', 'done', 'parked', 'day'],
    bar: true,
  },
  { id: 'attach', keys: 'F4', label: 'Attach the receipt', on: ['custody'], bar: true },
  { id: 'dropCash', keys: 'F9', label: 'Drop', on: ['counter'], bar: true },
  { id: 'noSale', keys: null, label: 'No sale: open the tray', on: ['counter'] },
  { id: 'payIn', keys: null, label: 'Paid-in: cash that is no receipt', on: ['counter'] },
  { id: 'payOut', keys: null, label: 'Paid-out: cash for something', on: ['counter'] },
  { id: 'swapChange', keys: null, label: 'Change swap with the safe', on: ['counter'] },
  { id: 'checkDrawer', keys: null, label: 'Surprise count of a drawer', on: ['open', 'counter', 'parked', 'receipts'] },
  { id: 'readTotals', keys: null, label: 'X report of a drawer', on: ['open', 'counter', 'parked', 'receipts'] },
  ...RECEIPT_KEYS,
  { id: 'reprint', keys: 'Ctrl+P', label: 'Reprint', on: ['done', 'otherSlips'], bar: true },
  { id: 'otherSlip', keys: '↑↓', label: 'Another slip', on: ['otherSlips'], bar: true, told: true },
  { id: 'attachment', keys: 'F4', label: 'Save the scanned receipt', on: ['otherSlips'], bar: true },
  { id: 'void', keys: 'Del', label: 'Void this receipt', on: ['done'], bar: true },
  { id: 'nextSlip', keys: 'F7', label: 'Next slip', on: ['receipts', 'officeReceipt'], bar: true },
  { id: 'pdf', keys: 'F6', label: 'Save as PDF', on: ['receipts', 'closed', 'outbox', 'otherSlips'], bar: true },
  { id: 'removeCheck', keys: 'Del', label: 'Take back the last paper', on: ['count'], bar: true },
  { id: 'slip', keys: 'Ctrl+E', label: 'Slip: paper, e-mail, both, none', on: ['counter'] },
  { id: 'telephone', keys: 'Shift+F7', label: 'By telephone', on: ['counter'] },
  { id: 'turnedAway', keys: 'Shift+F8', label: 'Turn something away', on: ['counter'] },
  { id: 'park', keys: 'Shift+F12', label: 'Park the drawer', on: ['counter'] },
  {
    id: 'closeDrawer',
    keys: 'F10',
    label: 'Count and close',
    short: 'Count',
    on: ['counter', 'done', 'custody'],
    bar: true,
  },
  { id: 'slipDown', keys: 'PgDn', label: 'More of the slip', on: WITH_SLIP },
  { id: 'slipUp', keys: 'PgUp', label: 'The slip, back up', on: WITH_SLIP },
  ...OFFICE_KEYS,
  { id: 'back', keys: 'Esc', label: 'Back to the payment', on: ['find'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Do not void', on: ['void'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Do not correct', on: ['correct'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Do not refund', on: ['refund'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Do not reverse', on: ['reverse'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Someone else', on: ['signIn'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Open another drawer', on: ['closed'], bar: true },
  { id: 'back', keys: 'Esc', label: 'Back one step', short: 'Back', on: 'everywhere', bar: true },
  { id: 'paper', keys: 'Ctrl+S', label: 'Slips on the screen', on: 'everywhere' },
  { id: 'turnedAwayList', keys: null, label: 'What was turned away', on: 'everywhere' },
  { id: 'printer', keys: null, label: 'Choose the printer', on: 'everywhere' },
  { id: 'mailServer', keys: null, label: 'E-mail server', on: 'everywhere' },
  {
    id: 'otherSlips',
    keys: null,
    label: 'Drops, paid-outs and other slips',
    on: ['counter', 'find', 'open', 'done', 'receipts', 'compare', 'closed', 'parked'],
  },
  {
    id: 'outbox',
    keys: null,
    label: 'E-mail and notices',
    on: ['counter', 'find', 'open', 'done', 'receipts', 'compare', 'closed', 'parked'],
  },
  { id: 'customerDisplay', keys: null, label: 'Customer display', on: 'everywhere' },
  { id: 'slipLanguage', keys: null, label: 'Slip language', on: ['counter'] },
  { id: 'printKeys', keys: 'Ctrl+P', label: 'Print the key sheet', on: ['help'] },
  { id: 'theme', keys: null, label: 'Theme', on: 'everywhere' },
  { id: 'impliedDecimals', keys: null, label: 'Implied decimals', on: 'everywhere' },
  { id: 'tenKey', keys: null, label: 'Ten-key mode', on: 'everywhere' },
  { id: 'slipColumn', keys: null, label: 'Column with the slip', on: 'everywhere' },
  { id: 'signOut', keys: 'F12', label: 'Sign out', on: 'everywhere' },
  { id: 'help', keys: 'F1', label: 'Help', on: ['signIn', 'enrol', 'empty', 'stopped'], bar: true },
  { id: 'help', keys: 'F1', label: 'Help', on: 'everywhere' },
  { id: 'palette', keys: 'Ctrl+K', label: 'Everything else', on: 'everywhere' },
] as const satisfies readonly Row[];

export type ActionId = (typeof keymap)[number]['id'];
export type KeyRow = Row & { id: ActionId };

/** What a screen does for a row. `label` says it more exactly than the list can. */
export type Action = { run: () => void; label?: string };
/** `false`: told by the list, and not true at the moment. */
export type Actions = Partial<Record<ActionId, Action | (() => void) | false | undefined>>;

const rows: readonly KeyRow[] = keymap;

/** The rows of a screen, its own before those of everywhere, one for each id. */
export function rowsOn(screen: Screen): KeyRow[] {
  const own = rows.filter((row) => row.on !== 'everywhere' && row.on.includes(screen));
  const taken = new Set(own.map((row) => row.id));
  return [...own, ...rows.filter((row) => row.on === 'everywhere' && !taken.has(row.id))];
}

/** A key that means the same on so many screens stands once on the sheet, and not under each of them. */
const MANY = 8;

type KeyGroup = { on: Screen | 'many' | 'everywhere' | 'palette'; rows: readonly KeyRow[] };

/** The whole list by screen, as it goes on the sheet: keys of each, those of many and of all, and what only the palette has. */
export function keyGroups(): KeyGroup[] {
  const keyed = rows.filter((row) => row.keys !== null);
  const screensOf = ({ id, keys }: KeyRow) =>
    keyed.flatMap((row) => (row.id === id && row.keys === keys && row.on !== 'everywhere' ? row.on : []));
  const many = keyed.filter((row) => screensOf(row).length >= MANY);
  const groups = SCREENS.map((on) => ({
    on,
    rows: keyed.filter((row) => row.on !== 'everywhere' && row.on.includes(on) && !many.includes(row)),
  }));
  return [
    ...groups.filter((group) => group.rows.length > 0),
    { on: 'many', rows: many.filter(({ id }, place) => many.findIndex((row) => row.id === id) === place) },
    { on: 'everywhere', rows: keyed.filter((row) => row.on === 'everywhere') },
    { on: 'palette', rows: rows.filter((row) => row.keys === null) },
  ];
}

/** The row that a pressed key means on a screen. */
export function rowOf(screen: Screen, keys: string): KeyRow | undefined {
  return rowsOn(screen).find((row) => row.keys === keys && !row.told);
}

/** Whether any screen uses these keys, so that the browser's own meaning never happens by mistake. */
export function isOurs(keys: string): boolean {
  return rows.some((row) => row.keys === keys && !row.told);
}

export function actionOf(actions: Actions, id: ActionId): Action | undefined {
  const action = actions[id];
  return typeof action === 'function' ? { run: action } : action || undefined;
}

/** Whether a row means something now, so that it may be shown. */
export function isAwake(actions: Actions, row: KeyRow): boolean {
  return row.told ? actions[row.id] !== false : actionOf(actions, row.id) !== undefined;
}

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };
const NAMES: Record<string, string> = { Escape: 'Esc', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn' };

/** What was pressed, written as in the list: `Ctrl+Enter`, `Shift+F3`, `/`. Shift is told of keys that write nothing. */
export function keysOf(event: Pressed): string {
  const ctrl = event.ctrlKey || event.metaKey;
  const name = NAMES[event.key] ?? (ctrl && event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const shift = event.shiftKey && event.key.length > 1;
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}
