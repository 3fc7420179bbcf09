import { cents, formatAmount, formatSigned } from '#domain/money';
import type { DayReport } from './officeWire.ts';

const AMOUNT = 16;

const amount = (value: number) => formatAmount(cents(value)).padStart(AMOUNT);
const row = (name: string, width: number, ...values: string[]) => `  ${name.padEnd(width)}${values.join('')}`.trimEnd();

/** A day's report as a page of text, row by row. */
export function reportInWords(report: DayReport): string[] {
  return [
    `${report.name} – ${report.day}${report.training ? ' – TRAINING, no real money' : ''}`,
    ...report.notes,
    '',
    ...receiptRows(report),
    ...drawerRows(report),
    ...postingRows(report),
    ...stationRows(report),
    ...troubleRows(report),
  ];
}

function receiptRows(report: DayReport): string[] {
  const { issued, voided, corrected, reversed, refunded, refunds, roundingCents } = report;
  const slips = (count: number) => `${count} ${count === 1 ? 'receipt ' : 'receipts'}`.padStart(16);
  const counted = (name: string, what: { count: number; cents: number }) =>
    row(name, 14, slips(what.count), amount(what.cents));
  return [
    'Receipts',
    counted('issued', issued),
    counted('voided', voided),
    counted('kept', { count: issued.count - voided.count, cents: issued.cents - voided.cents }),
    counted('corrected', corrected),
    counted('reversed', reversed),
    counted('refunded', refunded),
    row('cash rounding', 14, ''.padStart(16), formatSigned(cents(roundingCents)).padStart(AMOUNT)),
    '',
    ...tenderRows(report),
    ...(refunds.length === 0 ? [] : ['Refunds paid out']),
    ...refunds.map(({ means, count, cents: paid }) =>
      row(REFUNDED[means] ?? means, 26, String(count).padStart(4), amount(paid)),
    ),
    ...(refunds.length === 0 ? [] : ['']),
    ...custodyRows(report),
  ];
}

const CUSTODY: Readonly<Record<string, string>> = {
  cash_dropped: 'drops to the safe',
  cash_paid_in: 'paid in',
  cash_paid_out: 'paid out',
  no_sale: 'no sale',
  change_swapped: 'change swaps with the safe',
  drawer_checked: 'counted by a supervisor',
  totals_read: 'totals read (X)',
};

/** Cash that moved at drawers and was no receipt; nothing on a day without any. */
function custodyRows({ custody }: DayReport): string[] {
  if (custody.length === 0) return [];
  return [
    'Cash that is no receipt',
    ...custody.map(({ kind, count, cents: moved }) =>
      row(CUSTODY[kind] ?? kind, 26, String(count).padStart(4), amount(moved)),
    ),
    '',
  ];
}

const REFUNDED: Readonly<Record<string, string>> = {
  cash: 'cash, given back above',
  card: 'cards, on the terminal',
  warrant: 'by warrant',
};

/** What each tender's drawers hold, floats aside: `kept` is what the Z reports expect. */
function tenderRows({ tenders }: DayReport): string[] {
  return [
    `Tenders ${'taken'.padStart(24)}${'given back'.padStart(AMOUNT)}${'corrected'.padStart(AMOUNT)}${'kept'.padStart(AMOUNT)}`,
    ...tenders.map((tender) => {
      const corrected = tender.correctedInCents - tender.correctedOutCents;
      return row(
        tender.tender,
        14,
        amount(tender.takenCents),
        amount(tender.givenBackCents),
        formatSigned(cents(corrected)).padStart(AMOUNT),
        amount(tender.takenCents - tender.givenBackCents + corrected),
      );
    }),
    '',
  ];
}

function drawerRows({ drawers }: DayReport): string[] {
  const cash = (difference: number) =>
    difference === 0 ? 'even' : `${difference > 0 ? 'over' : 'short'} ${formatSigned(cents(difference))}`;
  const other = (name: string, difference: number) =>
    difference === 0 ? '' : `, ${name} differ by ${formatSigned(cents(difference))}`;
  return [
    'Drawers closed',
    ...drawers.map((drawer) =>
      row(
        drawer.drawer,
        14,
        `${drawer.cashier.padEnd(14)}${(drawer.z ?? 'ended').padEnd(14)}cash ${cash(drawer.overShortCents)}`,
        other('checks', drawer.checkDifferenceCents),
        other('cards', drawer.cardDifferenceCents),
      ),
    ),
    ...(drawers.length === 0 ? ['  none'] : []),
    '',
  ];
}

function postingRows({ postings, debitCents, creditCents }: DayReport): string[] {
  const width = Math.max(20, ...postings.map((posting) => posting.account.length)) + 2;
  const verdict =
    debitCents === creditCents
      ? `Debits equal credits: ${formatAmount(cents(debitCents))}.`
      : `DEBITS DO NOT EQUAL CREDITS: ${formatAmount(cents(debitCents))} against ${formatAmount(cents(creditCents))}.`;
  return [
    `Postings${' '.repeat(width - 6)}${'debit'.padStart(AMOUNT)}${'credit'.padStart(AMOUNT)}`,
    ...postings.map((posting) =>
      row(posting.account, width, amount(posting.debitCents), amount(posting.creditCents), `  ${posting.name}`),
    ),
    row('', width, amount(debitCents), amount(creditCents)),
    verdict,
    '',
  ];
}

function stationRows({ stations }: DayReport): string[] {
  return [
    'Stations',
    ...stations.map(({ station, entries, waiting }) =>
      row(
        station,
        14,
        `${entries} ${entries === 1 ? 'entry' : 'entries'} of the day`,
        waiting > 0 ? `, ${waiting} not applied yet` : '',
      ),
    ),
    ...(stations.length === 0 ? ['  none'] : []),
    '',
  ];
}

function troubleRows({ parked, quarantine }: DayReport): string[] {
  if (parked.length + quarantine.length === 0) return ['Nothing is parked and nothing is in quarantine.'];
  return [
    ...(parked.length > 0 ? ['Parked: stored and not applied; a person must look at each'] : []),
    ...parked.map(({ station, sequence, why, detail }) => row(`${station} ${sequence}`, 14, `${why} (${detail})`)),
    ...(quarantine.length > 0 ? ['In quarantine: belongs to no chain; a person must look at each'] : []),
    ...quarantine.map(({ station, sequence, hash, why }) =>
      row(`${station} ${sequence ?? '?'}`, 14, `${hash.slice(0, 12)}… ${why}`),
    ),
  ];
}
