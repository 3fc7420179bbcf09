import type { FirstPerson } from '#domain/district';
import { sampleDistrict } from '#main/sample/district';
import { accountRow, accountsCsv, chargeRow, chargesCsv, type Files } from '../support/ledger.ts';
import { POLICY } from '../support/quarryBay.ts';

/* A district with enough cashiers that each station has one of its own, and a handful of accounts that owe. */

export const DISTRICT = 'quarry-bay';

/** The stations that a seed may have, and the cashier who works at each. */
export const SERIES = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const;
export const cashierOf = (series: string): string => `c.${series.toLowerCase()}`;

export const COUNTS = 'j.whitebear';
export const APPROVES = 'i.solheim';
export const FINANCE = 'e.lindqvist';

const CASHIERS: FirstPerson[] = SERIES.map((series, place) => ({
  person: cashierOf(series),
  name: `Cashier of ${series}`,
  role: 'cashier',
  firstPin: String(2_580 + place * 7),
}));

const sample = sampleDistrict('2026-11-23', POLICY.checkSealingKey, POLICY.checkMatchingKey);
const PEOPLE = [...sample.people, ...CASHIERS];

/** First PINs by person. */
export const PINS: ReadonlyMap<string, string> = new Map(PEOPLE.map(({ person, firstPin }) => [person, firstPin]));

/** What each account owes at first, in cents, by its number. */
export const BILLED: ReadonlyMap<string, number> = new Map([
  ['40-10000-01', 8_640],
  ['40-10001-01', 1_500],
  ['40-10002-01', 120_000],
  ['40-10003-01', 45_515],
]);

/** Its files, as the ledger loads them. */
export function theDistrict(): Files {
  const numbers = [...BILLED.keys()];
  return {
    district: JSON.stringify({ ...sample, district: DISTRICT, people: PEOPLE }),
    accounts: accountsCsv(...numbers.map((number, place) => accountRow(number, `Customer ${place}`))),
    charges: chargesCsv(...[...BILLED].map(([number, owed]) => chargeRow(number, (owed / 100).toFixed(2)))),
  };
}
