import type { ComparedTender, CountedCheck } from '#domain/balancing';
import type { CustodyKind } from '#domain/custodySlip';
import type { EntryKind, Payload } from '#domain/entry';
import { drawerHandoff, transitAccount } from '#domain/handoff';
import { cents, formatSigned, sum } from '#domain/money';
import type { Posting } from '#domain/posting';
import type { SlipRow } from './slip.ts';
import { blank, heading, pair, rule } from './slipParts.ts';
import { amountOf } from './words.ts';

type Close = Payload<'drawer_closed'>;

/** What moved each tender of a drawer, and what of its standing receipts was rounded or paid from credit. */
export type DrawerMoves = {
  moves: readonly { tender: ComparedTender['tender']; kind: EntryKind; cents: number; items: number }[];
  /** How often what is no receipt happened, whether it moved cash or not. */
  custody: readonly { kind: CustodyKind; items: number }[];
  credit: { items: number; cents: number };
  rounding: { items: number; cents: number };
};

/** In the order of the story; the close itself is what is compared below. */
const MOVED: readonly (readonly [EntryKind, string])[] = [
  ['drawer_opened', 'Float'],
  ['receipt_issued', 'Receipts'],
  ['receipt_voided', 'Voids'],
  ['receipt_corrected', 'Corrections'],
  ['refund_issued', 'Refunds'],
  ['cash_dropped', 'Drops'],
  ['cash_paid_in', 'Paid in'],
  ['cash_paid_out', 'Paid out'],
];

export const TENDER_NAMES: Readonly<Record<ComparedTender['tender'], string>> = {
  cash: 'Cash',
  check: 'Checks',
  'money-order': 'Money orders',
  card: 'Cards',
};

/** Expected, counted and the difference of each tender, and the checks that only one side has. */
export function comparedRows(close: Close, moved?: DrawerMoves): SlipRow[] {
  const { tenders, missingChecks, unknownChecks, missingMoneyOrders, unknownMoneyOrders } = close.comparison;
  return tenders
    .filter(isWorthARow)
    .flatMap((compared, place) => [
      ...(place > 0 ? [blank] : []),
      heading(TENDER_NAMES[compared.tender]),
      ...movedRows(compared.tender, moved),
      pair(expectedWords(compared), amountOf(compared.expectedCents), { indent: 2 }),
      pair(countedWords(compared), amountOf(compared.countedCents), { indent: 2 }),
      differenceRow(compared),
      ...(compared.tender === 'check' ? checkRows('Missing: check', missingChecks) : []),
      ...(compared.tender === 'check' ? checkRows('Not expected: check', unknownChecks) : []),
      ...(compared.tender === 'money-order' ? checkRows('Missing: money order', missingMoneyOrders) : []),
      ...(compared.tender === 'money-order' ? checkRows('Not expected: money order', unknownMoneyOrders) : []),
    ]);
}

/** Standing receipts + these = the receipts less voids of all tenders below. */
export function besideRows({ credit, rounding }: DrawerMoves): SlipRow[] {
  return [
    ...(credit.items === 0
      ? []
      : [pair(`Paid from credit: ${credit.items}`, formatSigned(cents(-credit.cents)), { indent: 2 })]),
    ...(rounding.items === 0
      ? []
      : [pair(`Cash rounded: ${rounding.items}`, formatSigned(cents(rounding.cents)), { indent: 2 })]),
  ];
}

/** What happened at the drawer without moving its cash; the rest is told with the cash. */
const WITHOUT_CASH: readonly (readonly [CustodyKind, string])[] = [
  ['no-sale', 'No sale'],
  ['swap', 'Change swaps with the safe'],
  ['check', 'Counted by a supervisor'],
  ['x', 'Totals read (X)'],
];

/** A rule and how often each happened; nothing where none did. */
export function withoutCashRows(moved: DrawerMoves | undefined): SlipRow[] {
  const rows = WITHOUT_CASH.flatMap(([kind, name]) => {
    const items = moved?.custody.find((one) => one.kind === kind)?.items ?? 0;
    return items === 0 ? [] : [pair(name, String(items), { indent: 2 })];
  });
  return rows.length === 0 ? [] : [rule, heading('Besides'), ...rows];
}

/** What adds up to the expected amount. */
export function movedRows(tender: ComparedTender['tender'], moved: Pick<DrawerMoves, 'moves'> | undefined): SlipRow[] {
  return MOVED.flatMap(([kind, name]) => {
    const move = moved?.moves.find((one) => one.tender === tender && one.kind === kind);
    if (move === undefined) return [];
    const words = kind === 'drawer_opened' ? name : `${name}: ${move.items}`;
    return [pair(words, formatSigned(cents(move.cents)), { indent: 2 })];
  });
}

/** Where the drawer's money went, as the close posted it: there is no second arithmetic. */
export function handedOnRows(close: Close, postings: readonly Posting[]): SlipRow[] {
  const debited = (account: string) =>
    amountOf(
      sum(postings.filter((row) => row.side === 'debit' && row.account === account).map((row) => cents(row.cents))),
    );
  return [
    heading('Handed on'),
    pair('Float, back to the safe', debited(transitAccount(drawerHandoff(close.drawer, 'float-return'))), {
      indent: 2,
    }),
    pair(`Cash to batch ${close.batch}`, debited(transitAccount(drawerHandoff(close.drawer, 'cash'))), { indent: 2 }),
    pair(`Checks to batch ${close.batch}`, debited(transitAccount(drawerHandoff(close.drawer, 'check'))), {
      indent: 2,
    }),
    ...(close.count.moneyOrders.length === 0
      ? []
      : [
          pair(
            `Money orders to batch ${close.batch}`,
            debited(transitAccount(drawerHandoff(close.drawer, 'money-order'))),
            {
              indent: 2,
            },
          ),
        ]),
    pair('Cards, through the terminal', debited('clearing:card'), { indent: 2 }),
  ];
}

/** Money orders are rare: a drawer without any says nothing of them. */
function isWorthARow(compared: ComparedTender): boolean {
  const { tender, expectedCents, countedCents, expectedItems, countedItems } = compared;
  return tender !== 'money-order' || expectedCents !== 0 || countedCents !== 0 || expectedItems !== countedItems;
}

function expectedWords(compared: ComparedTender): string {
  if (compared.tender === 'cash') return 'Expected, with the float';
  return compared.expectedItems === null ? 'Expected' : `Expected: ${compared.expectedItems}`;
}

function countedWords(compared: ComparedTender): string {
  if (compared.tender === 'card') return 'Terminal, before refunds';
  return compared.countedItems === null ? 'Counted' : `Counted: ${compared.countedItems}`;
}

/** Over and short are words of cash alone; a check or card that does not agree is a difference to be explained. */
function differenceRow(compared: ComparedTender): SlipRow {
  const difference = compared.differenceCents;
  const cashWord = difference > 0 ? 'Over' : difference < 0 ? 'Short' : 'Neither over nor short';
  return pair(compared.tender === 'cash' ? cashWord : 'Difference', formatSigned(difference), {
    indent: 2,
    ...(difference === 0 ? {} : { weight: 'bold' as const }),
  });
}

function checkRows(words: string, checks: readonly CountedCheck[]): SlipRow[] {
  return checks.map((check) => pair(`${words} no. ${check.checkNumber}`, amountOf(check.cents), { indent: 2 }));
}
