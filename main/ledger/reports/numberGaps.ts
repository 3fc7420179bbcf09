import type { LedgerTx } from '#db/ledger/database';
import {
  endOfNumbers,
  type InGap,
  type NumberGap,
  type NumberPlace,
  type NumberRun,
  numberGaps,
  type Restart,
  receiptBeside,
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

/** A page of receipts by number: the last one of the page before, and whether no page comes after it. */
export type NumbersOnPage = { before: NumberPlace | null; page: readonly NumberPlace[]; isLast: boolean };

/** A gap, and before which row of its page it stands; after all of them where there are no more. */
export type GapOnPage = GapTold & { place: number };

/** The gaps between receipts that follow one another, and those before the first and after the last of each journal. */
export async function gapsIn(
  tx: LedgerTx,
  district: string,
  { before, page, isLast }: NumbersOnPage,
): Promise<GapOnPage[]> {
  const gaps: GapOnPage[] = [];
  let last = before;
  for (let place = 0; place <= page.length; place += 1) {
    const next = page[place] ?? null;
    for (const gap of await gapsBetween(tx, district, last, next, isLast))
      gaps.push({ ...(await explained(tx, district, gap)), place });
    last = next;
  }
  return gaps;
}

async function gapsBetween(
  tx: LedgerTx,
  district: string,
  last: NumberPlace | null,
  next: NumberPlace | null,
  isLast: boolean,
): Promise<NumberGap[]> {
  if (last && next && last.series === next.series && last.epoch === next.epoch) return gapOf(last, next);
  return [
    ...(last && (next || isLast) ? await gapAfter(tx, district, last) : []),
    ...(next ? await gapBefore(tx, district, next) : []),
  ];
}

/** Numbers between the first receipt of a journal in these days and the one before it, of whatever day that is. */
async function gapBefore(tx: LedgerTx, district: string, first: NumberPlace): Promise<NumberGap[]> {
  const before = await receiptBeside(tx, district, first, 'before');
  return gapOf(before ?? { ...first, sequence: 0, number: 0 }, first);
}

/** Numbers between the last one in these days and the one after it, or that are stored after it and not applied. */
async function gapAfter(tx: LedgerTx, district: string, last: NumberPlace): Promise<NumberGap[]> {
  const after = await receiptBeside(tx, district, last, 'after');
  return gapOf(last, after ?? (await endOfNumbers(tx, district, last)));
}

function gapOf(before: NumberPlace, after: NumberPlace): NumberGap[] {
  const { series, epoch } = after;
  return after.number === before.number + 1 ? [] : [{ series, epoch, before, after }];
}

/** A gap as a row of the table: which numbers, and in the column of that place where they are. */
export function gapRow({ words, isLoud, ...gap }: GapTold, columns: number, place: number): Cell[] {
  const told = isLoud ? `MISSING: ${words}` : words;
  return Array.from({ length: columns }, (_, at) => (at === 0 ? numbersOf(gap) : at === place ? told : null));
}

/** `W3-000004`, `W3-000004 to W3-000007`. */
function numbersOf({ series, epoch, before, after }: NumberGap): string {
  const [first, last] = [before.number + 1, after.number - 1];
  const label = (number: number) => receiptLabel(series, epoch, number);
  return first < last ? `${label(first)} to ${label(last)}` : label(Math.max(first, last));
}

async function explained(tx: LedgerTx, district: string, gap: NumberGap): Promise<GapTold> {
  if (gap.after.number <= gap.before.number)
    return { ...gap, words: 'the number after it is no higher than the one before', isLoud: true };
  const there = await receiptsBetween(tx, district, gap);
  const missing = gap.after.number - gap.before.number - 1 - new Set(there.map(({ number }) => number)).size;
  const known = [...new Set(there.map(whereItIs))];
  const number = missing === 1 ? 'a number' : `${missing} numbers`;
  const nobody = missing === 0 ? [] : [`${number} that nothing explains`];
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
    for (const gap of await gapsOfRun(tx, at, run)) {
      const told = await explained(tx, at.district, gap);
      if (told.isLoud) notes.push({ words: `${numbersOf(gap)}: ${told.words}.`, isLoud: true });
    }
  }
  const [from, until] = [Date.parse(at.span.from), Date.parse(dayAfter(at.span.to, 1))];
  const restarts = await restartsBetween(tx, at.district, from, until);
  return [...notes, ...restarts.map(restartNote), ...(await arrivalNotes(tx, at, runs))];
}

/** The gaps of a journal in these days, at their edges too. */
async function gapsOfRun(tx: LedgerTx, { district, span }: ReportAt, run: NumberRun): Promise<NumberGap[]> {
  const { series, epoch } = run;
  const [first, last] = [
    { series, epoch, sequence: run.opens, number: run.first },
    { series, epoch, sequence: run.ends, number: run.last },
  ];
  const isWhole = run.last - run.first + 1 === run.receipts;
  return [
    ...(await gapBefore(tx, district, first)),
    ...(isWhole ? [] : await numberGaps(tx, span, run, LOOKED_INTO)),
    ...(await gapAfter(tx, district, last)),
  ];
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
