import type { Sync } from '#contract/shapes';
import { identity } from '#db/station/identity';
import { headOf } from '#db/station/journal';
import { type StationDb, writing } from '#db/station/open';
import { stopped, stopStation, syncState, updateSync } from '#db/station/syncState';
import type { Host } from '#main/host';
import type { Hub } from '#main/hub';
import { troubleInWords } from '#main/trouble';
import { AttachmentLane } from './attachmentLane.ts';
import { backOff } from './backOff.ts';
import { pull } from './feed.ts';
import { tellFormer } from './former.ts';
import { introduce } from './introduce.ts';
import { LedgerFailed, LedgerRefused, type Line, SpokenFor } from './ledgerClient.ts';
import { type Shipped, ship } from './shipper.ts';
import { sendBranch } from './strays.ts';
import { Speechless, Voice } from './voice.ts';

/** How long a quiet link waits before it asks for news. */
const QUIET_MS = 10_000;
/** Runs up, and pages down, of one talk. What is left goes on in the next. */
const STEPS_MAX = 1_000;
/** Where no refusal, but the ledger's own head tells it. */
const PARTED = 'The ledger holds an entry in this station’s name that this station never wrote.';

/**
 * This station's talk with the ledger, in the background: up first, so that what comes down knows what we sent, then
 * down, page by page and up again between them, then the files beside it, then quiet. It never stands in the way of the counter.
 */
export class Link {
  readonly #db: StationDb;
  readonly #host: Host;
  readonly #hub: Hub;
  readonly #closing = new AbortController();
  /** Whether the ledger is there: not known before the first talk. */
  #isSilent: boolean | null = null;
  /** It is there and could not, the last time. For the counter that is as good as silence. */
  #hasFailed = false;
  /** It cannot open its own key, so the ledger was not even asked. */
  #isKeyless = false;
  #state: Sync['state'];
  #since: number;
  #failures = 0;
  #running: Promise<void> | null = null;
  #wakened = false;
  /** A ledger address given at the start, which wins over the one of an earlier enrolment. */
  #givenUrl: string | null;
  /** The ledger may not be as we left it. The next talk begins with the last thing that it should hold. */
  #isToBeChecked = true;
  /** The station has stopped, and what it had not sent is in quarantine. */
  #isBranchTold = false;
  #callOff = () => {};
  readonly #files: AttachmentLane;
  readonly #voice: Voice;

  /** @param contactKept hears that the station knows its ledger, or is known there, by something newer */
  constructor(db: StationDb, host: Host, hub: Hub, contactKept: () => void = () => {}) {
    this.#db = db;
    this.#host = host;
    this.#hub = hub;
    this.#files = new AttachmentLane(db, host, hub);
    this.#voice = new Voice(db, host, contactKept);
    this.#givenUrl = host.ledgerUrl;
    this.#state = this.#stateNow();
    this.#since = host.now();
    this.#schedule(0);
  }

  /**
   * Something was committed: go as soon as the caller has had its answer. While the ledger
   * is silent this changes nothing: its next try stands, and no payment has to pay for it.
   */
  wake(): void {
    this.#wakened = true;
    this.#goSoon();
  }

  /** The station was enrolled just now, perhaps at another address than the start gave: that was the wrong one then. */
  enrolled(): void {
    this.#givenUrl = null;
    this.wake();
  }

