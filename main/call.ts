import { admitted, permit } from '#contract/admission';
import type { Answer } from '#contract/answer';
import {
  type ActionName,
  type CallName,
  contract,
  isCallName,
  isOfficeName,
  type StationCommand,
  type StationQuery,
} from '#contract/contract';
import type { Sync } from '#contract/shapes';
import { recordCommand, recordedCommand } from '#db/station/commands';
import { identity } from '#db/station/identity';
import { writing } from '#db/station/open';
import { currentPolicy } from '#db/station/policy';
import { stopped } from '#db/station/syncState';
import { canonical, type Json } from '#domain/canonical';
import type { SealedEntry } from '#domain/entry';
import { offlineSince } from '#domain/offlineSince';
import { answerKept, keptOf } from '#domain/recordedReply';
import { Refusal, refuse } from '#domain/refusal';
import { paperMark } from './chain/paperMark.ts';
import { seal } from './chain/seal.ts';
import { sha256Hex } from './chain/sha256.ts';
import { isDamage } from './check/isDamage.ts';
import { diskSpace, giveUpReserve, mustHaveRoom } from './diskSpace.ts';
import type { Parts, Session } from './parts.ts';
import { relayOffice } from './relayOffice.ts';
import type { Context } from './usecases/context.ts';
import { actions, commands, queries } from './verbs.ts';
import type { ReadyContext } from './views/context.ts';

/**
 * The only way in: parse → permit → once → transaction → parse the reply → announce. Never throws; a refusal comes back
 * with its sentence, a bug of ours as a failure that is in the log.
 */
export async function call(parts: Parts, session: Session, name: string, input: unknown): Promise<Answer<unknown>> {
  try {
    if (!isCallName(name)) refuse('unknown_call');
    if (parts.twin.opening !== null) await parts.twin.opening;
    const parsed = admitted(name, input);
    permit(name, session.person?.role ?? null);
    if (contract[name].kind === 'command') mustRun(parts);
    const value = await run(parts, session, name, parsed);
    parts.hub.announce(contract[name].touches);
    return { ok: true, value };
  } catch (error) {
    return refused(parts, name, error);
  }
}

/** A station that has stopped is still read from, and records nothing; nor does one whose database is damaged. */
function mustRun({ db, watch }: Parts): void {
  if (watch.foundAt !== null) refuse('database_damaged');
  const now = stopped(db);
  if (now) refuse('station_stopped', { why: now.why });
}

function run(parts: Parts, session: Session, name: CallName, input: unknown): unknown {
  if (isOfficeName(name)) return relayOffice(parts, session, name, input);
  switch (contract[name].kind) {
    case 'command':
      return runOnce(parts, session, name as StationCommand, input as { commandId: string });
    case 'query':
      return runQuery(parts, session, name as StationQuery, input);
    case 'action':
      return (actions[name as ActionName] as (parts: Parts, session: Session, input: unknown) => Promise<unknown>)(
        parts,
        session,
        input,
      );
  }
}

/**
 * A command writes once. Its reply is kept beside what it wrote; the same id answers it again and changes nothing. A refusal
 * that is thrown leaves nothing behind; one that is answered is a reply, and what was written with it stands.
 */
async function runOnce(
  parts: Parts,
  session: Session,
  name: StationCommand,
  input: { commandId: string },
): Promise<unknown> {
  const { db, host, link, postman, spool, twin } = parts;
  const written: SealedEntry[] = [];
  const command = { commandId: input.commandId, name, inputDigest: digestOf(session, input), reply: '' };
  const reply = writing(db, (tx) => {
    const before = recordedCommand(tx, input.commandId);
    if (before) {
      if (before.name !== name || before.inputDigest !== command.inputDigest) refuse('command_reused');
      return answerKept(JSON.parse(before.reply));
    }
    mustHaveRoom(host, name);
    const verb = commands[name] as (tx: unknown, input: unknown, at: Context) => unknown;
    const told = verb(tx, input, {
      ...contextOf(parts, session, input.commandId),
      sealed: (entry) => written.push(entry),
    });
    const answer = told instanceof Refusal ? told : contract[name].output.parse(told);
    command.reply = JSON.stringify(keptOf(answer));
    recordCommand(tx, command);
    return answer;
  });
  // Committed here, and in the second copy: only then is anybody told, and only then do paper and network read it.
  await twin.record(written, command);
  spool.wake();
  postman.wake();
  link.wake();
  if (reply instanceof Refusal) throw reply;
  return reply;
}

