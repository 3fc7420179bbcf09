import type { DayTieRow, Holds, TieBreak } from '#contract/tieShapes';
import type { BatchRow } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { BankTender } from '#domain/bankTender';
import type { BusinessDay } from '#domain/businessDay';
import { DrawerTender } from '#domain/tender';
import { isOpenBreak, placeOfBreak, type TiePlace } from '#domain/tie';
import { breakOf, type TenderTie } from './batchTie.ts';
import { type Brought, broughtBy, type PartOfDay } from './broughtBy.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { isDeposited } from './depositTie.ts';

/** A batch whose amounts are told, and its way to the office. */
export type TiedBatch = { row: BatchRow; tenders: readonly TenderTie[] };

/** The tie of a day, tender by tender, and each break of it. */
export type DayTie = { tie: DayTieRow[]; breaks: TieBreak[] };

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

/** What a batch still holds: in a bag that was counted once, or in none; of cards what no statement has told. */
async function heldOf(
  tx: LedgerTx,
  district: string,
  { batch }: BatchRow,
  tenders: readonly TenderTie[],
  parts: readonly PartOfDay[],
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
  const depositCents = to.reduce((total, one) => total + one.depositCents, 0);
  const bankCents = to.reduce((total, one) => total + one.bankCents, 0);
  const isNowhere = receiptsCents === 0 && drawersCents === 0 && own.length === 0;
  if (isNowhere || (tender === null && bankCents === 0)) return [];
  const holds = (place: TiePlace, before: number, after: number): Holds => {
    const open = own.filter(({ why }) => placeOfBreak(why) === place && isOpenBreak(why));
    const come = open.reduce((total, { cents }) => total + cents, 0);
    if (before + come !== after) return 'differs';
    // Of what was never deposited the bank says nothing, so nothing of it agrees.
    if (place === 'bank' && before === 0 && after === 0) return 'open';
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
