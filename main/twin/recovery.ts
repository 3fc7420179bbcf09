import * as z from 'zod';
import { enrolled, enrolledAnew, identity } from '#db/station/identity';
import { type StationDb, type Tx, writing } from '#db/station/open';
import { currentPolicy } from '#db/station/policy';
import { record } from '#db/station/record';
import { replay } from '#db/station/replay';
import { forgetSetting, setting, storeSetting } from '#db/station/settings';
import { startSync } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { dayOf } from '#domain/businessDay';
import { LOSSES, type Loss, THE_STATION } from '#domain/recoveryPayloads';
import type { Host } from '#main/host';
import { PlainTrouble } from '#main/trouble';
import { ask, type Steps } from './hand.ts';
import { type Mark, markOf, type Page } from './twinFile.ts';
import type { TwinEntry, TwinLine } from './twinLine.ts';

/** What a recovery that is under way has put back so far. It outlives the program. */
const UNDER_WAY = 'recovering';
const UnderWay = z.strictObject({
  why: z.enum(LOSSES),
  entries: z.int().min(0),
  first: z.strictObject({ epoch: z.int().positive(), sequence: z.int().positive() }).nullable(),
});
type UnderWay = z.infer<typeof UnderWay>;

/** The database and the machine that it is on. */
export type Recovering = { db: StationDb; host: Pick<Host, 'now' | 'newId' | 'log'>; path: string };

/**
 * Puts back what the database lost, page by page, each page whole or not at all: one that is broken off goes on at the next
 * start. The incident is the last entry of it.
 * @param from byte of the twin at which the first lost line begins
 * @throws PlainTrouble where the twin is damaged there, too
 */
export function* recover({ db, host, path }: Recovering, from: number, why: Loss): Steps<void> {
  let at = from;
  for (;;) {
    const page: Page = yield* ask('read', at);
    if (page.lines.length > 0) writing(db, (tx) => putBack(tx, page.lines, why));
    if (page.isDamaged)
      throw new PlainTrouble(
        `Entries of this station are lost: its database does not have them, and ${path} is damaged where they should be. Keep the folder as it is and call for help.`,
      );
    if (page.lines.length === 0) break;
    at = page.next;
  }
  endRecovery(db, host);
}

/** Writes down a recovery that came to its end, as an entry of its own; at a start, one whose program died before it had. */
export function endRecovery(db: StationDb, host: Recovering['host']): void {
  const done = setting(db, UNDER_WAY, UnderWay);
  if (!done) return;
  writing(db, (tx) => {
    forgetSetting(tx, UNDER_WAY);
    if (done.first) recordIncident(tx, host, done.why, { entries: done.entries, first: done.first });
  });
  host.log.info('the database lost entries, which were put back', done);
}

function putBack(tx: Tx, lines: readonly TwinLine[], why: Loss): void {
  const under: UnderWay = setting(tx, UNDER_WAY, UnderWay) ?? { why, entries: 0, first: null };
  const marks = putBackLines(tx, lines);
  under.entries += marks.length;
  const [first] = marks;
  if (first) under.first ??= { epoch: first.epoch, sequence: first.sequence };
  storeSetting(tx, UNDER_WAY, under);
}

/** Puts lines back, in their order, and answers the place in the chain of each entry among them. */
export function putBackLines(tx: Tx, lines: readonly TwinLine[]): Mark[] {
  return lines.flatMap((line) => {
    if ('station' in line) become(tx, line.station);
    const mark = markOf(line);
    if (mark) replay(tx, line as TwinEntry);
    return mark ? [mark] : [];
  });
}

/** What this install is, where the database lost that, too. Its way to the ledger is not in the twin. */
function become(tx: Tx, station: Extract<TwinLine, { station: unknown }>['station']): void {
  const self = identity(tx);
  // A database that kept what it is knows it, and may be in a newer epoch than the lines that it lost.
  if (self && self.epoch >= station.epoch) return;
  const as = { ...station, stationToken: '' };
  if (self) enrolledAnew(tx, as);
  else enrolled(tx, as);
  startSync(tx, station.epoch);
}

function recordIncident(
  tx: Tx,
  host: Recovering['host'],
  why: Loss,
  put: { entries: number; first: { epoch: number; sequence: number } },
): void {
  const self = identity(tx);
  assert(self, 'entries were put back into a database of no station');
  const by = { now: host.now(), commandId: host.newId(), actor: { person: THE_STATION }, station: self };
  const businessDay = dayOf(by.now, currentPolicy(tx)?.timeZone ?? 'UTC');
  record(tx, { kind: 'journal_recovered', businessDay, payload: { why, ...put } }, { ...by, newSalt: () => '' });
}
