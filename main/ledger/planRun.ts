import { type Application, applicationsOf, chargeStandings, undoneAlready } from '#db/ledger/applications';
import type { BatchesTold } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { lockDistrict } from '#db/ledger/districts';
import { appliedTexts, type EntryText, textsBetween, type WaitingEntry } from '#db/ledger/entries';
import type { HandoffStep } from '#db/ledger/handoffs';
import { type PartUndone, partsUndoneOf } from '#db/ledger/partsUndone';
import type { NewPosting } from '#db/ledger/postings';
import type { NewReceiptLine } from '#db/ledger/receiptLines';
import type { StationKey } from '#db/ledger/stations';
import type { Parked } from '#db/ledger/strays';
import { assert } from '#domain/assert';
import { canonical, type Json } from '#domain/canonical';
import { Entry, Personal } from '#domain/entry';
import { isAccountLine, type ReceiptLine } from '#domain/line';
import type { Receipt } from '#domain/receipt';
import { linesTakenBack } from '#domain/takenBack';
import { noBatches, tellBatch } from './batchSteps.ts';
import { type Books, openBooks } from './books.ts';
import { handoffSteps } from './handoffSteps.ts';
import { type LinesLeft, openLines } from './linesLeft.ts';
import { linesTold } from './linesTold.ts';
import type { ParkedWhy } from './parkedWhy.ts';
import { type Reading, readEntry } from './readEntry.ts';

/** All that applying some entries writes. */
export type Plan = {
  postings: NewPosting[];
  lines: NewReceiptLine[];
  applications: readonly Application[];
  undone: readonly PartUndone[];
  handoffs: HandoffStep[];
  batches: BatchesTold;
  parked: Parked[];
};

/** What the walk over the entries looks things up in. */
type Desk = {
  books: Books;
  lines: LinesLeft;
  /** Receipts that can be undone, by their entry: of earlier runs, and of this one as the walk goes on. */
  receipts: Map<number, Receipt>;
};

/** Entries that were read already, by their hash. */
export type Readings = Map<string, Reading>;

/** Decides, entry by entry in their order, what each does to the books or why it is parked. */
export async function planRun(
  tx: LedgerTx,
  key: StationKey,
  waiting: readonly WaitingEntry[],
  known: Readings,
): Promise<Plan> {
  const readings = await readAll(tx, key, waiting, known);
  const entries = readings.flatMap(({ reading }) => (reading.state === 'good' ? [reading.entry] : []));
  const desk = await deskFor(tx, key, entries, waiting[0]?.sequence ?? 0);
  const plan: Plan = {
    ...{ postings: [], lines: [], applications: [], undone: [], handoffs: [] },
    ...{ batches: noBatches(), parked: [] },
  };
  for (const { sequence, reading } of readings) {
    const outcome = reading.state === 'good' ? applied(reading.entry, desk) : reading;
    if (outcome.state === 'parked') plan.parked.push({ sequence, why: outcome.why, detail: outcome.detail });
    else {
      const { postings, businessDay, kind } = outcome.entry;
      for (const [place, posting] of postings.entries())
        plan.postings.push({ ...posting, sequence, place, businessDay, kind });
      plan.lines.push(...linesTold(outcome.entry));
      plan.handoffs.push(...handoffSteps(outcome.entry));
      tellBatch(plan.batches, outcome.entry);
    }
  }
  return { ...plan, applications: desk.books.written(), undone: desk.lines.written() };
}

async function readAll(tx: LedgerTx, key: StationKey, waiting: readonly WaitingEntry[], known: Readings) {
  const unread = waiting.filter((entry) => !known.has(entry.hash)).map((entry) => entry.sequence);
  const texts = unread.length > 0 ? await textsBetween(tx, key, Math.min(...unread), Math.max(...unread)) : [];
  const bySequence = new Map(texts.map((row) => [row.sequence, row]));
  return waiting.map(({ sequence, hash, commandId }) => {
    const reading = known.get(hash) ?? readText(bySequence.get(sequence));
    // The column is empty when another entry came with the command id before this one.
    if (reading.state === 'parked' || commandId !== null) return { sequence, reading };
    return { sequence, reading: parked('command_reused', `command ${reading.entry.commandId}`) };
  });
}

function readText(row: EntryText | undefined): Reading {
  assert(row, 'an entry went while it was applied');
  return readEntry(
    row.text,
    JSON.parse(row.text),
    row.personal === null ? null : Personal.parse(JSON.parse(row.personal)),
  );
}

