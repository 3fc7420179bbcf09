import type { AccountFlag, AccountHolder } from '#domain/account';
import type { BusinessDay } from '#domain/businessDay';
import { dayAfter } from '#domain/businessDay';
import { type Cents, cents } from '#domain/money';
import {
  type BilledCharge,
  feeOf,
  PAYMENT_PLAN,
  penaltyOn,
  periodBefore,
  permitNumber,
  permitOf,
  serviceCharge,
} from './billing.ts';

/** An account and what is open on it, as the two files of a load say it. */
export type SampleAccount = { holder: AccountHolder; charges: BilledCharge[] };

type Known = {
  number: string;
  customer: string;
  address: string;
  owes: 'nothing' | 'bill' | 'twoBills' | 'late' | 'plan' | 'permit';
  bill?: number;
  flags?: AccountFlag[];
  language?: AccountHolder['language'];
  phone?: string;
  parcel?: string;
  mailing?: string;
  email?: string;
  isClosed?: boolean;
  notes?: string;
};

/** People whom manuals, screens and tests speak of. They open every sample, whatever its seed. */
const KNOWN: readonly Known[] = [
  {
    number: '40-11872-03',
    customer: 'Hale, Dorothea',
    address: '118 Quarry Rd',
    owes: 'late',
    phone: '(360) 555-0142',
    parcel: '0418-22-0071',
    email: 'dorothea.hale@example.net',
  },
  {
    number: '40-12093-01',
    customer: 'Nguyễn, Minh Châu',
    address: '2214 Alder Ct NE',
    owes: 'plan',
    flags: ['no-checks', 'autopay', 'contract'],
    notes: 'Check № 2204 came back in October. No checks until the plan is paid.',
    language: 'vi',
    phone: '(360) 555-0187',
    parcel: '0418-22-0093',
  },
  { number: '40-11540-02', customer: 'Nguyen, Kevin D.', address: '907 Skagit Ln', owes: 'bill' },
  {
    number: '40-13307-01',
    customer: 'Nguyen, Quoc Bao',
    address: '1828 Tide St, Unit 4',
    owes: 'nothing',
    language: 'vi',
  },
  {
    number: '40-10877-01',
    customer: 'Nguyen, Thu Ha',
    address: '33 Heron Way',
    owes: 'nothing',
    flags: ['autopay'],
    language: 'vi',
  },
  {
    number: '40-09914-04',
    customer: 'Nguyen, Van Tuan',
    address: '415 Orchard St',
    owes: 'nothing',
    language: 'vi',
    isClosed: true,
  },
  { number: '40-12611-01', customer: 'Nguyen-Okafor, Adaeze', address: '1410 Cedar Loop', owes: 'twoBills' },
  { number: '40-10052-02', customer: 'Nguyen Family Trust', address: '5 Marina Pl', owes: 'nothing' },
  {
    number: '41-00418-01',
    customer: 'Nguyen Nail & Spa LLC',
    address: '301 Front St, Suite B',
    owes: 'bill',
    bill: 41_822,
    flags: ['commercial'],
  },
  { number: '40-12760-01', customer: 'Nguy, Mei-Ling', address: '611 Bayview Ave', owes: 'bill' },
  {
    number: '40-11219-03',
    customer: 'Lindqvist, Per',
    address: '77 Kelp Dr',
    owes: 'bill',
    email: 'per.lindqvist@example.org',
    notes: 'Earlier owner: Nguyen, Bao.',
  },
  {
    number: '40-12155-01',
    customer: 'Okonkwo, Ifeoma',
    address: '2040 Madrona Ave NE',
    owes: 'bill',
    bill: 25_920,
    mailing: 'c/o Nguyen Property, 88 Ferry St, Quarry Bay WA 98379',
  },
  {
    number: '40-10660-02',
    customer: 'Tran, Linh',
    address: '19 Salal Ln',
    owes: 'bill',
    bill: 10_140,
    language: 'vi',
    notes: 'Tenant: Nguyen, Hai. Bills go to the owner.',
  },
  {
    number: '40-10871-02',
    customer: 'Bergström, Åsa',
    address: '930 Osprey Ct',
    owes: 'permit',
    parcel: '0418-22-0097',
    email: 'asa.bergstrom@example.net',
    notes: 'Permit for Nguyen Builders, who may pay it.',
  },
  { number: '40-12380-01', customer: 'Castellanos, Inés', address: '12 Hemlock St', owes: 'bill', language: 'es' },
  { number: '40-11034-02', customer: 'Okafor, Chidi', address: '640 Chinook Way', owes: 'twoBills' },
  {
    number: '41-00120-01',
    customer: 'Rainier Court HOA',
    address: '1 Rainier Ct',
    owes: 'bill',
    bill: 103_680,
    flags: ['commercial'],
  },
  {
    number: '40-12277-01',
    customer: 'Petrov, Alexei',
    address: '58 Lighthouse Rd',
    owes: 'bill',
    bill: 10_140,
    language: 'ru',
  },
  { number: '40-12278-01', customer: 'Петров, Алексей', address: '60 Lighthouse Rd', owes: 'bill', language: 'ru' },
  { number: '40-11702-01', customer: 'Mbeki-Larsen, Thandi', address: '204 E 14th St', owes: 'bill' },
  { number: '40-10519-01', customer: 'Yamada, Kenji', address: '7 Sandpiper Ln', owes: 'bill' },
  { number: '40-12904-01', customer: 'Singh, Harjit', address: '1190 Old Mill Rd', owes: 'bill', bill: 12_960 },
  {
    number: '40-13018-01',
    customer: 'Faʻasavalu, Sione',
    address: '36 Driftwood Dr',
    owes: 'late',
    flags: ['shut-off'],
    notes: 'Shut-off notice left at the door.',
  },
  { number: '40-11907-01', customer: 'Björnsdóttir, Katrín', address: '500 Eagle Crest Dr NW', owes: 'twoBills' },
  {
    number: '41-00391-01',
    customer: 'Delgado Plumbing',
    address: '2 Cannery Row',
    owes: 'permit',
    flags: ['commercial'],
  },
  {
    number: '40-10412-02',
    customer: 'Aguilar-Reyes, Xóchitl',
    address: '81 Huckleberry Ln',
    owes: 'bill',
    language: 'es',
  },
  { number: '40-12344-01', customer: 'Chukwuemeka, Obinna', address: '14 3rd Ave NE', owes: 'bill' },
  {
    number: '41-00233-01',
    customer: 'Harbor Laundromat Inc.',
    address: '66 Front St',
    owes: 'bill',
    bill: 124_416,
    flags: ['commercial'],
  },
  { number: '40-10990-03', customer: 'Dvořák, Jana', address: '9 2nd Ave', owes: 'bill', bill: 10_140 },
  { number: '40-09877-02', customer: 'Haile, Selamawit', address: '402 1st Ave', owes: 'bill', bill: 4_320 },
  { number: '40-12502-01', customer: 'Ivanenko, Oksana', address: '5 Point Hudson Rd', owes: 'bill', language: 'ru' },
  { number: '40-12503-01', customer: 'Иванова, Ольга', address: '7 Point Hudson Rd', owes: 'late', language: 'ru' },
  { number: '40-10304-01', customer: 'Łukasik, Zofia', address: '23 Ferry St', owes: 'bill' },
  { number: '40-12871-01', customer: 'O’Sullivan, Niamh', address: '312 Tide St', owes: 'bill' },
  {
    number: '41-00507-01',
    customer: 'Petrosyan Auto Body',
    address: '8 State Route 20',
    owes: 'bill',
    bill: 82_944,
    flags: ['commercial'],
  },
  {
    number: '40-10715-01',
    customer: 'Quispe Mamani, Rosa',
    address: '41 Heron Way',
    owes: 'late',
    flags: ['lien'],
    language: 'es',
    email: 'rosa.quispe@example.com',
    notes: 'Lien filed with the county. Finance releases it when all is paid.',
  },
  { number: '40-11488-01', customer: 'Tkachenko, Dmytro', address: '3 Orchard St', owes: 'twoBills', language: 'ru' },
  { number: '40-10233-01', customer: 'Whitehorse, Leland', address: '6 Quarry Rd', owes: 'bill' },
];