/** How the talk stands, and whether the station does: a damaged database stops it as well, until it is made again. */
function syncSeen({ link, watch }: Parts): Sync {
  const now = link.state();
  if (watch.foundAt === null || now.stopped) return now;
  return { ...now, stopped: { why: 'damaged', at: watch.foundAt, sequence: null } };
}

async function runQuery(parts: Parts, session: Session, name: StationQuery, input: unknown): Promise<unknown> {
  const { host, db, spool } = parts;
  const at = {
    now: host.now(),
    person: session.person,
    policy: currentPolicy(db),
    trainingPins: host.trainingPins,
    sync: syncSeen(parts),
    enrolling: parts.enrolling,
    secondCopy: parts.twin.behind(),
    disk: diskSpace(host),
    printer: spool.printer(),
    paper: parts.paper.slips,
    makePdf: host.makePdf,
    mail: { failing: parts.postman.failing(), secretsIn: host.secrets.kind },
  };
  if (contract[name].who !== 'anyone' && !at.policy) refuse('station_not_ready');
  const view = queries[name] as (db: unknown, input: unknown, at: ReadyContext) => unknown;
  return contract[name].output.parse(await view(db, input, at as ReadyContext));
}

function contextOf(parts: Parts, session: Session, commandId: string): Context {
  const { host, db, link } = parts;
  const actor = session.person ?? refuse('not_signed_in');
  const self = identity(db) ?? refuse('station_not_ready');
  const policy = currentPolicy(db) ?? refuse('station_not_ready');
  const sync = link.state();
  return {
    now: host.now(),
    commandId,
    actor,
    station: self,
    policy,
    offlineSince: offlineSince(sync),
    accountsAsOf: sync.accountsAsOf,
    newSalt: () => Buffer.from(host.random(16)).toString('hex'),
    paperMark: (...printed) => paperMark(policy.checkMatchingKey, ...printed),
    seal: (secret) => seal(secret, policy.checkSealingKey, host.random),
  };
}

/** Who said what in a command, without a check's bank account, of which not even a hash may stay here. */
function digestOf(session: Session, input: object): string {
  return sha256Hex(canonical({ actor: session.person?.person, told: withoutBankAccounts(input as Json) }));
}

function withoutBankAccounts(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutBankAccounts);
  const kept: { [key: string]: Json | undefined } = {};
  for (const [key, member] of Object.entries(value))
    if (member !== undefined)
      kept[key] = key === 'bankAccount' ? String(member).slice(-4) : withoutBankAccounts(member);
  return kept;
}

/** SQLite says in its code that the disk failed or is held by another; nothing of the transaction is there then (F03). */
const DISK_CODES = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED)/;

function refusalOf(code: string): Refusal | null {
  if (DISK_CODES.test(code)) return new Refusal('cannot_write', {});
  return isDamage({ code }) ? new Refusal('database_damaged', {}) : null;
}

function refused(parts: Parts, name: string, error: unknown): Answer<never> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const refusal = refusalOf(code) ?? error;
  if (isDamage(error)) parts.watch.found();
  // What was kept for it is given up: the same, told again, may find room.
  if (code === 'SQLITE_FULL') giveUpReserve(parts.host);
  if (refusal !== error) parts.host.log.error('the disk cannot be written', { name, code });
  if (refusal instanceof Refusal)
    return { ok: false, refusal: { code: refusal.code, facts: refusal.facts, sentence: refusal.message } };
  parts.host.log.error('a call failed', { name, why: error instanceof Error ? error.stack : String(error) });
  return { ok: false, failure: 'Something in this program is wrong. Nothing was recorded; its log says more.' };
}
