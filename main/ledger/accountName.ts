import type { Policy } from '#domain/district';

/** Accounts of the journal's own, by their first word, and where each stands in the chart. */
const OWN: Record<string, (policy: Policy) => { fund: string; bars: string } | null> = {
  'over-short': (policy) => policy.standing.overShort,
  unapplied: (policy) => policy.standing.unapplied,
  suspense: (policy) => policy.standing.suspense,
  rounding: (policy) => policy.standing.rounding,
};

const WORDS: Record<string, string> = {
  drawer: 'In drawers',
  transit: 'Handed over, not yet received',
  difference: 'Differences to be explained',
  clearing: 'Awaited from the bank',
  safe: 'In the safe',
  'change-fund': 'Change fund',
  undeposited: 'Counted, not yet deposited',
  deposit: 'In deposits',
  treasurer: 'With the county’s treasurer',
};

/** What an account is called in the district's chart; its kind in words when the chart has no such account. */
export function accountName(account: string, policy: Policy): string {
  const [kind = '', ...rest] = account.split(':');
  const code = kind === 'gl' ? { fund: rest[0] ?? '', bars: rest[1] ?? '' } : (OWN[kind]?.(policy) ?? null);
  const named = code && policy.chart.find((known) => known.fund === code.fund && known.bars === code.bars);
  if (named && kind !== 'gl') return `${named.name} (${named.fund} ${named.bars})`;
  return named?.name ?? WORDS[kind] ?? 'not in the chart';
}