  /** How the talk stands. */
  state(): Sync {
    const known = syncState(this.#db);
    const unsent = known ? headOf(this.#db, known.acknowledgedEpoch).sequence - known.acknowledgedSequence : 0;
    return {
      state: this.#state,
      since: this.#since,
      unsent,
      refusedAtSequence: known?.refusedAtSequence ?? null,
      accountsAsOf: known?.accountsAsOf ?? 0,
      stopped: stopped(this.#db),
    };
  }

  /** Where the ledger is, for a call of the office that waits for its answer; null while this install is no station. */
  line(): Line | null {
    return this.#line();
  }

  /** Whether nothing at all answered the last time: no call of the office need wait to learn it again. */
  isUnheard(): boolean {
    return this.#state === 'keyless' || (this.#state === 'offline' && !this.#hasFailed);
  }

  /** Breaks off what is under way; all of it can be said again. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#callOff();
    await this.#running;
    await this.#files.idle();
  }

  async #run(): Promise<void> {
    try {
      this.#wakened = false;
      const line = this.#line();
      // What a forked station holds is in doubt, and only told once it is enrolled anew.
      if (!line || stopped(this.#db)?.why === 'forked') return;
      if (stopped(this.#db)) {
        await this.#tellBranch(line);
        return this.#schedule(QUIET_MS);
      }
      do {
        this.#wakened = false;
        await this.#talk(line);
        this.#failures = 0;
        this.#files.go(line);
        // The office's work is done from any station: nobody tells this one what another has done.
        this.#hub.announce(['office']);
      } while (this.#wakened && !this.#isClosed());
      this.#schedule(QUIET_MS);
    } catch (error) {
      if (this.#isClosed()) return;
      if (error instanceof SpokenFor && !stopped(this.#db)) return this.#stop(error);
      this.#failures += 1;
      // First of all, so that whatever else is wrong now, there will be another try.
      const asked = error instanceof LedgerFailed ? error.waitMs : 0;
      this.#schedule(Math.max(asked, backOff(this.#failures, this.#host.random)));
      this.#failed(error);
    }
  }

  async #talk(line: Line): Promise<void> {
    await introduce(this.#db, this.#host, line);
    await tellFormer(this.#db, line, () => this.#pause());
    let shipped = await this.#shipAll(line);
    for (let pages = 0, complete = false; !complete && pages < STEPS_MAX && !this.#isClosed(); pages++) {
      const page = await pull(this.#db, line, this.#host.now, () => this.#pause());
      if (page.isBehind) this.#isToBeChecked = true;
      complete = page.complete && !page.isBehind;
      this.#answered();
      if (page.rows > 0) this.#hub.announce(['accounts', 'station', 'drawer']);
      // A whole district takes minutes to come down. What is taken meanwhile does not wait for the end of it.
      if (!complete && shipped !== 'refused') shipped = await this.#shipAll(line);
    }
    if (shipped !== 'refused' && syncState(this.#db)?.refusedAtSequence != null) {
      updateSync(this.#db, { refusedAtSequence: null });
      this.#tell();
    }
  }

  async #shipAll(line: Line): Promise<Shipped> {
    let shipped: Shipped = 'moved';
    for (let runs = 0; shipped === 'moved' && runs < STEPS_MAX && !this.#isClosed(); runs++) {
      if (runs > 0) await this.#pause();
      shipped = await ship(this.#db, line, this.#isToBeChecked);
      if (shipped === 'parted') throw new SpokenFor('restored', PARTED);
      this.#isToBeChecked = false;
      // When nothing was sent, nothing was answered.
      if (shipped !== 'nothing') this.#answered();
      if (shipped === 'moved') this.#failures = 0;
    }
    return shipped;
  }

  /** Somebody else speaks as this station, or it is an older copy of itself: no money any more, and its branch goes up. */
  #stop({ why, message }: SpokenFor): void {
    const { acknowledgedEpoch = 1, acknowledgedSequence = 0 } = syncState(this.#db) ?? {};
    const isUnsent = headOf(this.#db, acknowledgedEpoch).sequence > acknowledgedSequence;
    const sequence = isUnsent ? acknowledgedSequence + 1 : null;
    writing(this.#db, (tx) => stopStation(tx, { why, at: this.#host.now(), sequence }));
    this.#host.log.error('the ledger refused', { said: message, stopped: why });
    this.#answered();
    this.#hub.announce(['station']);
    this.#schedule(0);
  }

  /** What is unsent goes into quarantine, once in each run of this program; nothing comes down any more. */
  async #tellBranch(line: Line): Promise<void> {
    if (this.#isBranchTold) return;
    await sendBranch(this.#db, line, () => this.#pause());
    this.#isBranchTold = true;
    this.#answered();
  }

  #answered(): void {
    this.#isSilent = false;
    this.#hasFailed = false;
    this.#isKeyless = false;
    updateSync(this.#db, { lastContactAt: this.#host.now() });
    this.#tell();
  }

  #failed(error: unknown): void {
    this.#isToBeChecked = true;
    this.#hasFailed = error instanceof LedgerFailed;
    const wasKeyless = this.#isKeyless;
    this.#isKeyless = error instanceof Speechless;
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof LedgerRefused) {
      this.#host.log.error('the ledger refused', { said: why });
      this.#isSilent = false;
      updateSync(this.#db, { refusedAtSequence: (syncState(this.#db)?.acknowledgedSequence ?? 0) + 1 });
    } else if (this.#isKeyless) {
      if (!wasKeyless) this.#host.log.error('this station cannot speak to its ledger', { why });
      this.#isSilent = true;
    } else {
      // What fetch itself says is no reason at all; what lies below it is.
      const words = error instanceof TypeError ? troubleInWords(error, { address: this.#line()?.url ?? '' }) : why;
      const told = this.#hasFailed ? 'the ledger failed' : 'the ledger does not answer';
      if (!this.#isSilent) this.#host.log.info(told, { why: words });
      this.#isSilent = true;
    }
    this.#tell();
  }

  /** Notes since when it is as it is, and says that something may have changed. */
  #tell(): void {
    const now = this.#stateNow();
    if (now !== this.#state) {
      // The last time it answered is when the silence began, also when that was before this program started.
      this.#since = (now === 'offline' && syncState(this.#db)?.lastContactAt) || this.#host.now();
      this.#state = now;
      this.#hub.announce(['office']);
    }
    this.#hub.announce(['sync']);
  }

  #stateNow(): Sync['state'] {
    if (syncState(this.#db)?.refusedAtSequence != null) return 'refused';
    if (this.#isKeyless) return 'keyless';
    if (this.#isSilent === null) return 'connecting';
    return this.#isSilent ? 'offline' : 'online';
  }

  #line(): Line | null {
    const self = identity(this.#db);
    const url = this.#givenUrl ?? self?.ledgerUrl ?? '';
    return self && { url, voice: this.#voice, fetch: this.#host.fetch, signal: this.#closing.signal };
  }

  #start(): void {
    if (this.#running || this.#isClosed()) return;
    this.#callOff();
    this.#running = this.#run()
      .catch((error: unknown) => this.#host.log.error('the talk with the ledger broke', { why: String(error) }))
      .finally(() => {
        this.#running = null;
        if (this.#wakened) this.#goSoon();
      });
  }

  // Never in the turn of a payment: gathering what is unsent may take longer than the payment itself.
  #goSoon(): void {
    if (this.#running || this.#failures > 0) return;
    this.#callOff();
    this.#schedule(0);
  }

  #schedule(milliseconds: number): void {
    this.#callOff = this.#isClosed() ? () => {} : this.#host.later(milliseconds, () => this.#start());
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#host.later(0, resolve));
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }
}
