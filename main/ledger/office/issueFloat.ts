import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { nextVersion } from '#db/ledger/districts';
import { drawerOpenOf } from '#db/ledger/drawersOpen';
import { floatWaitingFor, insertFloat, lastFloatNumber } from '#db/ledger/floats';
import { insertHandoffSteps } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { type PersonNamed, personNamed } from '#db/ledger/people';
import { newestEpoch } from '#db/ledger/stations';
import { worthOf } from '#domain/denominations';
import { floatGiven } from '#domain/handoffPostings';
import type { Cents } from '#domain/money';
import { type Refusal, refuse } from '#domain/refusal';
import { floatLabel } from '#domain/series';
import { appendOffice } from './appendOffice.ts';
import { notInSafe } from './notInSafe.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Gives a counted float out of the safe. It is in transit until the drawer that it is for opens with it. */
export async function issueFloat(
  tx: LedgerTx,
  { to, station, pieces }: Parsed<'issueFloat'>,
  at: OfficeCommandAt,
): Promise<Output<'issueFloat'> | Refusal> {
  const cents = worthOf(pieces);
  await refuseFloat(tx, { to, station, cents }, at);
  const no = await notInSafe(tx, { what: 'float', piles: [pieces] }, at);
  if (no) return no;

  // From here on the float must go out.
  const number = (await lastFloatNumber(tx, at.district)) + 1;
  const handoff = floatLabel(number);
  const payload = { handoff, number, to, station, pieces, cents };
  const { sequence } = await appendOffice(
    tx,
    { kind: 'float_issued', payload, postings: floatGiven(handoff, cents) },
    at,
  );
  await insertHandoffSteps(tx, officeKey(at.district), [
    {
      handoff,
      step: 'given',
      what: 'float',
      drawer: null,
      batch: null,
      person: at.actor.person,
      cents,
      at: at.now,
      sequence,
    },
  ]);
  const float = { handoff, person: to, issuedBy: at.actor.person, station };
  await insertFloat(tx, at.district, float, await nextVersion(tx, at.district));
  return { handoff, cents };
}

async function refuseFloat(
  tx: LedgerTx,
  { to, station, cents }: { to: string; station: string; cents: Cents },
  at: OfficeCommandAt,
): Promise<void> {
  const { district, policy, actor } = at;
  if (cents === 0) refuse('pieces_nothing');
  if (cents > policy.limits.floatMaxCents) refuse('float_too_large', { maxCents: policy.limits.floatMaxCents });
  if (to === actor.person) refuse('float_to_yourself');
  const taker = await personNamed(tx, district, to);
  if (taker?.role !== 'cashier' && taker?.role !== 'supervisor')
    refuse('float_taker_unknown', { person: taker?.name ?? to });
  if ((await newestEpoch(tx, district, station)) === 0) refuse('station_unknown', { station });
  await refuseSecond(tx, district, taker);
}

/** One person has one drawer at a time: no float for a second one is given to her. */
async function refuseSecond(tx: LedgerTx, district: string, { person, name }: PersonNamed): Promise<void> {
  const float = await floatWaitingFor(tx, district, person);
  if (float) refuse('float_waits', { person: name, handoff: float.handoff, station: float.station });
  const open = await drawerOpenOf(tx, district, person);
  if (open) refuse('float_drawer_open', { person: name, drawer: open.drawer, station: open.station });
}
