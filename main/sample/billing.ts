import type { BusinessDay } from '#domain/businessDay';
import { dayAfter, daysBetween } from '#domain/businessDay';
import type { ChargeKind } from '#domain/chargeKind';
import { allocate, type Cents, cents } from '#domain/money';
import type { Chance } from './chance.ts';

/** One row of `charges.csv`, the account left out. */
export type BilledCharge = {
  kind: ChargeKind;
  period: string;
  dueDay: BusinessDay;
  cents: Cents;
  fund: string;
  bars: string;
};

/** How an account stands with its bills. */
export type Standing = 'paid' | 'current' | 'late' | 'delinquent' | 'contract';

export const SEWER = { fund: '401', bars: '3435001' };
export const COMMERCIAL_SEWER = { fund: '401', bars: '3435002' };
export const PAYMENT_PLAN = { fund: '401', bars: '3435004' };
export const PENALTY = { fund: '401', bars: '3597001' };
export const INTEREST = { fund: '401', bars: '3611401' };
export const FEE = { fund: '401', bars: '3439001' };
export const PERMIT = { fund: '402', bars: '3221000' };
export const CONNECTION_PLAN = { fund: '402', bars: '3790001' };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Period = { name: string; dueDay: BusinessDay };

/** The bi-monthly period billed so many bills before the last one: `Sep–Oct 2026`, due at the end of November. */
export function periodBefore(day: BusinessDay, bills: number): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const monthsSoFar = year * 12 + month - 1;
  // Periods end with even months and are billed on the first of the next one.
  const end = monthsSoFar - (monthsSoFar % 2) - 1 - 2 * bills;
  const name = `${MONTHS[(end - 1) % 12]}–${MONTHS[end % 12]} ${Math.floor(end / 12)}`;
  return { name, dueDay: dayAfter(firstOf(end + 2), -1) };
}

/** The service charge of one period. */
export function serviceCharge(period: Period, amount: Cents, isCommercial = false): BilledCharge {
  return {
    kind: 'service',
    period: period.name,
    dueDay: period.dueDay,
    cents: amount,
    ...(isCommercial ? COMMERCIAL_SEWER : SEWER),
  };
}

/** Ten percent of what was late, due the day after. */
export function penaltyOn(late: BilledCharge): BilledCharge {
  return {
    kind: 'penalty',
    period: late.period,
    dueDay: dayAfter(late.dueDay, 1),
    cents: part(late.cents, 1_000),
    ...PENALTY,
  };
}

/** Simple interest of eight percent a year on what is more than sixty days late. */
export function interestOn(late: BilledCharge, day: BusinessDay): BilledCharge {
  const days = daysBetween(late.dueDay, day);
  return {
    kind: 'interest',
    period: late.period,
    dueDay: dayAfter(late.dueDay, 61),
    cents: part(late.cents, Math.round((800 * days) / 365)),
    ...INTEREST,
  };
}

/** Every open charge of an account in such a standing on a day; `amount` is its usual bill. */
export function openCharges(
  chance: Chance,
  standing: Standing,
  day: BusinessDay,
  amount: Cents,
  isCommercial: boolean,
): BilledCharge[] {
  const bill = (before: number) => serviceCharge(periodBefore(day, before), amount, isCommercial);
  switch (standing) {
    case 'paid':
      return [];
    case 'current':
      return [bill(0)];
    case 'late':
      return [bill(0), bill(1), penaltyOn(bill(1))];
    case 'delinquent':
      return [bill(0), ...delinquency(chance, day, bill)];
    case 'contract':
      return [...(chance.likely(70) ? [bill(0)] : []), ...installments(chance, day)];
  }
}

function delinquency(chance: Chance, day: BusinessDay, bill: (before: number) => BilledCharge): BilledCharge[] {
  const late = Array.from({ length: 2 + chance.whole(4) }, (_, before) => bill(before + 1));
  const charges = late.flatMap((charge) =>
    daysBetween(charge.dueDay, day) > 60
      ? [charge, penaltyOn(charge), interestOn(charge, day)]
      : [charge, penaltyOn(charge)],
  );
  const last = periodBefore(day, 1);
  if (late.length > 3) charges.push(feeOf(`Lien filing ${day.slice(0, 4)}`, last.dueDay, 18_700));
  if (late.length > 2) charges.push(feeOf('Shut-off notice', last.dueDay, 2_500));
  return charges;
}

/** What is left of a payment plan, one of its installments perhaps late. */
export function installments(chance: Chance, day: BusinessDay): BilledCharge[] {
  const of = chance.pick([6, 6, 12, 24]);
  const isConnection = of === 24;
  const amount = isConnection ? cents(18_750) : cents(chance.pick([4_500, 6_250, 8_000]));
  const paid = chance.whole(of - 1);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const firstDue = year * 12 + month - 1 - (chance.likely(40) ? 1 : 0);
  return Array.from({ length: of - paid }, (_, place) => ({
    kind: 'contract' as const,
    period: `installment ${paid + place + 1} of ${of}`,
    dueDay: dayAfter(firstOf(firstDue + place), 14),
    cents: amount,
    ...(isConnection ? CONNECTION_PLAN : PAYMENT_PLAN),
  }));
}

/** A fee of its own, such as for a returned check. */
export function feeOf(name: string, dueDay: BusinessDay, amount: number): BilledCharge {
  return { kind: 'fee', period: name, dueDay, cents: cents(amount), ...FEE };
}

/** `SSP-2026-0097`. */
export function permitNumber(number: number, day: BusinessDay): string {
  return `SSP-${day.slice(0, 4)}-${String(number).padStart(4, '0')}`;
}

/** A permit that was granted and waits to be paid. */
export function permitOf(number: number, day: BusinessDay): BilledCharge {
  return {
    kind: 'permit',
    period: permitNumber(number, day),
    dueDay: day,
    cents: cents(116_325),
    ...PERMIT,
  };
}

/** So many hundredths of a percent of an amount, never below a cent. */
function part(amount: Cents, hundredthsOfPercent: number): Cents {
  const weight = Math.min(Math.max(hundredthsOfPercent, 1), 10_000);
  return allocate(amount, [weight, 10_000 - weight])[0] ?? amount;
}

function firstOf(monthsSoFar: number): BusinessDay {
  return `${Math.floor(monthsSoFar / 12)}-${String((monthsSoFar % 12) + 1).padStart(2, '0')}-01`;
}
