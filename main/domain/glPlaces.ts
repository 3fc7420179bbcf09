import type { Policy } from './district.ts';
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
