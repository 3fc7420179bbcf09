import { type BusinessDay, dayOf, dayWords } from '#domain/businessDay';
import type { DepositState } from '#domain/deposit';
import { depositStateWords } from '#domain/depositStateWords';
import { type AtOnceTold, atOnceSentence } from '#domain/drawersAtOnce';
import { durationWords } from '#domain/duration';
import { cents, formatSigned } from '#domain/money';
import type { DrawerTender } from '#domain/tender';
import { breaksTogether } from '#domain/tie';
import { type BreakTold, breakSentence } from '#domain/tieSentences';
import type { Letter, LetterTable } from './letter.ts';
import { bannersOf, type SlipFacts } from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

type Amounts = readonly { tender: DrawerTender; cents: number }[];

type Holds = 'even' | 'differs' | 'open';

/** One tender from its receipts to the bank; null for bags of several tenders whose slips differ, each as a whole. */
type TieOnPaper = {
  tender: DrawerTender | null;
  receiptsCents: number;
  drawersCents: number;
  depositCents: number | null;
  bankCents: number | null;
  untoldCents: number;
  holds: { drawers: Holds; deposit: Holds | null; bank: Holds };
};

/** One business day as the ledger tells it. */
export type DayOnPaper = {
  day: BusinessDay;
  stations: { enrolled: number; silent: readonly string[] };
  drawers: readonly {
    drawer: string;
    cashierName: string;
    state: string;
    receipts: number;
    told: { taken: Amounts; takenCents: number; differences: Amounts } | null;
  }[];
  atOnce: readonly AtOnceTold[];
  totals: { receipts: number; taken: Amounts; takenCents: number };
  tie: readonly TieOnPaper[];
  breaks: readonly BreakTold[];
  deposits: readonly {
    deposit: string;
    state: DepositState;
    isOfDay: boolean;
    dueAt: number;
    handedAt: number | null;
    isLate: boolean;
    lateReason: { words: string | null } | null;
  }[];
  hours: readonly { hour: number; receipts: number; usual: number | null }[];
  /** The instant (ms) at which the ledger told it. */
  asOf: number;
};

const right = true as const;
const TENDERS: readonly DrawerTender[] = ['cash', 'check', 'money-order', 'card'];
const WORDS: Readonly<Record<DrawerTender, string>> = {
  cash: 'Cash',
  check: 'Check',
  'money-order': 'Money order',
  card: 'Card',
};

/** The report of a day on letter paper: its drawers, its hours, its deposits. Amounts that are hidden stay so. */
export function dayLetter(told: DayOnPaper, facts: SlipFacts): Letter {
  const { district } = facts;
  const day = dayWords(told.day);
  const hidden = told.drawers.filter((drawer) => drawer.told === null).map(({ drawer }) => drawer);
  return {
    title: 'Day report',
    aside: day,
    masthead: [district.name, ...district.header],
    banners: bannersOf(facts, { copy: 1 }, false),
    blocks: [
      {
        block: 'facts',
        facts: [
          { name: 'Received', value: amountOf(told.totals.takenCents) },
          { name: 'Receipts', value: String(told.totals.receipts) },
          { name: 'Stations', value: stationWords(told.stations) },
          { name: 'Not in it yet', value: hidden.join(', ') || 'nothing' },
          ...(told.day > dayOf(told.asOf, district.timeZone)
            ? [{ name: 'Exception', value: 'this day has not begun yet' }]
            : []),
          ...told.atOnce.map((one) => ({ name: 'Exception', value: atOnceSentence(one) })),
        ],
      },
      drawerTable(told),
      ...(told.tie.length > 0 ? [tieTable(told)] : []),
      ...(told.breaks.length > 0 ? [breakTable(told)] : []),
      ...depositTables(told, district.timeZone),
      ...(told.hours.length > 0 ? [hourTable(told)] : []),
    ],
    isWide: true,
    foot: `Day report of ${day}. As of ${momentAt(told.asOf, district.timeZone)}`,
  };
}

function stationWords({ enrolled, silent }: DayOnPaper['stations']): string {
  return silent.length === 0 ? `${enrolled}, all heard from` : `${enrolled}, nothing yet from ${silent.join(', ')}`;
}

