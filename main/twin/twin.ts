import { lastRow } from '#db/station/journalRows';
import type { StationDb } from '#db/station/open';
import type { SealedEntry } from '#domain/entry';
import { giveUpReserve } from '#main/diskSpace';
import type { Host } from '#main/host';
import type { Hub } from '#main/hub';
import { PlainTrouble, troubleInWords } from '#main/trouble';
import { catchUp, type Reached } from './catchUp.ts';
import { type Steps, type TwinHand, takeHere, takeThere } from './hand.ts';
import { openTwin } from './opening.ts';
import { TwinFile } from './twinFile.ts';
import { type TwinCommand, textOfLine } from './twinLine.ts';

/** Longer (ms) than this nobody at the counter waits for a second copy. */
const PATIENCE_MS = 250;
/** So long (ms) a start waits for one that does not lie beside the database. */
const OPENING_MS = 5_000;
/** First and longest wait (ms) before a twin that failed is tried again. */
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Since when a twin does not hold everything, how many entries it lacks, and why, in a sentence where something failed. */
export type TwinBehind = { since: number; entries: number; why: string | null };

/** The station whose journal is copied: its database, its machine, and the pages that are told how it stands. */
export type TwinParts = { db: StationDb; host: Host; hub: Hub };

/**
 * The second copy of the journal: each entry is added to it, and on its disk, before anybody is told that it is recorded.
 * Beside the database this thread does it at once, for nothing is faster there. Anywhere else another thread does it, and is
 * waited for only so long. A twin that is slow or fails is behind: the counter goes on without it, and it is brought up from
 * the database in the background.
 */
export class Twin {
  readonly #parts: TwinParts;
  readonly #path: string;
  readonly #file = new TwinFile();
  readonly #hand: TwinHand | null;
  #state: 'opening' | 'open' | 'behind' | 'stopped' | 'closed' = 'opening';
  #reached: Reached = { position: 0, epoch: 0 };
  /** It is to be opened anew before anything is added to it. */
  #isBroken = true;
  #since = 0;
  #why: string | null = null;
  #failures = 0;
  #opening: Promise<void> | null = null;
  /** What the other thread was asked last, and how much of it is not answered. It answers in order. */
  #last: Promise<void> = Promise.resolve();
  #underWay = 0;
  #catching: Promise<void> = Promise.resolve();
  #callOff = () => {};

  /**
   * Opens it at once where it lies beside the database; else see {@link opening}.
   * @param hand who does its work in another thread; null where it lies beside the database
   * @param mustWait the database is empty and has nothing but what comes out of the twin: that is waited for, however long
   * @throws PlainTrouble where it is another station's
   */
  constructor(parts: TwinParts, path: string, hand: TwinHand | null, mustWait = false) {
    this.#parts = parts;
    this.#path = path;
    this.#hand = hand;
    if (hand) this.#opening = this.#openThere(hand, mustWait);
    else this.#openHere();
  }

  /** What every call waits for after a start: whether the two copies tell the same. Null once that is known, or not waited for. */
  get opening(): Promise<void> | null {
    return this.#opening;
  }

  /** Whether something committed is not in it yet and is waited for: nothing is printed or sent out meanwhile. */
  get isPending(): boolean {
    return this.#underWay > 0 && this.#state === 'open';
  }

  /** How it stands: null while it holds everything. */
  behind(): TwinBehind | null {
    if (this.#state !== 'behind') return null;
    return { since: this.#since, entries: Math.max(0, this.#headPosition() - this.#reached.position), why: this.#why };
  }

  /**
   * Adds what a command wrote. Comes back when that is on the disk, or when it is not waited for any longer.
   * @param written nothing, for a command that was recorded before: what is under way is waited for all the same
   */
  record(written: readonly SealedEntry[], command: TwinCommand): void | Promise<void> {
    if (this.#state === 'behind' && written.length > 0) this.#parts.hub.announce(['sync']);
    if (this.#state !== 'open') return;
    if (this.#hand) return this.#recordThere(this.#hand, written, command);
    if (written.length > 0) this.#recordHere(written, command);
  }

  /** The station was enrolled just now, and is told before its first entry. */
  enrolled(): void {
    if (this.#state !== 'open') return;
    if (this.#hand) this.#fallBehind('new');
    else
      this.#here(() => {
        this.#reached = takeHere(this.#file, catchUp(this.#parts.db, this.#reached));
      });
  }

  /** Lets go of the file. What it lacks then it is given at the next start. */
  async close(): Promise<void> {
    this.#callOff();
    this.#state = 'closed';
    if (this.#hand) return this.#hand.close();
    await this.#catching;
    this.#file.close();
  }

  #recordHere(written: readonly SealedEntry[], command: TwinCommand): void {
    this.#here(() => {
      this.#file.append(textOf(written, command));
      this.#advance(written.length);
    });
  }

  #here(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#fallBehind({ failed: error });
    }
  }

  #recordThere(hand: TwinHand, written: readonly SealedEntry[], command: TwinCommand): Promise<void> {
    if (written.length > 0) {
      const asked = hand.ask({ call: 'append', args: [textOf(written, command)] });
      this.#follow(asked.then(() => this.#advance(written.length)));
    }
    return this.#withPatience(this.#last, PATIENCE_MS);
  }

