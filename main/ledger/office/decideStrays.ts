import type { Output, Parsed } from '#contract/contract';
import { HELD_MAX } from '#contract/heldCalls';
import { drawersEndedByOffice } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { insertEntries, type NewEntry } from '#db/ledger/entries';
import { findStation, lockStation, type StationKey } from '#db/ledger/stations';
import { noteDismissed } from '#db/ledger/strays';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import { strayMark } from '#main/chain/marks';
import { withoutUsedCommands } from '../storeRun.ts';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { heldOf, type ReadStray, type StationHeld } from './strayBranches.ts';

type Decision = Parsed<'strayDecision'>['decision'];
type Asked = Pick<Parsed<'strayDecision'>, 'station' | 'epoch' | 'digests' | 'reason'>;

/** The mark of a decision about strays. Who recorded one of them says no yes to it. */
export async function strayDecision(
  tx: LedgerTx,
  { decision, ...asked }: Parsed<'strayDecision'>,
  at: OfficeAt,
): Promise<Output<'strayDecision'>> {
  const { strays, mark } = await decidedOf(tx, decision, asked, at);
  return { mark, notApprovers: recordedBy(strays) };
}

/**
 * Adds strays to the end of the chain that they follow on, as they came. Whoever reads that journal cannot tell them from
 * what arrived in time; the office's own tells that it was so, and who agreed. They are applied as what a station sends.
 * @throws Refusal `strays_changed`, `strays_follow_nothing`, `strays_drawer_ended`, those of a second yes
 */
export async function adoptStrays(
  tx: LedgerTx,
  asked: Parsed<'adoptStrays'>,
  at: OfficeCommandAt,
): Promise<Output<'adoptStrays'>> {
  const { station, epoch, reason } = asked;
  const key = keyOf(asked, at);
  if (await findStation(tx, key)) await lockStation(tx, key);
  const { strays, head, mark } = await decidedOf(tx, 'adopt', asked, at);
  const approver = await approvedBy(tx, mark, recordedBy(strays), at);

  // From here on they must be adopted.
  const fresh = strays.map(entryOf);
  const [first, last] = [fresh[0]?.sequence, fresh.at(-1)?.sequence];
  assert(first !== undefined && last !== undefined, 'a decision is about at least one stray');
  await insertEntries(tx, key, await withoutUsedCommands(tx, key, fresh), at.now);
  const payload = { station, epoch, head, first, last, hashes: fresh.map(({ hash }) => hash), mark };
  const draft = { kind: 'strays_adopted' as const, payload, postings: [], approver, personal: { words: reason } };
  await appendOffice(tx, draft, at);
  return { station, epoch, first, last };
}

/**
 * Leaves strays as they are: nothing of them is deleted, and nobody is asked about them again.
 * @throws Refusal `strays_changed`, those of a second yes
 */
export async function dismissStrays(
  tx: LedgerTx,
  asked: Parsed<'dismissStrays'>,
  at: OfficeCommandAt,
): Promise<Output<'dismissStrays'>> {
  const { station, epoch, digests, reason } = asked;
  const { strays, mark } = await decidedOf(tx, 'dismiss', asked, at);
  const approver = await approvedBy(tx, mark, recordedBy(strays), at);

  // From here on they must be dismissed.
  const told = strays.map(({ row: { digest, sequence } }) => ({ digest, sequence }));
  const payload = { station, epoch, strays: told, mark };
  const draft = { kind: 'strays_dismissed' as const, payload, postings: [], approver, personal: { words: reason } };
  const { sequence } = await appendOffice(tx, draft, at);
  await noteDismissed(tx, keyOf(asked, at), digests, sequence);
  return { station, epoch, dismissed: strays.length };
}

async function decidedOf(tx: LedgerTx, decision: Decision, asked: Asked, at: OfficeAt) {
  const { station, epoch, digests, reason } = asked;
  const held = await heldOf(tx, keyOf(asked, at), HELD_MAX);
  const strays = decision === 'adopt' ? await toAdopt(tx, held, asked) : chosen(held, asked);
  const { person: askedBy } = at.actor;
  const mark = strayMark({ decision, station, epoch, head: held.head.hash, digests, reason, askedBy });
  return { strays, head: held.head, mark };
}

/** The first so many of those that follow, in their order: a chain takes nothing else. */
async function toAdopt(tx: LedgerTx, held: StationHeld, asked: Asked): Promise<ReadStray[]> {
  const strays = chosen(held, asked);
  const isNext = strays.every((stray, place) => stray === held.following[place]);
  if (!isNext) refuse('strays_follow_nothing', { station: labelOf(asked) });
  const [ended] = await drawersEndedByOffice(tx, held.key.district, strays.flatMap(drawerIn));
  if (ended !== undefined) refuse('strays_drawer_ended', { drawer: ended });
  return strays;
}

function chosen({ following, others }: StationHeld, asked: Asked): ReadStray[] {
  const all = new Map([...following, ...others].map((stray) => [stray.row.digest, stray]));
  if (new Set(asked.digests).size !== asked.digests.length) refuse('strays_changed', { station: labelOf(asked) });
  return asked.digests.map((digest) => all.get(digest) ?? refuse('strays_changed', { station: labelOf(asked) }));
}

function recordedBy(strays: readonly ReadStray[]): string[] {
  const people = strays.flatMap(({ arrival }) => (arrival.state === 'sound' ? (arrival.entry.actor ?? []) : []));
  return [...new Set(people)];
}

/** The drawer that an entry is about, where it says so in the way in which entries do. */
function drawerIn({ arrival }: ReadStray): string[] {
  const { payload } = arrival.state === 'sound' ? (arrival.json as { payload?: unknown }) : {};
  const drawer = typeof payload === 'object' && payload !== null && 'drawer' in payload ? payload.drawer : null;
  return typeof drawer === 'string' ? [drawer] : [];
}

function entryOf({ arrival }: ReadStray): NewEntry {
  assert(arrival.state === 'sound', 'what follows on a chain can be read');
  return arrival.entry;
}

const keyOf = ({ station, epoch }: Asked, { district }: OfficeAt): StationKey => ({ district, series: station, epoch });
const labelOf = ({ station, epoch }: Asked) => seriesLabel(station, epoch);
