import { type Books, type Drawer, issuedIn, openDrawer } from './books.ts';
import { type Entry, sha256 } from './chain.ts';
import { type Kept, linesOf, standsIn, tendersOf } from './lines.ts';
import { byFund, digestOf, movements, movementsOf, mustMove } from './movements.ts';
import {
  agree,
  agreeAmounts,
  canonical,
  complain,
  type Fields,
  fields,
  list,
  sum,
  text,
  textOrNull,
  whole,
} from './reading.ts';

/** A receipt of a drawer that is not closed. What a void must repeat and reverse is kept as digests: a day may be long. */
export type IssuedReceipt = {
  sequence: number;
  toldDigest: string;
  movedDigest: string;
  cents: number;
  tenders: Kept[];
};

/** A receipt: numbered without gaps, in an open drawer, its lines, tenders, payments and postings all of one sum. */
export function receiptIssued(books: Books, entry: Entry): void {
  const receipt = entry.payload;
  const drawer = openDrawer(books, text(receipt, 'drawer'), 'open');
  agree('The actor', entry.actor, drawer.cashier);
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('batch', text(receipt, 'batch'), drawer.batch);
  agree('The receipt’s number', whole(receipt, 'number', 1), books.lastReceipt + 1);
  agree('The receipt’s label', text(receipt, 'label'), labelOf(entry, '', books.lastReceipt + 1, 6));
  const lines = linesOf(receipt);
  const tenders = tendersOf(receipt);
  const rounding = whole(receipt, 'roundingCents', -2);
  const total = whole(receipt, 'totalCents', 1);
  agreeAmounts('The sum of the lines', sum(lines.map((line) => line.cents)), total);
  agreeAmounts('The sum of the tenders', sum(tenders.map((tender) => tender.cents)), total + rounding);
  agreeAmounts('roundingCents', rounding, sum(tenders.map((tender) => tender.roundingCents)));
  agreeAmounts('changeCents', whole(receipt, 'changeCents'), sum(tenders.map((tender) => tender.changeCents)));
  paymentsAgree(receipt, lines, tenders);
  mustMove(
    byFund(movementsOf(entry.postings)),
    movements([
      ...tenders.map((tender) => [standsIn(drawer.name, tender), tender.cents] as const),
      ...lines.flatMap((line) => line.credits),
      ['rounding', -rounding],
    ]),
  );
  remember(books, drawer, { entry, receipt, total, tenders });
}

/** What the next entries need to know of it. */
function remember(
  books: Books,
  drawer: Drawer,
  { entry, receipt, total, tenders }: { entry: Entry; receipt: Fields; total: number; tenders: Kept[] },
): void {
  books.lastReceipt += 1;
  books.receipts += 1;
  books.issuedCents += total;
  drawer.issued.count += 1;
  drawer.issued.cents += total;
  drawer.issued.first ??= text(receipt, 'label');
  drawer.issued.last = text(receipt, 'label');
  drawer.receipts.set(text(receipt, 'label'), {
    sequence: entry.sequence,
    toldDigest: sha256(canonical(receipt)),
    movedDigest: digestOf(movementsOf(entry.postings)),
    cents: total,
    tenders,
  });
  const issued = issuedIn(books, entry.epoch);
  issued.at[books.lastReceipt] = entry.sequence;
  issued.standingCents[books.lastReceipt] = total;
  issued.roundingCents[books.lastReceipt] = whole(receipt, 'roundingCents', -2);
  const resumed = textOrNull(receipt, 'resumed');
  if (resumed !== null && !books.suspended.delete(resumed)) complain(`Payment ${resumed} is not set aside.`);
}