  /** Comes back when that is done, or after so long: the twin is behind then. */
  #withPatience(done: Promise<void>, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#parts.host.later(milliseconds, () => {
        this.#fallBehind('slow');
        resolve();
      });
      void done.then(() => {
        callOff();
        resolve();
      });
    });
  }

  /** Takes note of what the other thread was asked; what fails there leaves the twin behind. */
  #follow(asked: Promise<void>): void {
    this.#underWay += 1;
    this.#last = asked
      .catch((error: unknown) => this.#fallBehind({ failed: error }))
      .finally(() => {
        this.#underWay -= 1;
      });
  }

  #advance(entries: number): void {
    this.#reached = { ...this.#reached, position: this.#reached.position + entries };
    // What comes too late proves nothing.
    if (this.#state === 'open') this.#failures = 0;
  }

  #openHere(): void {
    try {
      this.#opened(takeHere(this.#file, this.#openingSteps()));
    } catch (error) {
      // What is wrong with the database is no fault of the twin's.
      if (error instanceof PlainTrouble || codeOf(error).startsWith('SQLITE_')) throw error;
      this.#fallBehind({ failed: error });
    }
  }

  #openThere(hand: TwinHand, mustWait: boolean): Promise<void> {
    this.#follow(takeThere(hand, this.#openingSteps()).then((reached) => this.#opened(reached)));
    const opened = mustWait ? this.#last : this.#withPatience(this.#last, OPENING_MS);
    return opened.finally(() => {
      this.#opening = null;
    });
  }

  #openingSteps(): Steps<Reached | null> {
    const { db, host } = this.#parts;
    return openTwin({ db, host, path: this.#path });
  }

  /** It is known how far it reaches. Where that is not far enough, it is brought up in the background. */
  #opened(reached: Reached | null): void {
    if (this.#state === 'closed') return;
    this.#isBroken = false;
    if (!reached) this.#state = 'stopped';
    else {
      this.#reached = reached;
      if (this.#isLevel()) this.#state = 'open';
      else if (this.#state === 'opening') this.#fallBehind('new');
    }
    this.#parts.hub.announce(['sync', 'station']);
  }

  #isLevel(): boolean {
    return this.#headPosition() === this.#reached.position;
  }

  #headPosition(): number {
    return lastRow(this.#parts.db)?.position ?? 0;
  }

  /**
   * From here on payments are answered on the database alone, until the twin holds everything again.
   * @param why `new`: it lacks what was there before it, and is given that at once
   */
  #fallBehind(why: 'new' | 'slow' | { failed: unknown }): void {
    if (this.#state === 'stopped' || this.#state === 'closed') return;
    const { host, hub } = this.#parts;
    this.#why = null;
    if (typeof why === 'object') {
      this.#isBroken = true;
      // Beside the database it is that disk which is full.
      if (!this.#hand && codeOf(why.failed) === 'ENOSPC') giveUpReserve(host);
      this.#why = troubleInWords(why.failed, { place: this.#path, said: { place: '--twin' } });
      host.log.error('the disk cannot be written', { what: 'the second copy', why: this.#why });
    } else host.log.info('the second copy is behind', { why });
    if (this.#state !== 'behind') this.#since = host.now();
    this.#state = 'behind';
    if (why !== 'new') this.#failures += 1;
    this.#tryAgain(why === 'new' ? 0 : Math.min(FIRST_MS * 2 ** (this.#failures - 1), LONGEST_MS));
    hub.announce(['sync', 'station']);
  }

  #tryAgain(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#parts.host.later(milliseconds, () => {
      this.#catching = this.#catchUp();
    });
  }

  /** Brings it up step by step, letting others go first between them. */
  async #catchUp(): Promise<void> {
    await this.#last;
    try {
      if (this.#isBroken) this.#opened(await this.#take(this.#openingSteps()));
      while (this.#state === 'behind') {
        this.#step(await this.#take(catchUp(this.#parts.db, this.#reached)));
        await new Promise<void>((resolve) => void this.#parts.host.later(0, resolve));
      }
    } catch (error) {
      this.#fallBehind({ failed: error });
    }
  }

  /** Nothing can be recorded between the look at where the journal ends and the state that comes of it. */
  #step(reached: Reached): void {
    if (this.#state !== 'behind') return;
    this.#reached = reached;
    if (!this.#isLevel()) return;
    this.#state = 'open';
    this.#parts.hub.announce(['sync', 'station']);
  }

  #take<T>(steps: Steps<T>): T | Promise<T> {
    return this.#hand ? takeThere(this.#hand, steps) : takeHere(this.#file, steps);
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}

function textOf(written: readonly SealedEntry[], command: TwinCommand): string {
  return written.map((entry) => textOfLine({ entry, command })).join('');
}
