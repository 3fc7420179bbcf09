import { contract, type OfficeName } from '#contract/contract';
import { approvalOf } from '#db/station/approvals';
import type { StationDb } from '#db/station/open';
import { problemOf } from '#domain/problem';
import { REFUSAL_CODES, Refusal, type RefusalCode, refuse } from '#domain/refusal';
import type { Parts, Session } from './parts.ts';
import { askOffice, LedgerFailed, LedgerRefused, SpokenFor } from './sync/ledgerClient.ts';
import type { OfficeRequest } from './sync/wire.ts';

/**
 * Asks the ledger for what is the office's, in the name of who is signed in here. Without an answer, or with one that
 * cannot be read, nobody knows whether it was done: the same command, told again, is answered with what was recorded then.
 * @throws Refusal `office_offline`, `office_failed`, `office_unread`, or what the ledger refuses
 */
export async function relayOffice(parts: Parts, session: Session, name: OfficeName, input: unknown): Promise<unknown> {
  const { db, host, link } = parts;
  const person = session.person ?? refuse('not_signed_in');
  const line = link.line();
  if (!line || link.isUnheard()) refuse('office_offline');
  const approval = approvalIn(db, input, host.now());
  const request = { call: name, person: person.person, input: input as Record<string, unknown>, approval };
  const value = await askOffice(line, request).catch((error: unknown) => refusedBy(parts, name, error));
  // What it changed may concern this station too, such as a float that was issued for it.
  if (contract[name].kind === 'command') link.wake();
  const read = contract[name].output.safeParse(value);
  if (read.success) return read.data;
  host.log.info('what the ledger answered cannot be read here', { name, ...problemOf(read.error) });
  refuse('office_unread', { kind: contract[name].kind });
}

/** The yes that came with a command, given at this station. The ledger decides whether it holds. */
function approvalIn(db: StationDb, input: unknown, now: number): OfficeRequest['approval'] {
  const { approval: id } = input as { approval?: string };
  if (id === undefined) return null;
  const given = approvalOf(db, id) ?? refuse('approval_needed');
  return { id, approver: given.approver, mark: given.mark, ageMs: now - given.approvedAt };
}

function refusedBy({ host, link }: Parts, name: OfficeName, error: unknown): never {
  if (error instanceof LedgerRefused && isRefusal(error.code)) throw new Refusal(error.code, error.facts);
  if (error instanceof LedgerFailed) {
    host.log.info('the ledger failed at a call of the office', { name, said: error.message });
    // Its other failures have a code of their own, such as a database that is away.
    return refuse(isRefusal(error.code) ? error.code : 'office_failed', { kind: contract[name].kind });
  }
  // The talk in the background asks again, and stops the station.
  if (error instanceof SpokenFor) link.wake();
  host.log.info('the ledger did not answer a call of the office', { why: String(error) });
  refuse('office_offline');
}

function isRefusal(code: string): code is RefusalCode {
  return (REFUSAL_CODES as string[]).includes(code);
}
