import { BATCHES_MAX } from '#contract/batchCalls';
import type { Output, Parsed } from '#contract/contract';
import { DAY_ROWS_MAX } from '#contract/daySeen';
import { batchesListed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { daysBeside, receiptsByHour, stationsOfDay, suchDaysBefore } from '#db/ledger/dayFigures';
import { type DepositRow, depositNamed, depositsListed, partsOfBatches } from '#db/ledger/deposits';
import { drawersAtOnce } from '#db/ledger/drawersOpen';
import { enrolledSeries } from '#db/ledger/stations';
import { type BusinessDay, dayOf } from '#domain/businessDay';
import { DrawerTender } from '#domain/tender';
import { dayDrawer, toldOf } from './dayDrawers.ts';
import { dayTie, type TiedBatch } from './dayTie.ts';
import { waitingFor } from './dayWaiting.ts';
import { depositListed } from './depositListed.ts';
import { lateBatches } from './lateBatches.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

type Day = Output<'day'>;

/** So many days of the same name make the usual one. */
const USUAL_OF = 8;
/** Deposits looked through for those that were late this month. */
const DEPOSITS_LOOKED_AT = 200;

/** One business day of the district as it stands, and what waits for who asks. */
export async function day(tx: LedgerTx, input: Parsed<'day'>, at: OfficeAt): Promise<Output<'day'>> {
  const { district, policy } = at;
  const asked = input.day ?? at.today;
  const named = await nameOf(tx, district);
  const rows = await batchesListed(tx, district, { day: asked, state: undefined, after: undefined }, BATCHES_MAX);
  const drawers: Day['drawers'] = [];
  const tied: TiedBatch[] = [];
  for (const row of rows.toReversed()) {
    const tenders = await toldOf(tx, district, row);
    drawers.push(await dayDrawer(tx, district, row, tenders, named));
    if (tenders) tied.push({ row, tenders });
  }
  const enrolled = await enrolledSeries(tx, district);
  const heard = await stationsOfDay(tx, district, asked);
  return {
    day: asked,
    ...(await daysBeside(tx, district, asked)),
    stations: { enrolled: enrolled.length, silent: enrolled.filter((series) => !heard.includes(series)) },
    drawers,
    atOnce: (await drawersAtOnce(tx, district, { from: asked, to: asked }))
      .slice(0, DAY_ROWS_MAX)
      .map(({ person, drawer, station, other, otherStation }) => ({
        ...{ personName: named(person), drawer, station, other, otherStation },
      })),
    totals: totalsOf(drawers),
    ...(await dayTie(tx, district, asked, tied)),
    waiting: await waitingFor(tx, named, at),
    ...(await depositsOf(tx, named, at, { day: asked, batches: rows.map(({ batch }) => batch) })),
    hours: await hoursOf(tx, district, asked, policy.timeZone),
  };
}

/** What the drawers brought whose amounts are told. */
function totalsOf(drawers: Day['drawers']): Day['totals'] {
  const told = drawers.filter((drawer) => drawer.told !== null);
  const taken = DrawerTender.options.map((tender) => ({
    tender,
    cents: told.reduce((total, one) => total + (one.told?.taken.find((row) => row.tender === tender)?.cents ?? 0), 0),
  }));
  return {
    receipts: told.reduce((total, { receipts }) => total + receipts, 0),
    taken,
    takenCents: taken.reduce((total, { cents }) => total + cents, 0),
  };
}

/** Deposits of the day's money; with today all others too that are not on their way yet, or were late in its month. */
async function depositsOf(
  tx: LedgerTx,
  named: (person: string) => string,
  at: OfficeAt,
  asked: { day: BusinessDay; batches: readonly string[] },
): Promise<Pick<Day, 'deposits' | 'lateThisMonth' | 'lateBatches'>> {
  const own = await depositsHolding(tx, at.district, asked.batches);
  const isOwn = ({ deposit }: DepositRow) => own.some((row) => row.deposit === deposit);
  const today = asked.day === at.today ? await waitingOrLate(tx, at) : null;
  const all = [...own, ...(today?.deposits ?? []).filter((row) => !isOwn(row))];
  const waiting = today && (await lateBatches(tx, at));
  const here = all.filter(({ handedAt }) => handedAt === null).toSorted((left, right) => left.dueAt - right.dueAt);
  const shown = [...here, ...all.filter(({ handedAt }) => handedAt !== null)].slice(0, DAY_ROWS_MAX);
  return {
    deposits: shown.map((row) => {
      const { deposit, state, dueAt, handedAt, isLate, lateReason } = depositListed(row, named, at);
      return { deposit, state, isOfDay: isOwn(row), dueAt, handedAt, isLate, lateReason };
    }),
    lateThisMonth: today?.late ?? null,
    lateBatches: waiting?.[0] ? { batches: waiting.length, dueAt: waiting[0].dueAt } : null,
  };
}

/** Deposits that something of these batches lies in, in their order. */
async function depositsHolding(tx: LedgerTx, district: string, batches: readonly string[]): Promise<DepositRow[]> {
  const names = new Set((await partsOfBatches(tx, district, batches)).map(({ deposit }) => deposit));
  const rows: DepositRow[] = [];
  for (const name of [...names].toSorted()) {
    const row = await depositNamed(tx, district, name);
    if (row) rows.push(row);
  }
  return rows;
}

/** Deposits of whatever day that are not on their way yet, and those that were late in the month of today: how many. */
async function waitingOrLate(
  tx: LedgerTx,
  { district, now, policy, today }: OfficeAt,
): Promise<{ deposits: DepositRow[]; late: number }> {
  const all = { before: undefined, now };
  const rows = await depositsListed(tx, district, { ...all, late: false }, DEPOSITS_LOOKED_AT);
  const here = rows.filter(({ state, handedAt }) => state !== 'withdrawn' && handedAt === null);
  const month = today.slice(0, 7);
  const late = (await depositsListed(tx, district, { ...all, late: true }, DEPOSITS_LOOKED_AT)).filter(
    ({ state, dueAt }) => state !== 'withdrawn' && dayOf(dueAt, policy.timeZone).slice(0, 7) === month,
  );
  const gone = late.filter((row) => !here.some(({ deposit }) => deposit === row.deposit));
  return { deposits: [...here, ...gone], late: late.length };
}

/** Receipts by the hour, beside the mean of the last days of the same name; hours between the first and the last alone. */
async function hoursOf(tx: LedgerTx, district: string, asked: BusinessDay, timeZone: string): Promise<Day['hours']> {
  const before = await suchDaysBefore(tx, district, asked, USUAL_OF);
  const rows = await receiptsByHour(tx, district, [asked, ...before], timeZone);
  const hours = rows.map(({ hour }) => hour);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  if (rows.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, after) => {
    const of = rows.filter(({ hour }) => hour === first + after);
    const usual = of.filter((row) => row.day !== asked).reduce((total, { receipts }) => total + receipts, 0);
    return {
      hour: first + after,
      receipts: of.find((row) => row.day === asked)?.receipts ?? 0,
      usual: before.length === 0 ? null : usual / before.length,
    };
  });
}
