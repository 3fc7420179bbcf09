import type { Output } from '#contract/contract';
import type { Drawer } from '#contract/shapes';
import { drawerOf, drawersNotClosed, lastCloses } from '#db/station/drawers';
import { floatsWaitingFor } from '#db/station/floats';
import { identity } from '#db/station/identity';
import { balanceOf, entryAt, lastRecovery } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { activePeople, nameOf } from '#db/station/people';
import { lastReceipt } from '#db/station/receiptSearch';
import { syncState } from '#db/station/syncState';
import { dayOf } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import { drawerAccount } from '#domain/drawerPostings';
import { Role } from '#domain/role';
import { seriesLabel } from '#domain/series';
import type { ViewContext } from './context.ts';
import { drawerView } from './drawerView.ts';

type Station = Output<'station'>;

const DAY_MS = 86_400_000;

/** Who is here, what this station is, and how it stands: everything the frame of a screen shows. */
export function station(db: StationDb, _input: Record<string, never>, at: ViewContext): Station {
  const self = identity(db);
  const open = drawersNotClosed(db).map((drawer) => drawerView(db, drawer));
  const timeZone = at.policy?.timeZone ?? 'UTC';
  const own = open.find((drawer) => drawer.cashier === at.person?.person) ?? null;
  return {
    // Before the first whole copy is here an account that is not found may only not have come yet.
    state: self === null ? 'waiting' : at.policy === null || at.sync.accountsAsOf === 0 ? 'empty' : 'ready',
    enrolling: self === null ? { ...at.enrolling } : null,
    series: self?.series ?? '',
    seriesLabel: self ? seriesLabel(self.series, self.epoch) : '',
    training: self?.training ?? at.trainingPins !== null,
    district: at.policy?.name ?? '',
    timeZone,
    now: at.now,
    today: dayOf(at.now, timeZone),
    person: at.person,
    people: activePeople(db)
      .sort(byRole)
      .map(({ person, name, role }) => ({
        person,
        name,
        role,
        // Only where nobody has a secret, whatever this program was started with.
        pin: (self?.training ? at.trainingPins?.get(person) : null) ?? null,
        drawer: open.find((drawer) => drawer.cashier === person)?.drawer ?? null,
      })),
    drawer: own,
    dropDue: own !== null && at.policy !== null && isDropDue(db, own, at.policy),
    floatDiffers: own && floatDiffersIn(db, own),
    closedThrough: syncState(db)?.closedThrough ?? null,
    floatWaiting: at.person && own === null ? floatWaiting(db, at.person.person) : null,
    openDrawers: open,
    lastClose: lastCloseOf(db),
    lastReceipt: lastReceipt(db),
    ...rulesOf(at.policy),
    recovered: recoveredLately(db, at),
    ...outside(at),
  };
}

/** Entries put back since yesterday at this hour: for a supervisor, who looks what became of their slips. */
function recoveredLately(db: StationDb, { person, now }: ViewContext): Station['recovered'] {
  const last = person?.role === 'supervisor' ? lastRecovery(db) : null;
  if (last === null || last.recordedAt < now - DAY_MS) return null;
  const { entries, why } = entryAt(db, last.position, 'journal_recovered').entry.payload;
  return { entries, why, at: last.recordedAt };
}

/** How what is not the counter's own stands: the ledger, the second copy, the disk, the printer. */
function outside({
  sync,
  secondCopy,
  disk,
  printer,
}: ViewContext): Pick<Station, 'sync' | 'secondCopy' | 'disk' | 'printer'> {
  return { sync, secondCopy, disk, printer };
}

/** What of the district's rules a screen must know before anything is sent. */
function rulesOf(policy: Policy | null): Pick<Station, 'limits' | 'cashRounding' | 'countsBlind'> {
  return {
    limits: policy && limitsOf(policy),
    cashRounding: policy?.cashRounding ?? 'exact',
    countsBlind: policy?.counting.blind ?? true,
  };
}

/** Of all limits those that a screen speaks of before anything is sent. */
function limitsOf({ limits, paidOut }: Policy): Station['limits'] {
  const { overShortReasonBeyondCents, overShortApprovalBeyondCents, floatMaxCents, receiptMaxCents } = limits;
  return {
    overShortReasonBeyondCents,
    overShortApprovalBeyondCents,
    floatMaxCents,
    receiptMaxCents,
    paidOutMaxCents: paidOut?.maxCents ?? null,
  };
}

/** Whether an open drawer holds as much cash as the district wants taken to the safe. */
function isDropDue(db: StationDb, { drawer, state }: Drawer, { limits }: Policy): boolean {
  const asked = limits.dropAskedAtCents;
  return asked > 0 && state === 'open' && balanceOf(db, drawerAccount(drawer, 'cash')) >= asked;
}

/** What the opening of a drawer recorded of another float that was returned last; nothing once money was taken. */
function floatDiffersIn(db: StationDb, { drawer, receipts, state }: Drawer): Station['floatDiffers'] {
  const known = receipts === 0 && state === 'open' ? drawerOf(db, drawer) : null;
  if (known === null) return null;
  const { returned, floatCents } = entryAt(db, known.position, 'drawer_opened').entry.payload;
  return returned ? { floatCents, returnedCents: returned.cents, drawer: returned.drawer } : null;
}

/** Whoever is at the counter most comes first, so that her digit is the easiest to reach. */
function byRole(left: { role: Role; name: string }, right: { role: Role; name: string }): number {
  return Role.options.indexOf(left.role) - Role.options.indexOf(right.role) || left.name.localeCompare(right.name);
}

function floatWaiting(db: StationDb, person: string): Station['floatWaiting'] {
  const [first] = floatsWaitingFor(db, person);
  return first ? { handoff: first.handoff, issuedByName: nameOf(db, first.issuedBy) } : null;
}

function lastCloseOf(db: StationDb): Station['lastClose'] {
  const [position] = lastCloses(db, 1);
  if (position === undefined) return null;
  const { entry } = entryAt(db, position, 'drawer_closed');
  return { drawer: entry.payload.drawer, closedAt: entry.recordedAt, cashierName: nameOf(db, entry.payload.cashier) };
}
