import { admitted, permit } from '#contract/admission';
import {
  contract,
  isCallName,
  isOfficeName,
  type OfficeCommand,
  type OfficeName,
  type OfficeQuery,
  type Parsed,
} from '#contract/contract';
import { lookingAgain } from '#db/ledger/commitUnknown';
import type { LedgerTx } from '#db/ledger/database';
import { latestPolicy } from '#db/ledger/loads';
import { ensureOffice, insertOfficeCommand, officeCommandOf, officeKey } from '#db/ledger/officeJournal';
import { personNamed } from '#db/ledger/people';
import { lockStation, type StationKey } from '#db/ledger/stations';
import { dayOf } from '#domain/businessDay';
import { canonical, type Json } from '#domain/canonical';
import { answerKept, keptOf } from '#domain/recordedReply';
import { Refusal, refuse } from '#domain/refusal';
import { sha256Hex } from '#main/chain/sha256';
import type { OfficeRequest } from '#main/sync/wire';
import { applyStored } from '../applyStored.ts';
import type { LedgerContext } from '../context.ts';
import { type GlWritten, glWritten } from './exportGl.ts';
import type { OfficeAt } from './officeAt.ts';
import { officeCommands, officeQueries } from './officeVerbs.ts';

/**
 * The office's only way in: parse → permit → once → transaction → parse the reply, as at a station's own door. The
 * station vouches for who signed in there; what that person may do is decided by the ledger's own list of people.
 * @throws Refusal of any kind; nothing half-written is left behind. One that a command answers stands with what was
 * written with it
 */
export async function officeCall(
  context: LedgerContext,
  station: StationKey,
  request: OfficeRequest,
): Promise<unknown> {
  const name = officeName(request.call);
  const input = admitted(name, request.input);
  const { district } = station;
  if (contract[name].kind === 'query')
    return context.db.inDistrict(district, 'read', async (tx) => {
      const view = officeQueries[name as OfficeQuery] as (
        tx: LedgerTx,
        input: unknown,
        at: OfficeAt,
      ) => Promise<unknown>;
      return contract[name].output.parse(await view(tx, input, await officeAt(tx, context, name, district, request)));
    });
  const ahead =
    name === 'exportGl' ? await writtenAhead(context, input as Parsed<'exportGl'>, district, request) : null;
  const answer = await lookingAgain(() =>
    context.db.inDistrict(district, 'write', (tx) =>
      runOnce(tx, context, name as OfficeCommand, input as { commandId: string }, { district, request, ahead }),
    ),
  );
  if (answer instanceof Refusal) throw answer;
  if (name === 'adoptStrays') await applyAdopted(context, district, input as Parsed<'adoptStrays'>);
  return answer;
}

/** What was added to a chain is applied as what a station sends: stored first, and then; a start after a crash does the same. */
async function applyAdopted(
  context: LedgerContext,
  district: string,
  { station, epoch }: Parsed<'adoptStrays'>,
): Promise<void> {
  await applyStored(context, { district, series: station, epoch });
}

/** The one command that takes seconds writes what it can before it holds the office's chain; a replay has nothing to. */
function writtenAhead(
  context: LedgerContext,
  input: Parsed<'exportGl'>,
  district: string,
  request: OfficeRequest,
): Promise<GlWritten | null> {
  return context.db.inDistrict(district, 'read', async (tx) => {
    if (await officeCommandOf(tx, district, input.commandId)) return null;
    return glWritten(tx, input, await officeAt(tx, context, 'exportGl', district, request));
  });
}

function officeName(name: string): OfficeName {
  return isCallName(name) && isOfficeName(name) ? name : refuse('unknown_call');
}

async function officeAt(
  tx: LedgerTx,
  context: LedgerContext,
  name: OfficeName,
  district: string,
  request: OfficeRequest,
): Promise<OfficeAt> {
  const actor = (await personNamed(tx, district, request.person)) ?? refuse('person_not_here');
  permit(name, actor.role);
  const policy = (await latestPolicy(tx, district)) ?? refuse('district_not_loaded');
  const now = context.now();
  return { district, now, today: dayOf(now, policy.timeZone), actor, policy };
}

/**
 * Who told what. The yes that came along is none of it: where an answer was lost and its two minutes are over, the same
 * thing is told again with another yes, and must be answered with what was recorded.
 */
function digestOf(person: string, input: { commandId: string; approval?: string }): string {
  const { approval: _, ...told } = input;
  return sha256Hex(canonical({ actor: person, told: told as Json }));
}

/** A command writes once. Its reply is kept beside what it wrote; the same id answers it again and changes nothing. */
async function runOnce(
  tx: LedgerTx,
  context: LedgerContext,
  name: OfficeCommand,
  input: { commandId: string },
  { district, request, ahead }: { district: string; request: OfficeRequest; ahead: GlWritten | null },
): Promise<unknown> {
  await ensureOffice(tx, district, context.now());
  // One at a time: two supervisors at once stand behind one another here.
  await lockStation(tx, officeKey(district));
  const { commandId } = input;
  const inputDigest = digestOf(request.person, input);
  const before = await officeCommandOf(tx, district, commandId);
  if (before) {
    if (before.name !== name || before.inputDigest !== inputDigest) refuse('command_reused');
    return answerKept(before.reply);
  }
  const at = {
    ...(await officeAt(tx, context, name, district, request)),
    commandId,
    ahead,
    approval: request.approval,
    newSalt: () => Buffer.from(context.random(16)).toString('hex'),
  };
  const verb = officeCommands[name] as (tx: LedgerTx, input: unknown, at: OfficeAt) => Promise<unknown>;
  const told = await verb(tx, input, at);
  const answer = told instanceof Refusal ? told : contract[name].output.parse(told);
  await insertOfficeCommand(tx, district, {
    commandId,
    name,
    inputDigest,
    approval: request.approval?.id ?? null,
    reply: keptOf(answer),
  });
  return answer;
}