const USUAL_BILL = cents(8_640);

/** The accounts of {@link KNOWN} with their charges as of a day. */
export function knownAccounts(day: BusinessDay): SampleAccount[] {
  return KNOWN.map((known, place) => ({
    holder: {
      accountNumber: known.number,
      customer: known.customer,
      serviceAddress: known.address,
      mailingAddress: known.mailing ?? `${known.address}, Quarry Bay WA 98379`,
      parcel: known.parcel ?? `0417-22-${String(100 + place).padStart(4, '0')}`,
      phone: known.phone ?? '',
      email: known.email ?? '',
      status: known.isClosed ? 'closed' : 'active',
      language: known.language ?? 'en',
      flags: known.flags ?? [],
      contract: known.owes === 'plan' ? `PP-${known.number.slice(0, 8).replace('-', '')}` : '',
      permits: known.owes === 'permit' ? [permitNumber(90 + place, day)] : [],
      notes: known.notes ?? '',
    },
    charges: owed(known, day, place),
  }));
}

function owed(known: Known, day: BusinessDay, place: number): BilledCharge[] {
  const usual: Cents = known.bill === undefined ? USUAL_BILL : cents(known.bill);
  const bill = (before: number) => serviceCharge(periodBefore(day, before), usual, known.flags?.includes('commercial'));
  switch (known.owes) {
    case 'nothing':
      return [];
    case 'bill':
      return [bill(0)];
    case 'twoBills':
      return [bill(0), bill(1)];
    case 'late':
      return [bill(0), penaltyOn(bill(1))];
    case 'plan':
      return [bill(0), bill(1), penaltyOn(bill(1)), feeOf('Returned check', dayAfter(day, -8), 4_000), ...plan(day)];
    case 'permit':
      return [permitOf(90 + place, day)];
  }
}

/** Four of six installments are left, the first of them eight days late. */
function plan(day: BusinessDay): BilledCharge[] {
  return [3, 4, 5, 6].map((number, place) => ({
    kind: 'contract' as const,
    period: `installment ${number} of 6`,
    dueDay: dayAfter(day, 30 * place - 8),
    cents: cents(6_250),
    ...PAYMENT_PLAN,
  }));
}
