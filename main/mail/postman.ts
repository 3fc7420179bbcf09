import { isFinal, isOfServer, type MailTrouble, type Patience, pauseAfter } from '#domain/message';
import type { Logger } from '#main/log';
import type { Mail, MailLogin, MailOutcome, MailSender } from './mail.ts';

/** A message that is to go out. */
export type PostJob = { message: number; attempts: number };

/** What the postman needs of where messages are kept. All of it is committed before anything is sent. */
export type PostJobs = {
  /** The oldest message that is queued and due by now, or null. */
  due(now: number): PostJob | null;
  /** When the next queued one is due, or null. */
  nextAt(): number | null;
  /** What was `sending` when the program stopped is queued again, and said to be in doubt. */
  interrupted(at: number): void;
  /** Everything queued is due now. */
  hasten(at: number): void;
  change(message: number, change: PostChange): void;
  mail(message: number): Promise<Mail>;
};

export type PostChange = {
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'kept';
  at: number;
  attempts?: number;
  doubtful?: true;
  trouble?: MailTrouble | null;
  nextAt?: number;
};

/** Time and chance for the postman: `after` runs something once, so many ms later, and gives what calls it off. */
export type PostClock = { now(): number; after(ms: number, run: () => void): () => void; chance(): number };

/** Where messages go: a server, nowhere yet (they wait), or nowhere ever (a training station without a server). */
export type PostWay = MailLogin | 'wait' | 'keep';

/** Since when nothing goes out because of the server, and why; null while it gets on. */
export type Failing = { since: number; trouble: MailTrouble };

/** With the server: from ten seconds to ten minutes, for as long as it takes. With one message: a minute to an hour. */
export const SERVER_PATIENCE: Patience = { firstPauseMs: 10_000, pauseMaxMs: 600_000, attemptsMax: Infinity };
export const MESSAGE_PATIENCE: Patience = { firstPauseMs: 60_000, pauseMaxMs: 3_600_000, attemptsMax: 8 };

/** How long the program may be held up when it ends. */
const STOP_MS = 2_000;

/**
 * Sends committed messages, one at a time, and only ever follows the journal: whatever happens here, the payment stands.
 * Trouble with the server lets everything wait; trouble with one message lets that one be tried again a bounded number
 * of times, while the next ones go on. A message sent again after a lost answer bears the same Message-ID.
 */
export class Postman {
  readonly #jobs: PostJobs;
  readonly #way: () => Promise<PostWay>;
  readonly #send: MailSender;
  readonly #clock: PostClock;
  readonly #log: Logger;
  readonly #onChange: () => void;
  readonly #patience: { server: Patience; message: Patience };
  #failing: Failing | null = null;
  #failures = 0;
  #mayTryAt = Number.NEGATIVE_INFINITY;
  #callOff: () => void = () => {};
  #isRunning = false;
  #running: Promise<void> = Promise.resolve();
  #wokenMeanwhile = false;
  readonly #stopping = new AbortController();

  constructor(parts: {
    jobs: PostJobs;
    way: () => Promise<PostWay>;
    send: MailSender;
    clock: PostClock;
    log: Logger;
    onChange: () => void;
    patience?: { server: Patience; message: Patience };
  }) {
    this.#jobs = parts.jobs;
    this.#way = parts.way;
    this.#send = parts.send;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#onChange = parts.onChange;
    this.#patience = parts.patience ?? { server: SERVER_PATIENCE, message: MESSAGE_PATIENCE };
  }

  /** To be called once, before the first wake. */
  start(): void {
    this.#jobs.interrupted(this.#clock.now());
    this.wake();
  }

  /** Says that there may be something to send. Comes back at once; call it after every commit that queued a message. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#callOff();
    this.#wokenMeanwhile = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#running = this.#run();
  }

  /** Another server was set, or a person asked: what waits is tried now. */
  hasten(): void {
    this.#getsOn();
    this.#mayTryAt = Number.NEGATIVE_INFINITY;
    this.#jobs.hasten(this.#clock.now());
    this.#onChange();
    this.wake();
  }

  failing(): Failing | null {
    return this.#failing;
  }

