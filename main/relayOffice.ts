import { contract, type OfficeName } from '#contract/contract';
import { approvalOf } from '#db/station/approvals';
import type { StationDb } from '#db/station/open';
import { REFUSAL_CODES, Refusal, type RefusalCode, refuse } from '#domain/refusal';
import type { Parts, Session } from './parts.ts';
import { askOffice, LedgerRefused } from './sync/ledgerClient.ts';
import type { OfficeRequest } from './sync/wire.ts';

/**
 * Asks the ledger for what is the office's, in the name of who is signed in here. Without an answer nobody knows
 * whether it was done: the same command, told again, is answered with what was recorded then.
 * @throws Refusal `office_offline`, or what the ledger refuses
 */
export async function relayOffice(parts: Parts, session: Session, name: OfficeName, input: unknown): Promise<unknown> {
  const { db, host, link } = parts;
  const person = session.person ?? refuse('not_signed_in');
  const line = link.line();
  if (!line || link.state().state === 'offline') refuse('office_offline');
  const approval = approvalIn(db, input, host.now());
  const request = { call: name, person: person.person, input: input as Record<string, unknown>, approval };
  const value = await askOffice(line, request).catch((error: unknown) => refusedBy(parts, error));
  // What it changed may concern this station too, such as a float that was issued for it.
  if (contract[name].kind === 'command') link.wake();
  return contract[name].output.parse(value);
}

/** The yes that came with a command, given at this station. The ledger decides whether it holds. */
function approvalIn(db: StationDb, input: unknown, now: number): OfficeRequest['approval'] {
  const { approval: id } = input as { approval?: string };
  if (id === undefined) return null;
  const given = approvalOf(db, id) ?? refuse('approval_needed');
  return { id, approver: given.approver, mark: given.mark, ageMs: now - given.approvedAt };
}

function refusedBy({ host }: Parts, error: unknown): never {
  if (error instanceof LedgerRefused && (REFUSAL_CODES as string[]).includes(error.code))
    throw new Refusal(error.code as RefusalCode, error.facts);
  host.log.info('the ledger did not answer a call of the office', { why: String(error) });
  refuse('office_offline');
}
