import type { TieBreak } from '#contract/tieShapes';
import type { LedgerTx } from '#db/ledger/database';
import { newestInDeposit } from '#db/ledger/tieSums';
import { BankTender } from '#domain/bankTender';
import type { BusinessDay } from '#domain/businessDay';
import type { DepositPart } from '#domain/deposit';
import type { DrawerTender } from '#domain/tender';
import { breaksOfCounts } from './breaksOfCounts.ts';
import type { DepositStanding } from './depositStanding.ts';
import { depositedCents, foundIn } from './depositTie.ts';

/** A part of a day's batch, and the deposit in which it lies. */
export type PartOfDay = DepositPart & { deposit: string };

/** What of one tender lies in a deposit, or came to the bank with it, and where that is not the same. */
export type Brought = {
  deposit: string;
  /** Null for a bag as a whole: it holds several tenders, and the bank's slip differs. */
  tender: DrawerTender | null;
  depositCents: number;
  bankCents: number;
  /** What of `depositCents` is told of the bag as a whole alone. */
  untoldCents: number;
  breaks: TieBreak[];
};

type Newest = { tender: BankTender; day: BusinessDay };

/**
 * What a deposit that was made brought of a day's money. A difference that it has stands with the newest day whose money
 * it holds: nobody can tell of which it was, and it is told once.
 */
export async function broughtBy(
  tx: LedgerTx,
  district: string,
  day: BusinessDay,
  standing: DepositStanding,
  ofDay: readonly PartOfDay[],
): Promise<Brought[]> {
  const { deposit } = standing.row;
  const newest = withFound(await newestInDeposit(tx, district, deposit), standing);
  const own = ofDay.filter((part) => part.deposit === deposit);
  const differs = standing.confirmed ? standing.confirmed.cents - depositedCents(standing) : 0;
  const isWhole = differs !== 0 && newest.length > 1;
  const brought = newest.map((one) => tenderIn(standing, one, day, own));
  if (differs === 0) return brought;
  const last = newest.reduce((latest, one) => (one.day > latest ? one.day : latest), day);
  const only = isWhole ? null : (newest[0]?.tender ?? null);
  const difference = differenceAtBank(standing, differs, only, last === day ? null : last);
  return isWhole ? asOneBag(brought, difference) : [...brought, difference];
}

/** A tender that its counts found and that none of its batches had brought stands with the newest day of all of it, too. */
function withFound(newest: readonly Newest[], standing: DepositStanding): Newest[] {
  const [first] = newest;
  if (!first) return [];
  const day = newest.reduce((latest, one) => (one.day > latest ? one.day : latest), first.day);
  const isBrought = (tender: BankTender) => newest.some((one) => one.tender === tender);
  const found = BankTender.options.filter((one) => !isBrought(one) && breaksOfCounts(standing, one).length > 0);
  return [...newest, ...found.map((tender) => ({ tender, day }))];
}

/** The slip tells one amount of the whole bag: so is what was deposited told, and of no tender what the bank had. */
function asOneBag(brought: readonly Brought[], difference: Brought): Brought[] {
  const depositCents = brought.reduce((total, one) => total + one.depositCents, 0);
  return [
    ...brought.map((one) => ({ ...one, bankCents: 0, untoldCents: one.depositCents })),
    { ...difference, depositCents, bankCents: depositCents + difference.bankCents },
  ];
}

/** One tender of it: the day's own parts, with what its second count found where that stands with this day. */
function tenderIn(
  standing: DepositStanding,
  { tender, day: last }: Newest,
  day: BusinessDay,
  ofDay: readonly DepositPart[],
): Brought {
  const { row, parts, confirmed } = standing;
  const sum = (of: readonly DepositPart[]) =>
    of.reduce((total, part) => total + (part.tender === tender ? part.cents : 0), 0);
  const found = foundIn(standing, tender) - sum(parts);
  const own = sum(ofDay);
  const depositCents = own + (last === day ? found : 0);
  const counted = breaksOfCounts(standing, tender);
  const breaks = [
    ...(last === day ? counted : []),
    ...(counted.length > 0 && last !== day && own !== 0 ? [breakIn(standing, 'count_elsewhere', tender, 0, last)] : []),
    ...(!confirmed && depositCents !== 0 ? [breakIn(standing, 'on_its_way', tender, -depositCents)] : []),
  ];
  return {
    deposit: row.deposit,
    tender,
    depositCents,
    bankCents: confirmed ? depositCents : 0,
    untoldCents: 0,
    breaks,
  };
}

/**
 * What the bank's slip says more or less than what was deposited: of its tender where it holds but one.
 * @param last the day with whose money it stands, where that is a later one
 */
function differenceAtBank(
  standing: DepositStanding,
  differs: number,
  tender: DrawerTender | null,
  last: BusinessDay | null,
): Brought {
  const told =
    last === null ? breakIn(standing, 'bank', tender, differs) : breakIn(standing, 'bank_elsewhere', tender, 0, last);
  const bankCents = last === null ? differs : 0;
  return { deposit: standing.row.deposit, tender, depositCents: 0, bankCents, untoldCents: 0, breaks: [told] };
}

function breakIn(
  { row: { deposit, bag } }: DepositStanding,
  why: TieBreak['why'],
  tender: DrawerTender | null,
  cents: number,
  day: BusinessDay | null = null,
): TieBreak {
  return { why, tender, cents, day, batch: null, deposit, document: bag };
}
