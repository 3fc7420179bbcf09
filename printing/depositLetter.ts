import { BankTender } from '#domain/bankTender';
import { dayWords } from '#domain/businessDay';
import { DENOMINATIONS } from '#domain/denominations';
import { heldOf } from '#domain/depositPostings';
import { fundWords } from '#domain/fundAndBars';
import { cents, formatSigned } from '#domain/money';
import { shortHash } from '#domain/shortHash';
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
import type { Letter, LetterTable } from './letter.ts';
import { bannersOf, type SlipFacts } from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

/** The same for the file: on letter paper, in tables. */
export function depositLetter(deposit: DepositOnPaper, facts: SlipFacts): Letter {
  const { carrierName, bag } = deposit;
  return {
    title: `Deposit ${deposit.deposit}`,
    aside: accountWords(deposit),
    masthead: [facts.district.name, ...facts.district.header],
    banners: bannersOf(facts, { copy: 1 }, false),
    blocks: [
      { block: 'facts', facts: aboutFacts(deposit, facts) },
      batchTable(deposit),
      ...(deposit.settled.length > 0 ? [settledTable(deposit)] : []),
      ...(deposit.funds.length > 0 ? [fundTable(deposit)] : []),
      cashTable(deposit),
      ...(deposit.checks.length > 0 ? [paperTable(deposit)] : []),
      {
        block: 'signatures',
        what: signedFor(deposit),
        who: [...signersOf(deposit), ...(bag === null ? [] : [`${carrierName ?? 'Carrier'}, took it sealed`])],
      },
    ],
    foot: `Deposit ${deposit.deposit}, ${bag === null ? 'images' : `bag ${bag}`}. Journal head ${shortHash(deposit.hash)}`,
  };
}

/** What is signed, also where the signatures come to stand on a page of their own. */
function signedFor(deposit: DepositOnPaper): string {
  const { deposit: name, bag } = deposit;
  const where = bag === null ? 'as images' : `in bag ${bag}`;
  return `Deposit ${name}, ${amountOf(inIt(deposit))} ${where} for ${accountWords(deposit)}`;
}

function aboutFacts(deposit: DepositOnPaper, { district: { timeZone } }: SlipFacts) {
  const { counted, before, carrierName, confirmed } = deposit;
  const [first = counted, ...recounts] = [...before, counted];
  const at = (instant: number) => momentAt(instant, timeZone);
  return [
    { name: 'Total', value: amountOf(inIt(deposit)) },
    { name: 'Bag', value: deposit.bag ?? 'none: sent as images' },
    { name: 'Business day', value: dayWords(deposit.businessDay) },
    { name: 'Seal', value: deposit.seal ?? 'none' },
    { name: 'First receipt', value: at(deposit.firstReceiptAt) },
    { name: 'First count', value: `${first.firstName}, ${at(first.firstAt)}` },
    { name: 'On its way by', value: at(deposit.dueAt) },
    { name: 'Second count', value: `${first.secondName}, ${at(first.secondAt)}` },
    ...settledFacts(first, at),
    ...recounts.flatMap((one) => recountFacts(one, at)),
    ...(carrierName === null ? [] : [{ name: 'Carried by', value: carrierName }]),
    ...(confirmed === null ? [] : [confirmedFact(confirmed)]),
  ];
}

type Fact = { name: string; value: string };

function settledFacts({ settledByName, madeAt }: CountedTwice, at: (instant: number) => string): Fact[] {
  return settledByName === null ? [] : [{ name: 'Settled by', value: `${settledByName}, ${at(madeAt)}` }];
}

/** Which seal was on record and which was read, and who counted it again. */
function recountFacts(counted: CountedTwice, at: (instant: number) => string): Fact[] {
  const { firstName, firstAt, secondName, secondAt, broken } = counted;
  const { first, second } = countWords(counted);
  return [
    ...(broken === null
      ? []
      : [
          { name: 'Seal broken', value: `bag ${broken.bag}, ${at(broken.at)}` },
          { name: 'Its seals', value: `${broken.recorded} on record, ${broken.read} read` },
        ]),
    { name: first, value: `${firstName}, ${at(firstAt)}` },
    { name: second, value: `${secondName}, ${at(secondAt)}` },
    ...settledFacts(counted, at),
  ];
}

function confirmedFact({ isCounty, reference, day, cents }: NonNullable<DepositOnPaper['confirmed']>) {
  const value = `${reference} of ${dayWords(day)}, ${amountOf(cents)}`;
  return { name: isCounty ? 'County’s receipt' : 'Bank’s slip', value };
}

const right = true as const;

