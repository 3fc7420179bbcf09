import { dayWords } from '#domain/businessDay';
import type { DepositCheck } from '#domain/deposit';
import { fundWords } from '#domain/fundAndBars';
import {
  accountWords,
  batchesIn,
  type CountedTwice,
  countWords,
  type DepositOnPaper,
  howMany,
  inIt,
  inItOf,
  papersOf,
  signersOf,
} from './depositPaper.ts';
import { pieceRows } from './pieceRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  blank,
  type Copy,
  heading,
  headRow,
  masthead,
  middle,
  pair,
  qrOf,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

/** The slip that goes into the bag: what is in it, every paper of it, and who counted it. */
export function depositSlip(deposit: DepositOnPaper, facts: SlipFacts, print: Copy): Slip {
  const title = `Deposit ${deposit.deposit}`;
  return {
    title,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      middle(title, 'bold'),
      middle(accountWords(deposit)),
      rule,
      ...aboutRows(deposit, facts),
      rule,
      ...pieceRows(deposit.pieces),
      pair('Cash', amountOf(inItOf(deposit, 'cash')), { weight: 'bold' }),
      ...paperRows(deposit, 'check'),
      ...paperRows(deposit, 'money-order'),
      rule,
      pair('Total', amountOf(inIt(deposit)), { weight: 'double' }),
      ...deposit.funds.map((share) => pair(fundWords(share), amountOf(share.cents), { indent: 2 })),
      pair('Papers', String(deposit.checks.length)),
      blank,
      headRow(deposit.hash),
      ...signersOf(deposit).map((who): SlipRow => ({ row: 'signature', who })),
      ...(deposit.bag === null ? [] : [carrierRow(deposit)]),
    ],
    qr: qrOf(deposit.deposit, deposit.hash),
  };
}

function carrierRow({ carrierName }: DepositOnPaper): SlipRow {
  return { row: 'signature', who: `${carrierName ?? 'Carrier'}, took it sealed` };
}

function aboutRows(deposit: DepositOnPaper, { district: { timeZone } }: SlipFacts): SlipRow[] {
  const { counted, before } = deposit;
  return [
    ...bagRows(deposit),
    pair('Business day', dayWords(deposit.businessDay)),
    pair('First receipt', momentAt(deposit.firstReceiptAt, timeZone)),
    pair('On its way by', momentAt(deposit.dueAt, timeZone)),
    pair('Made', momentAt(counted.madeAt, timeZone)),
    ...[...before, counted].flatMap((one) => countRows(one, timeZone)),
  ];
}

/** Who counted it, and before that, which seal was read where it is counted again. */
function countRows(counted: CountedTwice, timeZone: string): SlipRow[] {
  const { firstName, secondName, settledByName, broken } = counted;
  const { first, second } = countWords(counted);
  return [
    ...(broken === null
      ? []
      : [
          pair('Seal broken', momentAt(broken.at, timeZone)),
          pair('bag', broken.bag, { indent: 2 }),
          pair('seal on record', broken.recorded, { indent: 2 }),
          pair('seal that was read', broken.read, { indent: 2 }),
        ]),
    pair(first, firstName),
    pair(second, secondName),
    ...(settledByName === null ? [] : [pair('Settled by', settledByName)]),
  ];
}

/** What is sent as images leaves no bag. */
function bagRows({ bag, seal }: DepositOnPaper): SlipRow[] {
  if (bag === null) return [pair('Sent', 'as images of the checks')];
  return [pair('Bag', bag, { weight: 'bold' }), pair('Seal', seal ?? '')];
}

/** Every paper of one kind under its batch; nothing where there is none. */
function paperRows(deposit: DepositOnPaper, tender: DepositCheck['tender']): SlipRow[] {
  const papers = papersOf(deposit, tender);
  if (papers.length === 0) return [];
  const rows = batchesIn(deposit).flatMap(({ batch }) => {
    const its = papers.filter((paper) => paper.batch === batch);
    if (its.length === 0) return [];
    return [
      heading(`${tender === 'check' ? 'Checks' : 'Money orders'} of ${batch}`),
      ...its.map(({ checkNumber, cents }) => pair(`no. ${checkNumber}`, amountOf(cents), { indent: 2 })),
    ];
  });
  return [rule, ...rows, pair(howMany(papers.length, tender), amountOf(inItOf(deposit, tender)), { weight: 'bold' })];
}
