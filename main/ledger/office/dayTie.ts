import type { DayTieRow, Holds, TieBreak } from '#contract/tieShapes';
import type { BatchRow } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import type { BusinessDay } from '#domain/businessDay';
import { DrawerTender } from '#domain/tender';
import { isOpenBreak, placeOfBreak, type TiePlace } from '#domain/tie';
import { breakOf, type TenderTie } from './batchTie.ts';
import { breaksOfPapers } from './breaksOfPapers.ts';
import { type Brought, broughtBy, type PartOfDay } from './broughtBy.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { isDeposited } from './depositTie.ts';

/** A batch whose amounts are told, and its way to the office. */
export type TiedBatch = { row: BatchRow; tenders: readonly TenderTie[] };

/** The tie of a day, tender by tender, and each break of it. */
export type DayTie = { tie: DayTieRow[]; breaks: TieBreak[] };

/**
 * A business day from its receipts to the bank. Each tender's receipts and its breaks are what the bank has of it, or what
 * lies in bags whose slips differ as a whole. A difference that a deposit of several days has stands with the newest.
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
  const papers: TieBreak[] = [];
  for (const standing of deposits.values()) papers.push(...(await breaksOfPapers(tx, district, standing)));
  const waiting: TieBreak[] = [];
  for (const { row, tenders } of batches) waiting.push(...(await heldOf(tx, district, row, tenders, parts, deposits)));
  const breaks = [
    ...batches.flatMap(({ tenders }) => tenders.flatMap((one) => one.breaks)),
    ...waiting,
    ...papers.filter(({ batch }) => batches.some(({ row }) => row.batch === batch)),
    ...brought.flatMap((one) => one.breaks),
  ];
  const tie = DrawerTender.options.flatMap((tender) => rowOf(tender, batches, brought, breaks));
  return { tie: [...tie, ...wholeBags(brought, breaks)], breaks };
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
  tender: DrawerTender,
  batches: readonly TiedBatch[],
  brought: readonly Brought[],
  breaks: readonly TieBreak[],
): DayTieRow[] {
  const of = batches.flatMap(({ tenders }) => tenders.filter((one) => one.tender === tender));
  const own = breaks.filter((one) => one.tender === tender);
  const receiptsCents = of.reduce((total, one) => total + one.receiptsCents, 0);
  const drawersCents = of.reduce((total, one) => total + one.drawersCents, 0);
  if (receiptsCents === 0 && drawersCents === 0 && own.length === 0) return [];
  const { depositCents, bankCents, untoldCents } = broughtOf(tender, brought);
  const isCarried = tender !== 'card';
  const atBank = holds('bank', own, (isCarried ? depositCents : drawersCents) - untoldCents, bankCents);
  return [
    {
      ...{ tender, receiptsCents, drawersCents, untoldCents },
      depositCents: isCarried ? depositCents : null,
      bankCents: isCarried ? bankCents : null,
      holds: {
        drawers: holds('drawers', own, receiptsCents, drawersCents),
        deposit: isCarried ? holds('deposit', own, drawersCents, depositCents) : null,
        bank: atBank === 'even' && untoldCents !== 0 ? 'open' : atBank,
      },
    },
  ];
}

/** Bags that are told as a whole, since their slips differ and hold several tenders: what was in them, and the slips. */
function wholeBags(brought: readonly Brought[], breaks: readonly TieBreak[]): DayTieRow[] {
  if (!brought.some(({ tender }) => tender === null)) return [];
  const { depositCents, bankCents } = broughtOf(null, brought);
  const own = breaks.filter(({ tender }) => tender === null);
  return [
    {
      ...{ tender: null, receiptsCents: 0, drawersCents: 0, depositCents, bankCents, untoldCents: 0 },
      holds: { drawers: 'open', deposit: null, bank: holds('bank', own, depositCents, bankCents) },
    },
  ];
}

function broughtOf(tender: DrawerTender | null, brought: readonly Brought[]) {
  const to = brought.filter((one) => one.tender === tender);
  return {
    depositCents: to.reduce((total, one) => total + one.depositCents, 0),
    bankCents: to.reduce((total, one) => total + one.bankCents, 0),
    untoldCents: to.reduce((total, one) => total + one.untoldCents, 0),
  };
}

/** Whether a place holds what the one before held, with what is known to be still to come. */
function holds(place: TiePlace, own: readonly TieBreak[], before: number, after: number): Holds {
  const open = own.filter(({ why }) => placeOfBreak(why) === place && isOpenBreak(why));
  const come = open.reduce((total, { cents }) => total + cents, 0);
  if (before + come !== after) return 'differs';
  // Of what was never deposited the bank says nothing, so nothing of it agrees.
  if (place === 'bank' && before === 0 && after === 0) return 'open';
  return open.length > 0 ? 'open' : 'even';
}