const AMOUNTS = ['Cash', 'Checks', 'Money orders', 'Total'].map((name) => ({ name, right }));

/** What there is of each tender, and of all together. */
function amounts(of: (tender: BankTender) => number, format: (amount: number) => string = amountOf): string[] {
  const parts = BankTender.options.map(of);
  return [...parts, parts.reduce((total, part) => total + part, 0)].map(format);
}

function batchTable(deposit: DepositOnPaper): LetterTable {
  const batches = batchesIn(deposit);
  return {
    ...{ block: 'table', title: 'Approved batches, as the office held them' },
    columns: [{ name: 'Batch' }, ...AMOUNTS],
    rows: batches.map(({ batch, of }) => [batch, ...amounts(of)]),
    totals: [howManyBatches(batches.length), ...amounts((tender) => heldOf(deposit.parts, tender))],
  };
}

const howManyBatches = (number: number) => `${number} ${number === 1 ? 'batch' : 'batches'}`;

/** What lies between the batches and what is in it: each time that counts differed, by how much, and who settled it. */
function settledTable(deposit: DepositOnPaper): LetterTable {
  const { settled, parts } = deposit;
  const signed = (amount: number) => (amount === 0 ? '' : formatSigned(cents(amount)));
  return {
    ...{ block: 'table', title: 'From the batches to what is in it' },
    columns: [{ name: 'What' }, ...AMOUNTS],
    rows: [
      [howManyBatches(batchesIn(deposit).length), ...amounts((tender) => heldOf(parts, tender))],
      ...settled.map((one) => [
        settledWords(one),
        ...amounts((tender) => one.differences.find((row) => row.tender === tender)?.cents ?? 0, signed),
      ]),
    ],
    totals: ['In the deposit', ...amounts((tender) => inItOf(deposit, tender))],
  };
}

/** `Lost on the way, settled by Ingrid Solheim and Joseph Whitebear: Taken from the bag`. */
function settledWords({ isRecount, personName, approverName, words, differences }: Settled): string {
  const isLess = differences.some((one) => one.cents < 0);
  const isMore = differences.some((one) => one.cents > 0);
  const lost = isRecount ? 'Lost on the way' : 'Short at the count';
  const what = isLess ? `${lost}${isMore ? ', and over' : ''}` : isMore ? 'Over' : 'As it was';
  const who = [personName, approverName ?? []].flat().join(' and ');
  return `${what}, settled by ${who}${words === null ? '' : `: ${words}`}`;
}

type Settled = DepositOnPaper['settled'][number];

/** What in it is of which fund, where its account takes by fund. */
function fundTable({ funds }: DepositOnPaper): LetterTable {
  return {
    ...{ block: 'table', title: 'By fund' },
    columns: [{ name: 'Fund' }, { name: 'Amount', right }],
    rows: funds.map((share) => [fundWords(share), amountOf(share.cents)]),
    totals: ['Total', amountOf(funds.reduce((total, share) => total + share.cents, 0))],
  };
}

function cashTable(deposit: DepositOnPaper): LetterTable {
  const counted = DENOMINATIONS.filter((worth) => (deposit.pieces[String(worth)] ?? 0) > 0);
  return {
    ...{ block: 'table', title: 'Cash by denomination' },
    columns: [{ name: 'Worth' }, { name: 'Pieces', right }, { name: 'Value', right }],
    rows: counted.map((worth) => {
      const pieces = deposit.pieces[String(worth)] ?? 0;
      return [amountOf(worth), String(pieces), amountOf(worth * pieces)];
    }),
    totals: ['Cash', '', amountOf(inItOf(deposit, 'cash'))],
  };
}

/** Every check and money order, batch by batch. */
function paperTable(deposit: DepositOnPaper): LetterTable {
  const papers = [...papersOf(deposit, 'check'), ...papersOf(deposit, 'money-order')];
  const kinds = (['check', 'money-order'] as const).map(
    (tender) => [papersOf(deposit, tender).length, tender] as const,
  );
  return {
    ...{ block: 'table', title: 'Checks and money orders' },
    columns: [{ name: 'Number' }, { name: 'Kind' }, { name: 'Batch' }, { name: 'Amount', right }],
    rows: papers.map(({ checkNumber, tender, batch, cents }) => [
      checkNumber,
      tender === 'check' ? 'Check' : 'Money order',
      batch,
      amountOf(cents),
    ]),
    totals: [
      kinds.flatMap(([number, tender]) => (number > 0 ? [howMany(number, tender)] : [])).join(', '),
      '',
      '',
      amountOf(inItOf(deposit, 'check') + inItOf(deposit, 'money-order')),
    ],
  };
}
