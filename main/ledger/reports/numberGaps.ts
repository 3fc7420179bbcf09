import type { LedgerTx } from '#db/ledger/database';
import {
  type InGap,
  type NumberGap,
  type NumberPlace,
  type NumberRun,
  numberGaps,
  type Restart,
  receiptsBetween,
  restartsBetween,
  waitingEntries,
} from '#db/ledger/reportNumbers';
import { dayAfter, dayWords } from '#domain/businessDay';
import type { Cell, ReportNote } from '#domain/report';
import { receiptLabel, seriesLabel } from '#domain/series';
import { wordsOf } from '../parkedWhy.ts';
import type { ReportAt } from './reportView.ts';

/** A gap in the numbers, and in words what is known of it. Loud where some number of it is nowhere. */
export type GapTold = NumberGap & { words: string; isLoud: boolean };

/** The gaps between receipts that follow one another, the last one of the page before included. */
export async function gapsIn(
  tx: LedgerTx,
  district: string,
  before: NumberPlace | null,
  page: readonly NumberPlace[],
): Promise<GapTold[]> {
  const gaps: GapTold[] = [];
  let last = before;
  for (const after of page) {
    const isOne = last !== null && last.series === after.series && last.epoch === after.epoch;
    if (last && isOne && after.number !== last.number + 1)
      gaps.push(await explained(tx, district, { series: after.series, epoch: after.epoch, before: last, after }));
    last = after;
  }
  return gaps;
}

/** A gap as a row of the table: which numbers, and where they are. */
export function gapRow({ series, epoch, before, after, words, isLoud }: GapTold, columns: number): Cell[] {
  const [first, last] = [before.number + 1, after.number - 1];
  const label = (number: number) => receiptLabel(series, epoch, number);
  const which = first < last ? `${label(first)} to ${label(last)}` : label(Math.max(first, last));
  return [which, ...Array<null>(columns - 2).fill(null), isLoud ? `MISSING: ${words}` : words];
}

async function explained(tx: LedgerTx, district: string, gap: NumberGap): Promise<GapTold> {
  if (gap.after.number <= gap.before.number)
    return { ...gap, words: 'the number after it is no higher than the one before', isLoud: true };
  const there = await receiptsBetween(tx, district, gap);
  const missing = gap.after.number - gap.before.number - 1 - new Set(there.map(({ number }) => number)).size;
  const known = [...new Set(there.map(whereItIs))];
  const nobody = missing === 0 ? [] : [`${missing} that nothing explains`];
  return { ...gap, words: [...known, ...nobody].join('; '), isLoud: missing !== 0 };
}

function whereItIs({ businessDay, parked, isApplied }: InGap): string {
  if (parked !== null) return `stored and parked: ${wordsOf(parked)}`;
  if (!isApplied) return 'stored and not applied yet';
  return `of another day: ${businessDay === null ? 'unknown' : dayWords(businessDay)}`;
}

/** Gaps that are looked into for the notes; whoever has more begins with these. */
const LOOKED_INTO = 20;

/** What is to be said above all numbers: those that are nowhere loudly, then stations that began anew or may have more. */
export async function numberNotes(tx: LedgerTx, at: ReportAt, runs: readonly NumberRun[]): Promise<ReportNote[]> {
  const notes: ReportNote[] = [];
  for (const run of runs) {
    if (run.last - run.first + 1 === run.receipts) continue;
    for (const gap of await numberGaps(tx, at.span, run, LOOKED_INTO)) {
      const told = await explained(tx, at.district, gap);
      const [which] = gapRow(told, 2);
      if (told.isLoud) notes.push({ words: `${which}: ${told.words}.`, isLoud: true });
    }
  }
  const [from, until] = [Date.parse(at.span.from), Date.parse(dayAfter(at.span.to, 1))];
  const restarts = await restartsBetween(tx, at.district, from, until);
  return [...notes, ...restarts.map(restartNote), ...(await arrivalNotes(tx, at, runs))];
}

function restartNote({ series, epoch, lastBefore, strays }: Restart): ReportNote {
  const [anew, was] = [seriesLabel(series, epoch), seriesLabel(series, epoch - 1)];
  const end =
    lastBefore === null ? `${was} had no receipt.` : `The last number of ${was} that arrived is ${lastBefore}.`;
  const stray = strays === 0 ? '' : ` In quarantine: ${strays} ${strays === 1 ? 'entry' : 'entries'} of ${series}.`;
  return { words: `${series} began anew as ${anew}. ${end}${stray}`, isLoud: strays > 0 };
}

async function arrivalNotes(tx: LedgerTx, at: ReportAt, runs: readonly NumberRun[]): Promise<ReportNote[]> {
  const waiting = (await waitingEntries(tx, at.district)).map(({ series, epoch, waiting: entries }) => ({
    words: `${seriesLabel(series, epoch)}: ${entries} ${entries === 1 ? 'entry has' : 'entries have'} arrived and are not applied yet.`,
    isLoud: false,
  }));
  const open = at.hidden.filter(
    (one) => one.isOpen && one.businessDay >= at.span.from && one.businessDay <= at.span.to,
  );
  const perhaps = open.map(({ drawer }) => {
    const run = runs.find(({ series, epoch }) => drawer.startsWith(`${seriesLabel(series, epoch)}-`));
    const after = run ? ` after ${receiptLabel(run.series, run.epoch, run.last)}` : '';
    return { words: `${drawer} is open: numbers${after} may not have arrived yet.`, isLoud: false };
  });
  return [...waiting, ...perhaps];
}