  /** Gives up what is on its way: after the next start it is queued again, in doubt. Never waits for a server. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#callOff();
    let callOff = () => {};
    const patience = new Promise<void>((resolve) => {
      callOff = this.#clock.after(STOP_MS, resolve);
    });
    await Promise.race([this.#running, patience]);
    callOff();
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    // Not in the same turn as the payment: its answer goes out first.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#wokenMeanwhile && !this.#isStopped) {
      this.#wokenMeanwhile = false;
      await this.#sendAll().catch((error: unknown) => {
        // The database, not the server. What was marked as sending stays so, and is in doubt after the next start.
        this.#log.error('sending messages failed', { error: String(error) });
        this.#holdServer();
      });
    }
    this.#isRunning = false;
    if (!this.#isStopped) this.#wakeLater();
  }

  #wakeLater(): void {
    const nextAt = this.#jobs.nextAt();
    if (nextAt === null) return;
    const now = this.#clock.now();
    const pause = Math.max(nextAt, this.#mayTryAt) - now;
    // What is due and still waits has nowhere to go: setting a server wakes it.
    if (pause > 0) this.#callOff = this.#clock.after(pause, () => this.wake());
  }

  async #sendAll(): Promise<void> {
    while (!this.#isStopped && this.#clock.now() >= this.#mayTryAt) {
      const job = this.#jobs.due(this.#clock.now());
      if (job === null) return;
      const way = await this.#way();
      if (way === 'wait') return;
      if (way === 'keep') this.#change(job, { state: 'kept' });
      else await this.#sendOne(job, way);
    }
  }

  async #sendOne(job: PostJob, login: MailLogin): Promise<void> {
    const mail = await this.#mailOf(job);
    if (mail === null || this.#isStopped) return;
    this.#change(job, { state: 'sending' });
    const outcome = await this.#send(login, mail, this.#stopping.signal);
    this.#learn(job, outcome);
  }

  /** A message that cannot be made is our own bug, and must not hold up the others. */
  async #mailOf(job: PostJob): Promise<Mail | null> {
    try {
      return await this.#jobs.mail(job.message);
    } catch (error) {
      if (this.#isStopped) return null;
      this.#log.error('message cannot be made', { message: job.message, error: String(error) });
      this.#change(job, { state: 'failed', trouble: 'mail_content' });
      return null;
    }
  }

  #learn(job: PostJob, outcome: MailOutcome): void {
    const trouble = outcome.outcome === 'sent' ? null : outcome.trouble;
    if (trouble === null) {
      this.#getsOn();
      this.#change(job, { state: 'sent', attempts: job.attempts + 1, trouble });
    } else if (this.#isStopped) {
      this.#again(job, job.attempts, trouble === 'mail_in_doubt' ? trouble : null, 0);
    } else if (isOfServer(trouble)) {
      this.#failing = { since: this.#failing?.since ?? this.#clock.now(), trouble };
      this.#holdServer();
      this.#again(job, job.attempts, trouble, 0);
    } else {
      this.#getsOn();
      this.#tryLater(job, trouble);
    }
  }

  #getsOn(): void {
    this.#failing = null;
    this.#failures = 0;
  }

  #tryLater(job: PostJob, trouble: MailTrouble): void {
    const attempts = job.attempts + 1;
    const isOver = isFinal(trouble) || attempts >= this.#patience.message.attemptsMax;
    if (isOver) this.#change(job, { state: 'failed', attempts, trouble, ...doubtOf(trouble) });
    else this.#again(job, attempts, trouble, this.#pause(attempts, this.#patience.message));
  }

  #holdServer(): void {
    this.#failures += 1;
    this.#mayTryAt = this.#clock.now() + this.#pause(this.#failures, this.#patience.server);
  }

  #again(job: PostJob, attempts: number, trouble: MailTrouble | null, pauseMs: number): void {
    const nextAt = this.#clock.now() + pauseMs;
    this.#change(job, { state: 'queued', attempts, trouble, nextAt, ...doubtOf(trouble) });
  }

  #pause(attempts: number, patience: Patience): number {
    return pauseAfter(attempts, patience, this.#clock.chance());
  }

  #change(job: PostJob, change: Omit<PostChange, 'at'>): void {
    this.#jobs.change(job.message, { ...change, at: this.#clock.now() });
    this.#onChange();
  }
}

function doubtOf(trouble: MailTrouble | null): { doubtful?: true } {
  return trouble === 'mail_in_doubt' ? { doubtful: true } : {};
}
