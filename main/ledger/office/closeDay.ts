import type { Output, Parsed } from '#contract/contract';
import { LOOSE_ENDS_MAX } from '#contract/dayCalls';
import type { LedgerTx } from '#db/ledger/database';
import { insertDayClose, insertStationClose, type JournalStanding, lockJournals } from '#db/ledger/dayCloses';
import { nextVersion } from '#db/ledger/districts';
import { headOf } from '#db/ledger/entries';
import { officeKey } from '#db/ledger/officeJournal';
import type { Seal } from '#domain/dayPayloads';
import { refuse } from '#domain/refusal';
import { OFFICE_SERIES, seriesLabel } from '#domain/series';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { type DayStanding, dayStanding } from './dayStanding.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

/** What closing a day would seal, and everything that is not in order. */
export async function dayClose(tx: LedgerTx, input: Parsed<'dayClose'>, at: OfficeAt): Promise<Output<'dayClose'>> {
  const { previous, journals, looseEnds, mark } = await dayStanding(tx, input, at);
  return {
    ...{ day: input.day, previous: previous?.day ?? null, mark },
    seals: journals
      .filter(({ series }) => series !== OFFICE_SERIES)
      .map(({ series, epoch, sequence, receipts, isClosed }) => ({
        ...{ station: seriesLabel(series, epoch), sequence, receipts, isClosed },
      })),
    looseEnds: looseEnds.slice(0, LOOSE_ENDS_MAX),
    looseEndsInAll: looseEnds.length,
  };
}

/**
 * Closes every day after the last close up to this one, and seals each journal where it stands. What is being applied is
 * waited for; what comes after keeps its date and posts to the next open day.
 */
export async function closeDay(
  tx: LedgerTx,
  input: Parsed<'closeDay'>,
  at: OfficeCommandAt,
): Promise<Output<'closeDay'>> {
  const { district, actor, now } = at;
  const { day, reason } = input;
  await lockJournals(tx, district);
  const standing = await dayStanding(tx, { day, reason }, at);
  const approver = await agreedTo(tx, standing, input, at);

  // From here on it must be closed.
  const { previous, journals, looseEnds, mark } = standing;
  const stations = journals.filter(({ series }) => series !== OFFICE_SERIES).map(sealOf);
  const seals = [...stations, ...(await sealOfTheOffice(tx, district))];
  const number = (previous?.number ?? 0) + 1;
  const previousDay = previous?.day ?? null;
  const payload = { number, day, previous: previousDay, seals, looseEnds: looseEnds.length, mark };
  const personal = reason === undefined ? {} : { personal: { words: reason } };
  const { sequence } = await appendOffice(tx, { kind: 'day_closed', payload, postings: [], approver, ...personal }, at);
  const version = await nextVersion(tx, district);
  const close = { number, day, previousDay, version, closedBy: actor.person, closedAt: now, sequence };
  await insertDayClose(tx, officeKey(district), close, seals);
  return { day, number, sealed: seals.length };
}

/** Closes one station's day before the district's: its seal is then the district's too, and no drawer opens there for it. */
export async function closeStationDay(
  tx: LedgerTx,
  input: Parsed<'closeStationDay'>,
  at: OfficeCommandAt,
): Promise<Output<'closeStationDay'>> {
  const { day, station, reason } = input;
  await lockJournals(tx, at.district);
  const standing = await dayStanding(tx, { day, station, reason }, at);
  const approver = await agreedTo(tx, standing, input, at);

  // From here on it must be closed.
  const seals = standing.journals.map(sealOf);
  const payload = { day, station, seals, looseEnds: standing.looseEnds.length, mark: standing.mark };
  const personal = reason === undefined ? {} : { personal: { words: reason } };
  const draft = { kind: 'station_day_closed' as const, payload, postings: [], approver, ...personal };
  const { sequence } = await appendOffice(tx, draft, at);
  const version = await nextVersion(tx, at.district);
  await insertStationClose(tx, officeKey(at.district), { day, version, sequence }, seals);
  return { day, station, sealed: seals.length };
}

/** Who else said yes: nobody where nothing is loose. What was shown must be what is there. */
async function agreedTo(
  tx: LedgerTx,
  { looseEnds, mark }: DayStanding,
  { day, mark: shown, reason }: { day: string; mark: string; reason?: string | undefined },
  at: OfficeCommandAt,
): Promise<string | null> {
  if (mark !== shown) refuse('day_changed', { closedDay: day });
  if (looseEnds.length === 0) return null;
  if (reason === undefined) refuse('day_reason_needed', { looseEnds: looseEnds.length });
  return approvedBy(tx, mark, [], at);
}

const sealOf = ({ series, epoch, sequence, hash }: JournalStanding): Seal => ({ series, epoch, sequence, hash });

/** Of the office's own journal everything before the close itself counts in. */
async function sealOfTheOffice(tx: LedgerTx, district: string): Promise<Seal[]> {
  const key = officeKey(district);
  const { sequence, hash } = await headOf(tx, key);
  return sequence === 0 ? [] : [{ series: key.series, epoch: key.epoch, sequence, hash }];
}
