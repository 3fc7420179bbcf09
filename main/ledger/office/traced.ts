import type { Output, Parsed } from '#contract/contract';
import { GL_MAX } from '#contract/glCalls';
import { batchNamed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { depositNamed, partsOfBatches } from '#db/ledger/deposits';
import { closesOfExport, dayOfClose, exportsOfCloses } from '#db/ledger/glExports';
import { glSumsOf } from '#db/ledger/glSums';
import { closesOf, type EntryPlace } from '#db/ledger/postingDays';
import { entriesOfBatch, entriesOfDeposit } from '#db/ledger/traces';
import { documentKind } from '#domain/documentKind';
import type { GlLine } from '#domain/glLine';
import { refuse } from '#domain/refusal';
import { askedOf, bookOf, linesOfClose } from '../glLines.ts';
import { exportOrRefuse } from './glExports.ts';
import type { OfficeAt } from './officeAt.ts';
import { receiptTold } from './receiptTold.ts';
import { receiptTrail } from './receiptTrail.ts';

type Traced = Output<'traced'>;
/** What is traced: the entries that tell of it, and of which batch's lines all are its. */
type Trail = { what: Traced['what']; batch: string | null; entries: EntryPlace[]; deposits: string[] };

/** From a receipt, a batch or a deposit on to the lines of the general ledger in which it is. */
export async function traced(
  tx: LedgerTx,
  { label }: Parsed<'traced'>,
  { district }: OfficeAt,
): Promise<Output<'traced'>> {
  const { what, batch, entries, deposits } = await trailOf(tx, district, label);
  const closes = await closesOf(tx, district, entries);
  const lines: GlLine[] = [];
  for (const { close, number } of await exportsOfCloses(tx, district, closes))
    lines.push(...(await linesWith(tx, district, { number, close, what, label, entries })));
  const [close] = closes;
  return {
    ...{ label, what, batch, deposits: await statesOf(tx, district, deposits) },
    closedWith: close === undefined ? null : await dayOfClose(tx, district, close),
    lines: lines.slice(0, GL_MAX),
  };
}

async function trailOf(tx: LedgerTx, district: string, label: string): Promise<Trail> {
  const kind = documentKind(label);
  if (kind === 'deposit' && (await depositNamed(tx, district, label))) {
    const entries = await entriesOfDeposit(tx, district, label);
    return { what: 'deposit', batch: null, entries, deposits: [label] };
  }
  const batch = kind === 'batch' ? await batchNamed(tx, district, label) : null;
  if (batch) {
    const parts = await partsOfBatches(tx, district, [label]);
    const entries = await entriesOfBatch(tx, district, batch);
    return { what: 'batch', batch: label, entries, deposits: parts.map(({ deposit }) => deposit) };
  }
  const told = await receiptTold(tx, district, label);
  return told === null
    ? refuse('trace_unknown', { label })
    : { what: 'receipt', ...(await receiptTrail(tx, district, told)) };
}

async function statesOf(tx: LedgerTx, district: string, deposits: readonly string[]): Promise<Traced['deposits']> {
  const told: Traced['deposits'] = [];
  for (const deposit of new Set(deposits)) {
    const row = await depositNamed(tx, district, deposit);
    if (row) told.push({ deposit, state: row.state });
  }
  return told;
}

/** The lines of one close that sum something of it; of a batch, wherever lines bear its number, all of these. */
async function linesWith(
  tx: LedgerTx,
  district: string,
  about: Pick<Trail, 'what' | 'entries'> & { number: number; close: number; label: string },
): Promise<GlLine[]> {
  const book = await bookOf(tx, district, await exportOrRefuse(tx, district, about.number));
  let before = 0;
  for (const one of await closesOfExport(tx, district, about.number)) {
    if (one.close === about.close) break;
    before += one.lines;
  }
  const lines = await linesOfClose(tx, book, about.close, before);
  const { what, label } = about;
  if (what === 'deposit' || (what === 'batch' && book.layout === 'batch'))
    return lines.filter((line) => line[what] === label);
  const own = new Set((await glSumsOf(tx, askedOf(book, about.close), about.entries)).map(keyOf));
  return lines.filter((line) => own.has(keyOf(line)));
}

function keyOf({ day, batch, deposit, fund, bars, side }: Omit<GlLine, 'export' | 'line' | 'name' | 'cents'>): string {
  return [day, batch, deposit, fund, bars, side].join(' ');
}
