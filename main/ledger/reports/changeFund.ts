import type { LedgerTx } from '#db/ledger/database';
import {
  custodyAt,
  type FloatInTransit,
  floatsInDrawersAt,
  floatsInTransitAt,
  type ResolutionRow,
  resolutionsUntil,
} from '#db/ledger/dayEnd';
import { type FundLost, fundLostUntil } from '#db/ledger/fundLost';
import { changeFundPostedLater } from '#db/ledger/glLate';
import type { HandoffRow } from '#db/ledger/handoffs';
import { dayWords } from '#domain/businessDay';
import { drawerHandoff } from '#domain/handoff';
import { type Cents, cents, formatAmount, formatSigned, negate, subtract, sum } from '#domain/money';
import type { Cell, ReportColumn, ReportNote } from '#domain/report';
import { floatsToCount, isSafeHalfCounted, tellsOf } from '../office/toCountBlind.ts';
import { standsAt } from './dayEnd.ts';
import { leftOut, safeLeftOut } from './leftOut.ts';
import { pageOf, type ReportAt, type ReportView, totalsOf } from './reportView.ts';
import { countedLast } from './safeCounted.ts';

const columns: ReportColumn[] = [
  { name: 'Where', kind: 'text' },
  { name: 'Number', kind: 'label' },
  { name: 'Who', kind: 'text' },
  { name: 'Since', kind: 'day' },
  { name: 'Amount', kind: 'cents' },
];
const AMOUNT = 4;

/** Losses that are named one by one. */
const NAMED_MAX = 12;

/**
 * Where the change fund was on the evening of the last day: in the safe, in drawers that were not closed by then, and
 * between two hands or at the bank for change. What the district gave and nobody finds there is told loudly.
 */
export const changeFund: ReportView = async (tx, at) => {
  const { district, to } = at.span;
  const evening = { day: to, timeZone: at.policy.timeZone };
  const drawers = await floatsInDrawersAt(tx, district, evening);
  const inTransit = await floatsInTransitAt(tx, district, evening);
  const toCount = await toCountOf(tx, inTransit, at);
  const hides = (handoff: string) => toCount.some((one) => one.handoff === handoff);
  const isSafeHidden = await isSafeHalfCounted(tx, district);
  const inSafe = toCount.some(tellsOf) || isSafeHidden ? null : await custodyAt(tx, district, 'safe', to);
  const rows: Cell[][] = [
    ['In the safe', null, '', null, inSafe],
    ...drawers.map(({ drawer, cashier, businessDay, cents: float }) => {
      const told = hides(drawerHandoff(drawer, 'float')) ? null : float;
      return ['In a drawer', drawer, at.named(cashier), businessDay, told];
    }),
    ...inTransit.map((one) => {
      const who = one.person === null ? (one.reference ?? '') : at.named(one.person);
      return [whereIs(one), one.handoff, who, one.since, hides(one.handoff) ? null : one.cents];
    }),
  ];
  const given = negate(cents(await custodyAt(tx, district, 'change-fund', to)));
  const resolutions = await resolutionsUntil(tx, district, to);
  const notes = [await standsAt(tx, at), ...resolutions.map(resolved), ...(await countedLast(tx, at))];
  const counted = inTransit.filter(({ handoff }) => !hides(handoff));
  const found = totalsOf('Found', columns, rows);
  if (toCount.length > 0 || isSafeHidden) {
    const totals = found.with(AMOUNT, null);
    const hidden = [...(toCount.length > 0 ? [leftOut(toCount)] : []), ...(isSafeHidden ? [safeLeftOut] : [])];
    return pageOf({ columns, rows, totals, notes: [...notes, ...uncounted(counted), ...hidden] }, at.after);
  }
  const missing = subtract(given, cents(Number(found[AMOUNT])));
  const later = postedLater(cents(await changeFundPostedLater(tx, district, to)), to);
  const lost = missing === 0 ? [] : await fundLostUntil(tx, district, evening);
  const all = [...notes, ...uncounted(counted), ...later, compared(given, missing, lost)];
  return pageOf({ columns, rows, totals: found, notes: all }, at.after);
};

/** Of what was on its way then, what whoever asks may still have to count. */
async function toCountOf(
  tx: LedgerTx,
  inTransit: readonly FloatInTransit[],
  at: ReportAt,
): Promise<readonly HandoffRow[]> {
  const names = new Set(inTransit.map(({ handoff }) => handoff));
  return (await floatsToCount(tx, at)).filter(({ handoff }) => names.has(handoff));
}

/** A float that the office has not counted out is still in the safe by the books: its row takes that off again. */
function isUncounted({ cents: held, hasBothHalves }: FloatInTransit): boolean {
  return held < 0 && !hasBothHalves;
}

function whereIs(one: FloatInTransit): string {
  if (isUncounted(one)) return 'Not counted out of the safe yet';
  return one.hasBothHalves ? 'Counted otherwise, not settled yet' : 'On the way';
}

/** Why a row is below zero, in a sentence. */
function uncounted(inTransit: readonly FloatInTransit[]): ReportNote[] {
  const floats = inTransit.filter(isUncounted);
  if (floats.length === 0) return [];
  const all = formatAmount(cents(-floats.reduce((total, one) => total + one.cents, 0)));
  const names = floats.map(({ handoff }) => handoff).join(', ');
  const words = `${all} is in drawers already, and the office has not counted it out of the safe yet: ${names}.`;
  return [{ words, isLoud: false }];
}

function resolved({ day, resolution, cents: given }: ResolutionRow): ReportNote {
  const amount = formatAmount(cents(Math.abs(given)));
  const words = `${dayWords(day)}, ${resolution}: ${amount} ${given < 0 ? 'given back' : 'given'}.`;
  return { words, isLoud: false };
}

/** Why the general ledger of that day tells another change fund: a close is final, and what comes after it posts later. */
function postedLater(later: Cents, day: string): ReportNote[] {
  if (later === 0) return [];
  const words = `${formatSigned(later)} of this was recorded after ${dayWords(day)} was closed: the general ledger has it with a later day.`;
  return [{ words, isLoud: false }];
}

function compared(given: Cents, missing: Cents, lost: readonly FundLost[]): ReportNote {
  const all = `Given in all: ${formatAmount(given)}.`;
  if (missing === 0) return { words: `${all} The books account for the same.`, isLoud: false };
  const differs =
    missing > 0 ? `${formatAmount(missing)} is missing` : `${formatAmount(negate(missing))} more is found`;
  const rest = subtract(missing, sum(lost.map((one) => cents(one.cents))));
  const named = lost.slice(0, NAMED_MAX).map(lostIn);
  const others = lost.length - named.length;
  const why = [
    ...named,
    ...(others > 0 ? [`${others} more`] : []),
    ...(rest === 0 ? [] : [`${formatSigned(negate(rest))} that nothing explains`]),
  ];
  return { words: `${all} ${differs}: ${why.join(', ')}.`, isLoud: true };
}

/** Why so much of it is gone, or was found. */
function lostIn({ kind, document, cents: gone }: FundLost): string {
  const amount = formatSigned(cents(-gone));
  return kind === 'drawer_closed' || kind === 'drawer_ended'
    ? `${amount} did not come back from ${document} as its float`
    : `${amount} at ${document}`;
}
