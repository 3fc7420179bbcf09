import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import type { DepositStepRow } from '#db/ledger/deposits';
import { BankTender } from '#domain/bankTender';
import { fundsIn } from '#domain/depositPostings';
import { fitted } from '#domain/depositRouting';
import type { Payload } from '#domain/entry';
import { type Cents, sum } from '#domain/money';
import type { Settled } from './depositContents.ts';
import { countsOf } from './depositCounts.ts';
import { depositListed, wordsIn } from './depositListed.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { isDeposited, tieOf } from './depositTie.ts';
import { missingFundsOf } from './missingFunds.ts';
import { nameOf } from './nameOf.ts';
import { notForDeposit } from './notForYes.ts';
import type { OfficeAt } from './officeAt.ts';

type Shown = Output<'deposit'>;

/** All of one deposit. Until the second count is there, its amounts are for who prepared it alone. */
export async function deposit(
  tx: LedgerTx,
  { deposit: name }: Parsed<'deposit'>,
  at: OfficeAt,
): Promise<Output<'deposit'>> {
  const standing = await depositOrRefuse(tx, at.district, name);
  const named = await nameOf(tx, at.district);
  const { row, steps } = standing;
  const isOneCount = row.state === 'prepared' || row.state === 'recounted';
  const isBlind = isOneCount && row.counter !== at.actor.person;
  // Who prepared it counts blind as well: what its batches hold is told once both counts are there.
  const isHidden = row.state === 'prepared' && at.policy.counting.blind;
  return {
    ...depositListed(row, named, at),
    told: isBlind
      ? null
      : { ...(await toldOf(tx, standing, at, named)), ...(isHidden ? HIDDEN : await heldAndTie(tx, at, standing)) },
    steps: stepsShown(steps, named),
    notApprovers: await notForDeposit(tx, standing, at),
  };
}

const HIDDEN = { parts: [], tie: [], breaks: [] };

async function heldAndTie(tx: LedgerTx, at: OfficeAt, standing: DepositStanding) {
  return { parts: [...standing.parts], ...(await tieOf(tx, at, standing)) };
}

async function toldOf(
  tx: LedgerTx,
  standing: DepositStanding,
  at: OfficeAt,
  named: (person: string) => string,
): Promise<Omit<NonNullable<Shown['told']>, 'parts' | 'tie' | 'breaks'>> {
  const { counts, confirmed, transmitted, hash, seal, contents } = standing;
  // Until it is made it is told as it was counted first; a third look goes through every paper of its batches.
  const { pieces, found, ...first } = isDeposited(standing) ? contents : counts.first;
  const checks = counts.second === null ? first.checks : contents.checks;
  const totalCents = sum(Object.values(found));
  return {
    images: transmitted && {
      ...{ confirmation: transmitted.confirmation, destroyAfter: transmitted.destroyAfter },
      destroyedAt: standing.destroyedAt,
    },
    ...{ seal, counts: counts.second ? countsOf(counts, counts.second) : [] },
    settled: standing.settled.map((one) => settledShown(one, named)),
    totalCents,
    funds: await fundsOf(tx, standing, at, totalCents),
    pieces,
    checks: [...checks],
    hash,
    bank: confirmed && slipIn(confirmed),
  };
}

function settledShown(
  { step: { step, person, approver, personal }, difference }: Settled,
  named: (person: string) => string,
): NonNullable<Shown['told']>['settled'][number] {
  return {
    ...{ isRecount: step === 'resealed', personName: named(person) },
    ...{ approverName: approver === null ? null : named(approver), words: wordsIn(personal) },
    differences: BankTender.options.map((tender) => ({ tender, cents: difference[tender] })),
  };
}

/** What is in it of each fund, where its account takes by fund; where two counts differed, of what was found. */
async function fundsOf(
  tx: LedgerTx,
  standing: DepositStanding,
  at: OfficeAt,
  totalCents: Cents,
): Promise<NonNullable<Shown['told']>['funds']> {
  const { prepared, gone } = standing;
  const { funds } = at.policy;
  // What the first count misses is settled later, and told until then as receipts have it.
  const missed = isDeposited(standing) ? [] : await missingFundsOf(tx, standing, prepared.missing ?? [], at);
  const told = fundsIn(prepared.parts, [...gone, ...missed]);
  if (told.length === 0) return [];
  const nameOfFund = (fund: string) => funds.find((one) => one.fund === fund)?.name ?? fund;
  return fitted(told, totalCents).map((share) => ({ ...share, name: nameOfFund(share.fund) }));
}

function stepsShown(steps: readonly DepositStepRow[], named: (person: string) => string): Shown['steps'] {
  let recorded = '';
  return steps.map(({ step, at, person, approver, personal, told }) => {
    const handed = step === 'handed' ? (told as Payload<'deposit_handed'>) : null;
    const carrier = handed && (handed.courier ?? named(handed.person ?? ''));
    const isRead = step === 'missed' || step === 'broken';
    const seals = isRead ? { recorded, read: (told as Payload<'seal_broken'>).seal } : null;
    const counted =
      step === 'prepared' || step === 'recounted' ? (told as Payload<'deposit_prepared' | 'deposit_recounted'>) : null;
    if (counted) recorded = counted.seal ?? '';
    const bagged = counted?.bag && counted.seal ? { bag: counted.bag, seal: counted.seal } : null;
    const slip = step === 'confirmed' || step === 'corrected' ? slipIn(told as Payload<'deposit_confirmed'>) : null;
    const sent = step === 'transmitted' ? (told as Payload<'deposit_transmitted'>).confirmation : null;
    return {
      ...{ step, at, personName: named(person), approverName: approver === null ? null : named(approver) },
      ...{ words: carrier ?? sent ?? wordsIn(personal), seals, bagged, slip },
    };
  });
}

function slipIn({ reference, day, cents }: Payload<'deposit_confirmed'>) {
  return { reference, day, cents };
}
