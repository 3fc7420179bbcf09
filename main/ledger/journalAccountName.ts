import type { Policy } from '#domain/district';
import { placesOf } from '#domain/glPlaces';
import { TENDER_WORDS } from '#domain/officeWords';
import { DrawerTender } from '#domain/tender';

/** Accounts that only the journals have, by their first word; the others are called what the chart calls their place. */
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
  'refunds-payable': 'Refunds payable',
};

/** Accounts of which a float may be a part: the general ledger has that with the change fund. */
const WITH_FLOATS: readonly string[] = ['drawer:cash', 'transit'];

/**
 * What an account of the journals is called, with its tender and with each place at which the general ledger has it:
 * `In drawers: Card (401 1119500)`. One that has a code of its own is what the chart calls that.
 */
export function journalAccountName(account: string, policy: Policy): string {
  const [kind = '', of] = account.split(':');
  const places = placesOf(account, policy);
  const known = policy.chart.find(({ fund, bars }) => fund === places[0]?.fund && bars === places[0]?.bars);
  if (kind === 'gl') return known?.name ?? 'not in the chart';
  const name = WORDS[kind] ?? known?.name ?? 'not in the chart';
  const named = of === undefined || kind === 'treasurer' ? name : `${name}: ${wordOf(of)}`;
  const { changeFund } = policy.standing;
  const floats = changeFund && WITH_FLOATS.includes(account) ? [`floats ${changeFund.fund} ${changeFund.bars}`] : [];
  const stands = [...places.map(({ fund, bars }) => `${fund} ${bars}`), ...floats].join(', ');
  return stands === '' ? named : `${named} (${stands})`;
}

function wordOf(of: string): string {
  const tender = DrawerTender.safeParse(of);
  return tender.success ? TENDER_WORDS[tender.data] : of === 'deposit' ? 'Deposits' : of;
}