/** A void: approved by another, of a receipt of an open drawer that stands, repeating it and reversing it exactly. */
export function receiptVoided(books: Books, entry: Entry): void {
  const receipt = fields(entry.payload.receipt, 'receipt');
  const label = text(receipt, 'label');
  const drawer = openDrawer(books, text(receipt, 'drawer'), 'open');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  const issued = drawer.receipts.get(label);
  if (issued === undefined) complain(`Receipt ${label} is void already, or was never issued in drawer ${drawer.name}.`);
  const { epoch, number } = receiptNamed(entry, label);
  const { standingCents } = issuedIn(books, epoch);
  if (standingCents[number] !== issued.cents) complain(`Receipt ${label} was corrected or refunded before.`);
  standingCents[number] = 0;
  slipFact(entry);
  if (entry.approver === null) complain(`The void of receipt ${label} has no approver.`);
  agree('issuedSequence', whole(entry.payload, 'issuedSequence', 1), issued.sequence);
  if (sha256(canonical(receipt)) !== issued.toldDigest) complain(`Receipt ${label} is not told as it was issued.`);
  text(entry.payload, 'mark');
  const back = movements([...movementsOf(entry.postings)].map(([account, cents]) => [account, -cents]));
  if (digestOf(back) !== issued.movedDigest) complain(`The postings do not reverse those of receipt ${label}.`);
  drawer.receipts.delete(label);
  drawer.voided.count += 1;
  drawer.voided.cents += issued.cents;
  books.voids += 1;
  books.voidedCents += issued.cents;
}

/** Which receipt a label names: of this epoch or of an earlier one. */
export function receiptNamed(entry: Entry, label: string): { epoch: number; number: number } {
  const [, epochSaid = '1', digits = '0'] = /^[^.-]*(?:\.(\d+))?-(\d+)$/.exec(label) ?? [];
  const epoch = Math.min(Number(epochSaid), entry.epoch);
  const number = Number(digits);
  agree('receipt', label, labelOf({ series: entry.series, epoch }, '', number, 6));
  return { epoch, number };
}

/** How the slip was shown. Voids from before slips were asked for do not tell. */
function slipFact({ payload }: Entry): void {
  if ('slip' in payload && !['scanned', 'typed', 'none'].includes(text(payload, 'slip')))
    complain(`${text(payload, 'slip')} is no way to show a slip.`);
}

const UNDO_LETTERS = { correction: 'C', reversal: 'V', refund: 'R' } as const;

/** A copy of a slip that there is, of a receipt or of its undoing. No money moves. */
export function receiptReprinted(books: Books, entry: Entry): void {
  const label = text(entry.payload, 'label');
  whole(entry.payload, 'copy', 1);
  if ('blind' in entry.payload) agree('blind', entry.payload.blind, true);
  mustMove(movementsOf(entry.postings), movements([]));
  const document = 'document' in entry.payload ? text(entry.payload, 'document') : 'receipt';
  const letter = Object.hasOwn(UNDO_LETTERS, document) ? UNDO_LETTERS[document as keyof typeof UNDO_LETTERS] : '';
  const last = letter === '' ? books.lastReceipt : books.lastUndo[letter];
  const own = labelOf(entry, letter, 1, 6).replace(/\d{6}$/, '');
  if (label.startsWith(own) && Number(label.slice(own.length)) > last)
    complain(`${letter === '' ? 'Receipt' : 'Undoing'} ${label} is printed again but was never issued.`);
}

/** `W3-000482`, or `W3.2-D0012` in a second epoch. */
export function labelOf(entry: Pick<Entry, 'series' | 'epoch'>, letter: string, number: number, width: number): string {
  const series = entry.epoch === 1 ? entry.series : `${entry.series}.${entry.epoch}`;
  return `${series}-${letter}${String(number).padStart(width, '0')}`;
}

/** Which tender paid which line: each line is paid whole, each tender spent whole. */
function paymentsAgree(receipt: Fields, lines: readonly { cents: number }[], tenders: readonly Kept[]): void {
  const paid = lines.map(() => 0);
  const spent = tenders.map(() => 0);
  for (const value of list(receipt.payments, 'payments')) {
    const payment = fields(value, 'A payment');
    const line = whole(payment, 'line');
    const tender = whole(payment, 'tender');
    const cents = whole(payment, 'cents', 1);
    if (line >= paid.length || tender >= spent.length)
      complain('A payment names a line or a tender that is not there.');
    paid[line] = (paid[line] ?? 0) + cents;
    spent[tender] = (spent[tender] ?? 0) + cents;
  }
  for (const [place, line] of lines.entries())
    agreeAmounts(`What pays line ${place + 1}`, paid[place] ?? 0, line.cents);
  for (const [place, tender] of tenders.entries())
    agreeAmounts(`What tender ${place + 1} pays`, spent[place] ?? 0, tender.cents - tender.roundingCents);
}
