import type { AccountFlag } from '#domain/account';
import type { BusinessDay } from '#domain/businessDay';
import { type Cents, cents } from '#domain/money';
import { type BilledCharge, feeOf, openCharges, periodBefore, permitOf, type Standing } from './billing.ts';
import { type Chance, seededChance } from './chance.ts';
import { knownAccounts, type SampleAccount } from './knownAccounts.ts';
import { business, type Customer, careOf, household } from './names.ts';
import { mailingAddress, type Place, phoneOf, placeOf } from './places.ts';
import { whatMoreIsKnown } from './remarks.ts';

/** Premises of one route, numbered within five digits above those of the known accounts. */
const ROUTE_PREMISES = 80_000;
const FIRST_PREMISE = 14_000;
const COMMERCIAL_ROUTE = 41;

type Premise = { number: string; place: Place; isCommercial: boolean };

/**
 * So many accounts of the sample district, one after another: first the known ones, then premises with their occupants
 * in turn. A larger sample of the same seed begins with the smaller one.
 */
export function* sampleAccounts(count: number, seed: number, day: BusinessDay): Generator<SampleAccount> {
  let left = count;
  for (const known of knownAccounts(day)) {
    if (left-- <= 0) return;
    yield known;
  }
  const chance = seededChance(seed);
  for (let premise = 0; left > 0; premise++) {
    const where = premiseOf(chance, premise);
    const occupants = chance.likely(72) ? 1 : 2 + chance.whole(2);
    for (let occupant = 1; occupant <= occupants; occupant++) {
      // Drawn even when it is not needed any more, so that the count changes nothing but where the list ends.
      const account = accountOf(chance, where, occupant, occupant === occupants, day);
      if (left-- > 0) yield account;
    }
  }
}

function premiseOf(chance: Chance, premise: number): Premise {
  const isCommercial = chance.likely(7);
  const route = 40 + Math.floor(premise / ROUTE_PREMISES);
  // The second route is the commercial one, so homes go on with the next.
  const homes = route >= COMMERCIAL_ROUTE ? route + 1 : route;
  const within = FIRST_PREMISE + (premise % ROUTE_PREMISES);
  // A commercial premise keeps its number within the routes from 51 on, one for each route of homes.
  return {
    number: `${isCommercial ? homes + 11 : homes}-${within}`,
    place: placeOf(chance, premise),
    isCommercial,
  };
}

function accountOf(
  chance: Chance,
  premise: Premise,
  occupant: number,
  isLast: boolean,
  day: BusinessDay,
): SampleAccount {
  const customer = premise.isCommercial ? business(chance) : household(chance);
  const isClosed = !isLast || chance.likely(2);
  const standing = isClosed ? (chance.likely(4) ? 'late' : 'paid') : standingOf(chance);
  const charges = openCharges(chance, standing, day, usualBill(chance, premise.isCommercial), premise.isCommercial);
  const flags = flagsOf(chance, premise.isCommercial, standing, isClosed, charges);
  if (flags.includes('no-checks') && chance.likely(60)) {
    charges.push(feeOf('Returned check', periodBefore(day, 1).dueDay, 4_000));
  }
  if (!isClosed && chance.likely(1)) charges.push(permitOf(200 + chance.whole(9_800), day));
  const holder = holderOf(chance, premise, occupant, customer, isClosed, flags);
  return { holder: { ...holder, ...whatMoreIsKnown(holder, charges, day) }, charges };
}

function holderOf(
  chance: Chance,
  premise: Premise,
  occupant: number,
  customer: Customer,
  isClosed: boolean,
  flags: AccountFlag[],
): SampleAccount['holder'] {
  const { serviceAddress, parcel } = premise.place;
  return {
    accountNumber: `${premise.number}-${String(occupant).padStart(2, '0')}`,
    customer: customer.name,
    serviceAddress,
    mailingAddress: mailingAddress(chance, serviceAddress, careOf(chance)),
    parcel,
    phone: phoneOf(chance),
    email: customer.email,
    status: isClosed ? 'closed' : 'active',
    language: customer.language,
    flags,
    contract: flags.includes('contract') ? `PP-${premise.number.replace('-', '')}` : '',
    permits: [],
    notes: '',
  };
}

function standingOf(chance: Chance): Standing {
  const lot = chance.whole(100);
  if (lot < 24) return 'paid';
  if (lot < 80) return 'current';
  if (lot < 92) return 'late';
  return lot < 97 ? 'delinquent' : 'contract';
}

function usualBill(chance: Chance, isCommercial: boolean): Cents {
  if (isCommercial) return cents(16_400 + chance.whole(900_000));
  // One dwelling, the senior rate, two dwellings, a larger connection.
  return cents(chance.pick([8_640, 8_640, 8_640, 8_640, 8_640, 8_640, 4_320, 17_280, 10_140]));
}

function flagsOf(
  chance: Chance,
  isCommercial: boolean,
  standing: Standing,
  isClosed: boolean,
  charges: readonly BilledCharge[],
): AccountFlag[] {
  const fees = charges.filter((charge) => charge.kind === 'fee');
  const flags: AccountFlag[] = [];
  if (chance.likely(standing === 'delinquent' ? 15 : 1)) flags.push('no-checks');
  if (!isClosed && (standing === 'paid' || standing === 'current') && chance.likely(18)) flags.push('autopay');
  if (fees.some((fee) => fee.period.startsWith('Shut-off'))) flags.push('shut-off');
  if (fees.some((fee) => fee.period.startsWith('Lien'))) flags.push('lien');
  if (standing === 'contract') flags.push('contract');
  if (isCommercial) flags.push('commercial');
  return flags;
}
