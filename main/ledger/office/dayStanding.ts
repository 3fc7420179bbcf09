import type { LooseEnd } from '#contract/dayCalls';
import type { LedgerTx } from '#db/ledger/database';
import { batchesLeft, type JournalStanding, journalStandings, lastClose } from '#db/ledger/dayCloses';
import { drawersAtOnce } from '#db/ledger/drawersOpen';
import { straysSince } from '#db/ledger/strays';
import { dayAfter, dayOf } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { OFFICE_SERIES, seriesLabel } from '#domain/series';
import { dayMark } from '#main/chain/marks';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/** A station that spoke within this time (ms) is there: what it holds is on its way. */
const THERE_MS = 3_600_000;

/** What closing a day would say. */
export type DayStanding = {
  /** The close before, or null before the first. */
  previous: { number: number; day: string } | null;
  /** What would be sealed. */
  journals: readonly JournalStanding[];
  looseEnds: readonly LooseEnd[];
  mark: string;
};

/**
 * A day as its close would find it: for the whole district, or for one station.
 * @throws Refusal `day_ahead`, `day_closed_already`, `station_unknown`, `station_day_closed_already`, `station_day_empty`
 */
export async function dayStanding(
  tx: LedgerTx,
  { day, station, reason }: { day: string; station?: string | undefined; reason?: string | undefined },
  at: OfficeAt,
): Promise<DayStanding> {
  const { district, today, actor } = at;
  if (day > today) refuse('day_ahead', { aheadDay: day });
  const previous = await lastClose(tx, district);
  if (previous !== null && day <= previous.day) refuse('day_closed_already', { closedDay: previous.day });
  const all = await journalStandings(tx, district, day);
  const own = station === undefined ? all : ofStation(all, station, day);
  const from = previous === null ? null : dayAfter(previous.day, 1);
  const looseEnds = await looseEndsOf(tx, own, { from, to: day, station }, at);
  const arrived = own
    .filter(({ series }) => series !== OFFICE_SERIES)
    .map(({ series, epoch, arrived: sequence }) => ({ series, epoch, sequence }));
  const told = { day, station: station ?? null, previous: previous?.day ?? null, reason: reason ?? null };
  const mark = dayMark({ ...told, arrived, looseEnds: looseEnds.map(inOneWord), askedBy: actor.person });
  return { previous, journals: own.filter(({ sequence }) => sequence > 0), looseEnds, mark };
}

function ofStation(all: readonly JournalStanding[], station: string, day: string): JournalStanding[] {
  const own = all.filter(({ series }) => series === station && series !== OFFICE_SERIES);
  if (own.length === 0) refuse('station_unknown', { station });
  if (own.some(({ isClosed }) => isClosed)) refuse('station_day_closed_already', { station, closedDay: day });
  if (own.every(({ sequence }) => sequence === 0)) refuse('station_day_empty', { station });
  return own;
}

/** The days that close together, of all stations or of one; `from` is null before the first close. */
type Span = { from: string | null; to: string; station: string | undefined };

async function looseEndsOf(
  tx: LedgerTx,
  journals: readonly JournalStanding[],
  span: Span,
  { district, now, policy }: OfficeAt,
): Promise<LooseEnd[]> {
  const { to: day, station } = span;
  const named = await nameOf(tx, district);
  const left = (await batchesLeft(tx, district, day))
    .filter(({ series }) => station === undefined || series === station)
    .map(({ batch, series, cashier, businessDay, isOpen, isLeft }): LooseEnd => {
      const openWhy = isLeft ? 'drawer_left' : 'drawer_open';
      const why = isOpen ? openWhy : 'batch_not_approved';
      return { ...NOTHING, why, station: series, batch, cashierName: named(cashier), businessDay };
    });
  const ofStations = journals.filter(({ series, isClosed }) => series !== OFFICE_SERIES && !isClosed);
  const isSilent = ({ isNewest, heardAt }: JournalStanding) =>
    isNewest && (heardAt === null || (dayOf(heardAt, policy.timeZone) <= day && heardAt < now - THERE_MS));
  return [
    ...left,
    ...(await atOnceIn(tx, district, span, named)),
    ...ofStations
      .filter(isSilent)
      .map((one): LooseEnd => ({ ...about(one), why: 'station_silent', heardAt: one.heardAt })),
    ...ofStations
      .filter(({ parked }) => parked > 0)
      .map((one): LooseEnd => ({ ...about(one), why: 'entries_parked', entries: one.parked })),
    ...ofStations
      .filter(({ waiting }) => waiting > 0)
      .map((one): LooseEnd => ({ ...about(one), why: 'entries_waiting', entries: one.waiting })),
    ...(await straysSince(tx, district))
      .filter(({ series }) => station === undefined || series === station)
      .map(({ entries, ...one }): LooseEnd => ({ ...about(one), why: 'entries_stray', entries })),
  ];
}

/** Who had two drawers open at once on the days that close: nothing kept the counter from it, so it is named here. */
async function atOnceIn(
  tx: LedgerTx,
  district: string,
  { from, to, station }: Span,
  named: (person: string) => string,
): Promise<LooseEnd[]> {
  return (await drawersAtOnce(tx, district, { from, to }))
    .filter((one) => station === undefined || one.station === station || one.otherStation === station)
    .map(({ person, drawer, other, station: first, businessDay }): LooseEnd => {
      const of = {
        station: first,
        cashierName: named(person),
        businessDay,
        drawers: [drawer, other] as [string, string],
      };
      return { ...NOTHING, ...of, why: 'drawers_at_once' };
    });
}

const NOTHING = { batch: null, drawers: null, cashierName: null, businessDay: null, entries: null, heardAt: null };

function about({ series, epoch }: Pick<JournalStanding, 'series' | 'epoch'>) {
  return { ...NOTHING, station: seriesLabel(series, epoch) };
}

/** What of a loose end the mark covers: a station that is still silent is the same one as a minute ago. */
function inOneWord({ why, station, batch, drawers, entries }: LooseEnd): string {
  return [why, station, batch ?? drawers?.join(' ') ?? '', entries ?? ''].join(' ');
}
