import type { DayTieRow, Holds, TieBreak } from '#contract/tieShapes';
import type { BatchRow } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { newestInDeposit } from '#db/ledger/tieSums';
import { BankTender } from '#domain/bankTender';
import type { BusinessDay } from '#domain/businessDay';
import type { DepositPart } from '#domain/deposit';
import { DrawerTender } from '#domain/tender';
import { isOpenBreak, placeOfBreak, type TiePlace } from '#domain/tie';
import { breakOf, type TenderTie } from './batchTie.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { depositedCents, foundIn, isDeposited } from './depositTie.ts';

/** A batch whose amounts are told, and its way to the office. */
export type TiedBatch = { row: BatchRow; tenders: readonly TenderTie[] };

/** The tie of a day, tender by tender, and each break of it. */
export type DayTie = { tie: DayTieRow[]; breaks: TieBreak[] };

/** What of one tender lies in a deposit, or came to the bank with it, and where that is not the same. */
type Brought = {
  deposit: string;
  tender: DrawerTender | null;
  depositCents: number;
  bankCents: number;
  breaks: TieBreak[];
};

/**
 * A business day from its receipts to the bank. Each tender's receipts and its breaks are what the bank has of it: a
 * difference that a deposit of several days has stands with the newest of them, one of several tenders by itself.
 */
export async function dayTie(
  tx: LedgerTx,
  district: string,
  day: BusinessDay,
  batches: readonly TiedBatch[],
): Promise<DayTie> {
  const parts = await partsOfBatches(
    tx,
    district,
    batches.map(({ row }) => row.batch),
  );
  const deposits = new Map<string, DepositStanding>();
  for (const { deposit } of parts)
    if (!deposits.has(deposit)) deposits.set(deposit, await depositOrRefuse(tx, district, deposit));
  const brought: Brought[] = [];
  for (const standing of deposits.values())
    if (isDeposited(standing)) brought.push(...(await broughtBy(tx, district, day, standing, parts)));
  const waiting: TieBreak[] = [];
  for (const { row, tenders } of batches) waiting.push(...(await heldOf(tx, district, row, tenders, parts, deposits)));
  const breaks = [
    ...batches.flatMap(({ tenders }) => tenders.flatMap((one) => one.breaks)),
    ...waiting,
    ...brought.flatMap((one) => one.breaks),
  ];
  const tie = [...DrawerTender.options, null].flatMap((tender) => rowOf(tender, batches, brought, breaks));
  return { tie, breaks };
}

type Part = DepositPart & { deposit: string };

/** What a batch still holds: in a bag that was counted once, or in none; of cards what no statement has told. */
async function heldOf(
  tx: LedgerTx,
  district: string,
  { batch }: BatchRow,
  tenders: readonly TenderTie[],
  parts: readonly Part[],
  deposits: ReadonlyMap<string, DepositStanding>,
): Promise<TieBreak[]> {
  const held = await undepositedOf(tx, district, [batch]);
  return tenders.flatMap(({ tender, officeCents }) => {
    const of = { tender, batch, document: batch };
    if (tender === 'card') return breakOf('clearing', of, -officeCents);
    const own = parts.filter((part) => part.batch === batch && part.tender === tender);
    const bags = own.flatMap((part) => {
      const standing = deposits.get(part.deposit);
      return standing && !isDeposited(standing) ? [{ ...part, bag: standing.row.bag }] : [];
    });
    const inBags = bags.reduce((total, { cents }) => total + cents, 0);
    const left = held.find((one) => one.tender === tender)?.cents ?? 0;
    const gone = own.reduce((total, { cents }) => total + cents, 0) - inBags;
    return [
      ...breakOf('unexplained', of, left + gone - officeCents),
      ...breakOf('not_deposited', of, inBags - left),
      ...bags.flatMap(({ deposit, bag, cents }) =>
        breakOf('in_bag', { ...of, document: bag ?? deposit }, -cents).map((one) => ({ ...one, deposit })),
      ),
    ];
  });
}

