import type { AccountHolder } from '#domain/account';
import { type BusinessDay, dayAfter } from '#domain/businessDay';
import { type BilledCharge, permitNumber } from './billing.ts';
import { type Chance, seededChance } from './chance.ts';
import { household } from './names.ts';

/** What the office lets the counter know of an account beside who and where it is. */
type Remarks = Pick<AccountHolder, 'permits' | 'notes'>;

const EARLIER: readonly ((chance: Chance) => string)[] = [
  (chance) => `Tenant: ${household(chance).name}. Bills go to the owner.`,
  (chance) => `Earlier owner: ${household(chance).name}.`,
  (chance) => `Earlier owner: ${household(chance).name}.`,
  (chance) => `Contractor of the side sewer: ${household(chance).name}.`,
  (chance) => `May also be paid by ${household(chance).name}.`,
  () => 'Gate is locked: call before a visit.',
  () => 'Senior rate, to be renewed each January.',
];

/** Permits and notes, drawn for the account alone: who is in a sample does not depend on what is noted of others. */
export function whatMoreIsKnown(holder: AccountHolder, charges: readonly BilledCharge[], day: BusinessDay): Remarks {
  const chance = seededChance(Number(holder.accountNumber.replaceAll('-', '')) % 2 ** 32);
  const unpaid = charges.filter((charge) => charge.kind === 'permit').map((charge) => charge.period);
  const granted = chance.likely(3)
    ? [permitNumber(chance.whole(10_000), dayAfter(day, -366 * (1 + chance.whole(5))))]
    : [];
  const remark = chance.likely(8) ? chance.pick(EARLIER)(chance) : '';
  return {
    permits: [...new Set([...unpaid, ...granted])],
    notes: [...warningsOf(holder, chance), remark].filter(Boolean).join(' '),
  };
}

function warningsOf({ flags }: AccountHolder, chance: Chance): string[] {
  const check = 1_000 + chance.whole(8_000);
  return [
    ...(flags.includes('no-checks') ? [`Check № ${check} came back. The board looks at it again in January.`] : []),
    ...(flags.includes('lien') ? ['Lien filed with the county. Finance releases it when all is paid.'] : []),
    ...(flags.includes('shut-off') ? ['Shut-off notice left at the door.'] : []),
  ];
}
