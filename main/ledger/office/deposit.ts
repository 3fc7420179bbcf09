import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import type { DepositStepRow } from '#db/ledger/deposits';
import { fundsIn } from '#domain/depositPostings';
import { fitted } from '#domain/depositRouting';
import type { Payload } from '#domain/entry';
import { cents } from '#domain/money';
import { countsOf } from './depositCounts.ts';
import { depositListed, wordsIn } from './depositListed.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { depositedCents, tieOf } from './depositTie.ts';
import { nameOf } from './nameOf.ts';
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
  const isBlind = row.state === 'prepared' && row.preparer !== at.actor.person;
  return {
    ...depositListed(row, named, at),
    told: isBlind ? null : { ...toldOf(standing, at.policy), ...(await tieOf(tx, at, standing)) },
    steps: steps.map((step) => stepShown(step, named)),
  };
}

function toldOf(
  standing: DepositStanding,
  policy: OfficeAt['policy'],
): Omit<NonNullable<Shown['told']>, 'tie' | 'breaks'> {
  const { prepared, witnessed, resolved, confirmed, transmitted, parts, hash } = standing;
  const counts = witnessed ? countsOf(prepared, witnessed) : [];
  const gone = [...(resolved?.missing ?? [])];
  const isThere = (check: (typeof gone)[number]) => {
    const at = gone.findIndex((one) => one.batch === check.batch && one.checkNumber === check.checkNumber);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  };
  return {
    images: transmitted && {
      ...{ confirmation: transmitted.confirmation, destroyAfter: transmitted.destroyAfter },
      destroyedAt: standing.destroyedAt,
    },
    ...{ seal: prepared.seal, parts: [...parts], counts, totalCents: depositedCents(standing) },
    funds: fundsOf(standing, policy),
    pieces: resolved?.pieces ?? prepared.pieces,
    checks: prepared.checks.filter(isThere),
    hash,
    bank: confirmed && { reference: confirmed.reference, day: confirmed.day, cents: confirmed.cents },
  };
}

/** What is in it of each fund, where its account takes by fund; where two counts differed, of what was found. */
function fundsOf(standing: DepositStanding, { funds }: OfficeAt['policy']): NonNullable<Shown['told']>['funds'] {
  const told = fundsIn(standing.prepared.parts);
  if (told.length === 0) return [];
  const nameOfFund = (fund: string) => funds.find((one) => one.fund === fund)?.name ?? fund;
  return fitted(told, cents(depositedCents(standing))).map((share) => ({ ...share, name: nameOfFund(share.fund) }));
}

function stepShown(row: DepositStepRow, named: (person: string) => string): Shown['steps'][number] {
  const { step, at, person, personal, told } = row;
  const handed = step === 'handed' ? (told as Payload<'deposit_handed'>) : null;
  const carrier = handed && (handed.courier ?? named(handed.person ?? ''));
  return {
    ...{ step, at, personName: named(person), words: carrier ?? wordsIn(personal) },
    isSealWhole: step === 'missed' ? (told as Payload<'courier_missed'>).isSealWhole : null,
  };
}
