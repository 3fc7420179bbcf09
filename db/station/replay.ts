import { assert } from '#domain/assert';
import {
  Entry,
  type EntryOf,
  entryText,
  isOfTheOffice,
  type Personal,
  personalPreimage,
  preimage,
  type SealedEntry,
  type StationKind,
} from '#domain/entry';
import { imbalance } from '#domain/posting';
import type { Placed } from '#domain/recorded';
import { sha256Hex } from '#main/chain/sha256';
import { type RecordedCommand, recordCommand } from './commands.ts';
import { identity } from './identity.ts';
import { append, headOf } from './journal.ts';
import { lastRow } from './journalRows.ts';
import { messagesReplayed } from './messages.ts';
import type { Tx } from './open.ts';
import { printJobsReplayed, slipsLookedAfter } from './printJobs.ts';
import { project } from './projection/project.ts';

/**
 * One entry of a station's journal with the command that wrote it and what that was answered, where it is known. What is
 * personal is kept as it is given, its members in their order.
 */
export type JournalLine = { entry: SealedEntry; command: RecordedCommand | null };

/**
 * Puts the next line of this station's journal where it was lost: the entry, its postings, its command, and every row that
 * it makes, the same as when it was recorded. Whether its slips and messages had gone out nobody knows: they wait for a
 * person to say so. The station's identity is there by then; a line may be of a former epoch of its series, which comes
 * before all of a newer one. A line that does not follow, or is not what was sealed,
 * breaks a promise; the caller's transaction then leaves nothing of it.
 */
export function replay(tx: Tx, line: JournalLine): Placed<StationKind> {
  const { text, hash, personal } = line.entry;
  const entry = unsealed(line.entry);
  const head = headOf(tx, entry.epoch);
  assert(entry.sequence === head.sequence + 1, `entry ${entry.sequence} does not follow entry ${head.sequence}`);
  assert(entry.previousHash === head.hash, `entry ${entry.sequence} is not chained to entry ${head.sequence}`);
  const self = identity(tx);
  assert(
    self?.district === entry.district && self.series === entry.series && entry.epoch <= self.epoch,
    `entry ${entry.sequence} is of another journal: ${entry.district}, ${entry.series}, epoch ${entry.epoch}`,
  );
  assert((lastRow(tx)?.epoch ?? 0) <= entry.epoch, `entry ${entry.sequence} of epoch ${entry.epoch} comes too late`);
  const { command } = line;
  assert(
    command === null || command.commandId === entry.commandId,
    `entry ${entry.sequence} was not written by the command beside it`,
  );
  const placed = append(tx, head, { entry, text, hash, personal });
  if (command) recordCommand(tx, command);
  project(tx, placed);
  doubted(tx, placed);
  return placed;
}

/** The entry in its text, which must be what was sealed, letter by letter; anything else breaks a promise. */
export function unsealed({ text, hash, personal }: SealedEntry): EntryOf<StationKind> {
  assert(sha256Hex(preimage(text)) === hash, 'the hash of a line is not that of its text');
  const entry = Entry.parse(JSON.parse(text));
  const { kind, sequence } = entry;
  assert(entryText(entry) === text, `entry ${sequence} is not written in the one canonical way`);
  assert(!isOfTheOffice(kind), `entry ${sequence} is of the office's journal: ${kind}`);
  assert(imbalance(entry.postings) === 0, `entry ${sequence} does not balance`);
  assert(
    personal === null || digestOf(personal) === entry.personalDigest,
    `what is personal beside entry ${sequence} is not what it covers`,
  );
  return entry as EntryOf<StationKind>;
}

function digestOf(personal: Personal): string {
  return sha256Hex(personalPreimage(personal));
}

/** What of an entry goes out by a machine is in doubt; but what a close did not say to be missing had come out. */
function doubted(tx: Tx, { entry, position }: Placed<StationKind>): void {
  printJobsReplayed(tx);
  messagesReplayed(tx, position);
  if (entry.kind !== 'drawer_closed') return;
  const { cashier, unprinted = [] } = entry.payload;
  slipsLookedAfter(tx, { cashier, before: position, missing: unprinted });
}
