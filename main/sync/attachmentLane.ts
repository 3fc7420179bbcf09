import { type AttachmentUse, acknowledgedUses, attachmentOf, markSent } from '#db/station/attachments';
import { type StationDb, writing } from '#db/station/open';
import { syncState } from '#db/station/syncState';
import { assert } from '#domain/assert';
import type { Host } from '#main/host';
import type { Hub } from '#main/hub';
import { backOff } from './backOff.ts';
import { askWanted, LedgerRefused, type Line, sendAttachment } from './ledgerClient.ts';
import { ATTACHMENTS_ASKED_MAX } from './wire.ts';

/** A file that the ledger refused lies so long (ms) before it is tried again: the same answer is likely. */
const REFUSED_REST_MS = 10 * 60_000;

/**
 * The scanned receipts' own way up, beside that of the entries and after them: one file at a time, and none of them ever
 * holds up an entry. It begins when the talk of the entries went well, and lets go when the line breaks.
 */
export class AttachmentLane {
  readonly #db: StationDb;
  readonly #host: Host;
  readonly #hub: Hub;
  #running: Promise<void> | null = null;
  #failures = 0;
  #restsUntil = 0;
  readonly #refusedAt = new Map<string, number>();
  /** Since the last talk of another run of this program the ledger may have lost what it had. */
  #isToBeChecked = true;

  constructor(db: StationDb, host: Host, hub: Hub) {
    this.#db = db;
    this.#host = host;
    this.#hub = hub;
  }

  /** The ledger answered: whatever it has not is sent, unless that is under way or rests after a failure. */
  go(line: Line): void {
    if (this.#running || this.#host.now() < this.#restsUntil) return;
    this.#running = this.#run(line).finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is under way; the line that was given breaks off what is. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(line: Line): Promise<void> {
    try {
      await this.#sendAll(line);
      this.#failures = 0;
    } catch (error) {
      if (line.signal.aborted) return;
      this.#failures += 1;
      this.#restsUntil = this.#host.now() + backOff(this.#failures, this.#host.random);
      this.#host.log.info('scanned receipts do not go up', { why: String(error) });
    }
  }

  async #sendAll(line: Line): Promise<void> {
    const known = syncState(this.#db);
    assert(known, 'a station sends files only after it was enrolled');
    const isCheck = this.#isToBeChecked;
    for (let after = 0; ; ) {
      const uses = acknowledgedUses(this.#db, known, { after, isCheck, most: ATTACHMENTS_ASKED_MAX });
      const last = uses.at(-1);
      if (!last) break;
      await this.#sendWanted(line, uses);
      after = last.position;
    }
    this.#isToBeChecked = false;
  }

  async #sendWanted(line: Line, uses: readonly AttachmentUse[]): Promise<void> {
    const asked = uses.filter(({ sha256 }) => !this.#rests(sha256));
    if (asked.length === 0) return;
    const sha256s = asked.map(({ sha256 }) => sha256);
    const wanted = new Set(await askWanted(line, sha256s));
    this.#note(asked.filter(({ sha256, isSent }) => isSent === wanted.has(sha256)));
    for (const use of asked) if (wanted.has(use.sha256)) await this.#send(line, use);
  }

  async #send(line: Line, use: AttachmentUse): Promise<void> {
    const { sha256, epoch, sequence } = use;
    const file = attachmentOf(this.#db, sha256);
    assert(file, `the file ${sha256} is gone from beside its entry`);
    try {
      await sendAttachment(line, { epoch, sequence, base64: file.bytes.toString('base64') });
      this.#note([{ ...use, isSent: false }]);
    } catch (error) {
      if (!(error instanceof LedgerRefused)) throw error;
      this.#refusedAt.set(sha256, this.#host.now());
      this.#host.log.error('the ledger refused', { said: error.message, sha256 });
    }
  }

  /** Turns over what stood of these files: sent, or sent no longer. */
  #note(changed: readonly AttachmentUse[]): void {
    if (changed.length === 0) return;
    writing(this.#db, (tx) => {
      for (const { sha256, isSent } of changed) markSent(tx, sha256, isSent ? null : this.#host.now());
    });
    this.#hub.announce(['sync']);
  }

  #rests(sha256: string): boolean {
    const at = this.#refusedAt.get(sha256);
    return at !== undefined && this.#host.now() < at + REFUSED_REST_MS;
  }
}
