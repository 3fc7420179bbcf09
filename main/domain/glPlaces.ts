import type { Policy } from './district.ts';
import type { FundAndBars } from './fundAndBars.ts';
import type { Standing } from './standing.ts';

/** What stands where in the chart: the name of a place of `standing`, as accounts are mapped to it. */
export type GlPlaces = {
  places: readonly { name: string; fund: string; bars: string }[];
  treasurer: string | null;
  pool: { fund: string; claim: string; owed: string } | null;
  /** Funds whose chart has the code of `depositsInTransit`: in these a deposit may stand for itself. */
  transitFunds: readonly string[];
};

/** Where the accounts of the journal stand, as the district's policy says. */
export function glPlaces({ standing, chart }: Pick<Policy, 'standing' | 'chart'>): GlPlaces {
  const { treasurer, pool, ...places } = standing;
  return {
    places: Object.entries(places).flatMap(([name, place]) => (place === undefined ? [] : [{ name, ...place }])),
    treasurer: treasurer ?? null,
    pool: pool ?? null,
    transitFunds: chart.flatMap(({ fund, bars }) => (bars === places.depositsInTransit?.bars ? [fund] : [])),
  };
}

/** A place of the chart that has a name there; the treasurer's is a code in any fund. */
export type PlaceName = Exclude<keyof Standing, 'treasurer' | 'pool'>;

/**
 * At which place of `standing` each of the journals' own accounts stands, the first that fits; `%` is any text. Where it
 * holds a float, that is of the change fund. What has a code of its own is not here.
 */
export const PLACES_OF_ACCOUNTS = [
  ['drawer:%card', 'cardClearing'],
  ['clearing:card', 'cardClearing'],
  ['drawer:%', 'cashOnHand'],
  ['transit%', 'cashOnHand'],
  ['undeposited:%', 'cashOnHand'],
  ['deposit%', 'depositsInTransit'],
  ['safe', 'changeFund'],
  ['change-fund', 'changeFundSource'],
  ['difference:%', 'difference'],
  ['over-short', 'overShort'],
  ['rounding', 'rounding'],
  ['refunds-payable', 'refundsPayable'],
  ['unapplied%', 'unapplied'],
  ['suspense%', 'suspense'],
] as const satisfies readonly (readonly [pattern: string, place: PlaceName])[];

/**
 * Every place at which the general ledger has what stands at an account of the journals; none where the chart names none.
 * @param account whole, or without the drawer, handoff, batch, deposit or customer that it is of: `drawer:cash`
 */
export function placesOf(account: string, { standing, bankAccounts }: Stands): FundAndBars[] {
  const [kind, fund = '', bars = ''] = account.split(':');
  if (kind === 'gl') return [{ fund, bars }];
  if (kind === 'treasurer') return standing.treasurer === undefined ? [] : [{ fund, bars: standing.treasurer }];
  const name = PLACES_OF_ACCOUNTS.find(([pattern]) => fits(account, pattern))?.[1];
  const place = name && standing[name];
  if (!place) return [];
  // A deposit stands in each of its funds, where its bank account takes by fund.
  const byFund = name === 'depositsInTransit' ? bankAccounts.flatMap(({ funds = [] }) => funds) : [];
  return [...new Set([place.fund, ...byFund])].map((one) => ({ fund: one, bars: place.bars }));
}

type Stands = Pick<Policy, 'standing' | 'bankAccounts'>;

function fits(account: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('%');
  return end === undefined ? account === pattern : account.startsWith(start) && account.endsWith(end);
}

const WORDS: Record<keyof Standing, string> = {
  overShort: 'cash over and short',
  unapplied: 'unapplied credit',
  suspense: 'suspense',
  rounding: 'cash rounding',
  cashOnHand: 'cash on hand',
  changeFund: 'the change fund',
  changeFundSource: 'where the change fund comes from',
  depositsInTransit: 'deposits in transit',
  cardClearing: 'cards awaited',
  difference: 'differences to be explained',
  refundsPayable: 'refunds payable',
  treasurer: 'the county’s treasurer',
  pool: 'what one fund owes another',
};

/** What a missing place is for, in words; an account that no place is known for is named as it is. */
export function placeInWords(name: string): string {
  return Object.hasOwn(WORDS, name) ? WORDS[name as keyof Standing] : `account ${name}`;
}