/** What a deposit brought of the day's money. */
async function broughtBy(
  tx: LedgerTx,
  district: string,
  day: BusinessDay,
  standing: DepositStanding,
  ofDay: readonly Part[],
): Promise<Brought[]> {
  const { row, parts, confirmed } = standing;
  const newest = await newestInDeposit(tx, district, row.deposit);
  const about = (why: TieBreak['why'], tender: DrawerTender | null, cents: number, on: BusinessDay | null = null) => ({
    ...{ why, tender, cents, day: on },
    ...{ batch: null, deposit: row.deposit, document: row.bag },
  });
  const tenders = newest.map(({ tender, day: last }): Brought => {
    const sum = (of: readonly DepositPart[]) =>
      of.reduce((total, part) => total + (part.tender === tender ? part.cents : 0), 0);
    const found = foundIn(standing, tender) - sum(parts);
    const own = sum(ofDay.filter(({ deposit }) => deposit === row.deposit));
    const depositCents = own + (last === day ? found : 0);
    const isHere = own !== 0 || last === day;
    const breaks = [
      ...(found !== 0 && last === day ? [about('deposit_count', tender, found)] : []),
      ...(found !== 0 && last !== day && isHere ? [about('count_elsewhere', tender, 0, last)] : []),
      ...(!confirmed && depositCents !== 0 ? [about('on_its_way', tender, -depositCents)] : []),
    ];
    return { deposit: row.deposit, tender, depositCents, bankCents: confirmed ? depositCents : 0, breaks };
  });
  const differs = confirmed ? confirmed.cents - depositedCents(standing) : 0;
  if (differs === 0) return tenders;
  const last =
    newest
      .map((one) => one.day)
      .toSorted()
      .at(-1) ?? day;
  const [only, ...others] = newest;
  const tender = only && others.length === 0 ? only.tender : null;
  const bank =
    last === day
      ? { bankCents: differs, breaks: [about('bank', tender, differs)] }
      : { bankCents: 0, breaks: [about('bank_elsewhere', tender, 0, last)] };
  return [...tenders, { deposit: row.deposit, tender, depositCents: 0, ...bank }];
}

/** One tender through all four places; none that is nowhere. */
function rowOf(
  tender: DrawerTender | null,
  batches: readonly TiedBatch[],
  brought: readonly Brought[],
  breaks: readonly TieBreak[],
): DayTieRow[] {
  const of = batches.flatMap(({ tenders }) => tenders.filter((one) => one.tender === tender));
  const to = brought.filter((one) => one.tender === tender);
  const own = breaks.filter((one) => one.tender === tender);
  const receiptsCents = of.reduce((total, one) => total + one.receiptsCents, 0);
  const drawersCents = of.reduce((total, one) => total + one.drawersCents, 0);
  if (receiptsCents === 0 && drawersCents === 0 && own.length === 0) return [];
  const depositCents = to.reduce((total, one) => total + one.depositCents, 0);
  const bankCents = to.reduce((total, one) => total + one.bankCents, 0);
  const holds = (place: TiePlace, before: number, after: number): Holds => {
    const open = own.filter(({ why }) => placeOfBreak(why) === place && isOpenBreak(why));
    const come = open.reduce((total, { cents }) => total + cents, 0);
    if (before + come !== after) return 'differs';
    return open.length > 0 || (place === 'bank' && isUntold(tender, breaks, to)) ? 'open' : 'even';
  };
  const isCarried = tender !== 'card';
  return [
    {
      ...{ tender, receiptsCents, drawersCents },
      depositCents: isCarried ? depositCents : null,
      bankCents: isCarried ? bankCents : null,
      holds: {
        drawers: holds('drawers', receiptsCents, drawersCents),
        deposit: isCarried ? holds('deposit', drawersCents, depositCents) : null,
        bank: holds('bank', isCarried ? depositCents : drawersCents, bankCents),
      },
    },
  ];
}

/** The bank's slip of a deposit in which this tender lies differs, and nobody can tell of which tender. */
function isUntold(tender: DrawerTender | null, breaks: readonly TieBreak[], to: readonly Brought[]): boolean {
  if (tender === null || !BankTender.safeParse(tender).success) return false;
  const deposits = new Set(to.map((one) => one.deposit));
  return breaks.some(
    (one) =>
      one.tender === null && one.deposit !== null && placeOfBreak(one.why) === 'bank' && deposits.has(one.deposit),
  );
}