function applied(entry: Entry, { books, lines, receipts }: Desk): Reading {
  switch (entry.kind) {
    case 'receipt_issued':
      books.pay(entry.sequence, entry.payload);
      receipts.set(entry.sequence, entry.payload);
      break;
    case 'receipt_voided': {
      const { issuedSequence, receipt } = entry.payload;
      const issued = receipts.get(issuedSequence);
      if (!issued || !isSame(issued, receipt)) return parked('void_unmatched', `receipt of entry ${issuedSequence}`);
      if (books.hasUndone(issuedSequence)) return parked('void_unmatched', `entry ${issuedSequence} is void already`);
      const why = lines.faultOf(entry, issued);
      if (why !== null) return parked('void_unmatched', why);
      lines.takeBack(entry);
      books.takeBack(entry.sequence, issuedSequence);
      break;
    }
    case 'receipt_corrected':
    case 'receipt_reversed':
    case 'refund_issued': {
      const { issuedSequence, receipt } = entry.payload;
      const issued = receipts.get(issuedSequence);
      if (issued?.label !== receipt) return parked('undo_unmatched', `receipt ${receipt} of entry ${issuedSequence}`);
      const why = lines.faultOf(entry, issued);
      if (why !== null) return parked('undo_unmatched', why);
      if (!books.takeBackParts(entry.sequence, issuedSequence, linesTakenBack(entry)))
        return parked('undo_unmatched', `receipt ${receipt} has less than that`);
      lines.takeBack(entry);
      if (entry.kind === 'receipt_corrected' && entry.payload.correction.what === 'line')
        books.putRight(entry.sequence, issuedSequence, [entry.payload.correction.to], []);
      if (entry.kind === 'receipt_reversed') books.putRight(entry.sequence, issuedSequence, [], entry.payload.credits);
      break;
    }
  }
  return { state: 'good', entry };
}

/** Loads what the entries need, for all of them at once. From here on nobody else changes this district's accounts. */
async function deskFor(tx: LedgerTx, key: StationKey, entries: readonly Entry[], from: number): Promise<Desk> {
  const receipts = entries.filter(isAboutReceipts);
  if (receipts.length === 0) return { books: openBooks([], [], new Set()), lines: openLines([]), receipts: new Map() };
  await lockDistrict(tx, key.district);
  const standings = await chargeStandings(tx, key.district, [
    ...new Set(receipts.flatMap(linesNamed).flatMap(chargesOf)),
  ]);
  const undone = [...new Set(receipts.flatMap(undoneBy))];
  if (undone.length === 0)
    return { books: openBooks(standings, [], new Set()), lines: openLines([]), receipts: new Map() };
  const before = await applicationsOf(tx, key, undone);
  // Those of this very run are not decided yet; the walk finds them by itself.
  const texts = await appliedTexts(
    tx,
    key,
    undone.filter((sequence) => sequence < from),
  );
  return {
    books: openBooks(standings, before, await undoneAlready(tx, key, undone)),
    lines: openLines(await partsUndoneOf(tx, key, undone)),
    receipts: new Map([...texts].flatMap(([sequence, text]) => receiptIn(sequence, text))),
  };
}

function isAboutReceipts(entry: Entry): boolean {
  return entry.kind === 'receipt_issued' || undoneBy(entry).length > 0;
}

/** The receipt's entry that an entry undoes some of. */
function undoneBy(entry: Entry): number[] {
  return 'issuedSequence' in entry.payload ? [entry.payload.issuedSequence] : [];
}

/** Every line that an entry pays or takes back. */
function linesNamed(entry: Entry): ReceiptLine[] {
  if (entry.kind === 'receipt_issued') return entry.payload.lines;
  const right = entry.kind === 'receipt_corrected' && entry.payload.correction.what === 'line';
  return [...linesTakenBack(entry), ...(right ? [entry.payload.correction.to as ReceiptLine] : [])];
}

function chargesOf(line: ReceiptLine): number[] {
  return isAccountLine(line) ? line.charges.map((charge) => charge.chargeId) : [];
}

function receiptIn(sequence: number, text: string): [number, Receipt][] {
  const entry = Entry.parse(JSON.parse(text));
  return entry.kind === 'receipt_issued' ? [[sequence, entry.payload]] : [];
}

function isSame(left: Receipt, right: Receipt): boolean {
  return canonical(left as unknown as Json) === canonical(right as unknown as Json);
}

function parked(why: ParkedWhy, detail: string): Reading {
  return { state: 'parked', why, detail };
}
