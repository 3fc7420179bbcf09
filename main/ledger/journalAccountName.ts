import type { Policy } from '#domain/district';
import { TENDER_WORDS } from '#domain/officeWords';
import { DrawerTender } from '#domain/tender';
import { accountName } from './accountName.ts';

type PlaceName = 'cashOnHand' | 'changeFund' | 'changeFundSource' | 'depositsInTransit' | 'cardClearing' | 'difference';

/** By their first word, the accounts that only the journals have, and where a GL export puts each. */
const PLACES: Record<string, PlaceName> = {
  drawer: 'cashOnHand',
  transit: 'cashOnHand',
  undeposited: 'cashOnHand',
  safe: 'changeFund',
  'change-fund': 'changeFundSource',
  deposit: 'depositsInTransit',
  clearing: 'cardClearing',
  difference: 'difference',
};

/**
 * What an account of the journals is called, with its tender and with the place at which the general ledger has it:
 * `In drawers: Cash (401 1113000)`.
 */
export function journalAccountName(account: string, policy: Policy): string {
  const [kind = '', of] = account.split(':');
  const name = accountName(account, policy);
  const place = of === 'card' ? 'cardClearing' : PLACES[kind];
  if (place === undefined) return name;
  const tender = DrawerTender.safeParse(of);
  const named = tender.success ? `${name}: ${TENDER_WORDS[tender.data]}` : name;
  const stands = policy.standing[place];
  return stands === undefined ? named : `${named} (${stands.fund} ${stands.bars})`;
}