function drawerTable({ drawers, totals }: DayOnPaper): LetterTable {
  const of = (amounts: Amounts, tender: DrawerTender) =>
    amountOf(amounts.find((one) => one.tender === tender)?.cents ?? 0);
  return {
    ...{ block: 'table', title: 'Drawers' },
    columns: [
      ...['Drawer', 'Cashier', 'State'].map((name) => ({ name })),
      ...['Receipts', ...TENDERS.map((tender) => WORDS[tender]), 'Total'].map((name) => ({ name, right })),
      { name: 'Over / short' },
    ],
    rows: drawers.map(({ drawer, cashierName, state, receipts, told }) => [
      ...[drawer, cashierName, state.replace('_', ' '), String(receipts)],
      ...TENDERS.map((tender) => (told ? of(told.taken, tender) : 'hidden')),
      told ? amountOf(told.takenCents) : 'hidden',
      told ? differenceWords(told.differences) : 'after the count',
    ]),
    totals: [
      ...['Received', '', '', String(totals.receipts)],
      ...TENDERS.map((tender) => of(totals.taken, tender)),
      ...[amountOf(totals.takenCents), ''],
    ],
  };
}

/** `−4.25 short cash, +10.00 over card`; `even` where nothing differs. */
function differenceWords(differences: Amounts): string {
  const words = differences.map(({ tender, cents: difference }) => {
    const word = difference > 0 ? 'over' : 'short';
    return `${formatSigned(cents(difference))} ${word} ${WORDS[tender].toLowerCase()}`;
  });
  return words.join(', ') || 'even';
}

const SIGNS: Readonly<Record<Holds, string>> = { even: '=', differs: '≠', open: '' };

/** As on the screen: no `=` before the bank has said it. */
function tieTable({ tie }: DayOnPaper): LetterTable {
  const come = (amount: number | null, holds: Holds | null) =>
    amount === null || (amount === 0 && holds === 'open') ? '—' : amountOf(amount);
  return {
    ...{ block: 'table', title: 'From the receipts to the bank, by its slips' },
    columns: [
      { name: 'Tender' },
      ...['Receipts', '', 'Drawers', '', 'Deposit', '', 'Bank'].map((name) => ({ name, right })),
    ],
    rows: tie.map(({ tender, receiptsCents, drawersCents, depositCents, bankCents, untoldCents, holds }) =>
      tender === null
        ? [
            ...['Of whole bags', '', '', '', '', amountOf(depositCents ?? 0)],
            ...[SIGNS[holds.bank], amountOf(bankCents ?? 0)],
          ]
        : [
            ...[WORDS[tender], amountOf(receiptsCents), SIGNS[holds.drawers], amountOf(drawersCents)],
            ...[holds.deposit === null ? '' : SIGNS[holds.deposit], come(depositCents, holds.deposit)],
            ...[SIGNS[holds.bank], untoldCents !== 0 && bankCents === 0 ? '' : come(bankCents, holds.bank)],
          ],
    ),
  };
}

function breakTable({ breaks }: DayOnPaper): LetterTable {
  return {
    ...{ block: 'table', title: 'Where it does not hold' },
    columns: [{ name: 'Why' }, { name: 'Tender' }, { name: 'Amount', right }],
    rows: breaksTogether(breaks).map(({ first, tenders, cents: by }) => [
      ...[breakSentence(first), tenders.map((tender) => WORDS[tender]).join(', ')],
      by === 0 ? '' : formatSigned(cents(by)),
    ]),
  };
}

/** Where the day's money went; and on the paper of today alone, what else waits or was late. */
function depositTables({ deposits, asOf }: DayOnPaper, timeZone: string): LetterTable[] {
  const table = (title: string, those: DayOnPaper['deposits']): LetterTable => ({
    ...{ block: 'table', title },
    columns: ['Deposit', 'State', 'On its way by', 'Left', 'Late', 'Why'].map((name) => ({ name })),
    rows: those.map(({ deposit, state, dueAt, handedAt, isLate, lateReason }) => [
      ...[deposit, depositStateWords[state]],
      ...[momentAt(dueAt, timeZone), handedAt === null ? 'not yet' : momentAt(handedAt, timeZone)],
      isLate ? durationWords((handedAt ?? asOf) - dueAt) : '',
      isLate ? (lateReason ? (lateReason.words ?? 'explained') : 'no reason yet') : '',
    ]),
  });
  const [own, others] = [deposits.filter(({ isOfDay }) => isOfDay), deposits.filter(({ isOfDay }) => !isOfDay)];
  return [
    ...(own.length > 0 ? [table('Deposits of this day', own)] : []),
    ...(others.length > 0 ? [table('Other deposits that wait, or were late this month', others)] : []),
  ];
}

function hourTable({ hours }: DayOnPaper): LetterTable {
  return {
    ...{ block: 'table', title: 'Receipts issued by hour' },
    columns: [{ name: 'Hour' }, { name: 'Receipts', right }, { name: 'Usual', right }],
    rows: hours.map(({ hour, receipts, usual }) => [
      ...[`${hour}:00`, String(receipts), usual === null ? '' : usual.toFixed(1)],
    ]),
    totals: ['All', String(hours.reduce((total, { receipts }) => total + receipts, 0)), ''],
  };
}
