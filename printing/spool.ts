import type { CustodySlip } from '#domain/custodySlip';
import { refuse } from '#domain/refusal';
import type { Logger } from '#main/log';
import type { Printer, PrinterState, PrintOutcome } from './printers/printer.ts';
import type { Slip } from './slip.ts';

export type PrintJobState = 'waiting' | 'printing' | 'printed' | 'failed' | 'in_doubt';

/** One document that is to come out on paper. `changedAt` (ms) is when its state last changed: at first, when it was queued. */
export type PrintJob = {
  job: number;
  document:
    | 'receipt'
    | 'void'
    | 'correction'
    | 'reversal'
    | 'refund'
    | 'permit'
    | 'notice'
    | 'tray'
    | 'z'
    /** Told by the ledger, of the office's journal. */
    | 'office'
    | CustodySlip;
  label: string;
  copy: number;
  kick: boolean;
  /** Of a drop only the half without amounts. */
  blind: boolean;
  state: PrintJobState;
  attempts: number;
  changedAt: number;
  /** When the tray was opened for it (ms), as far as anybody knows; null before. */
  kickedAt: number | null;
};

/** What the spool needs of where its jobs are kept. All of it is committed before anything is printed. */
export type SpoolJobs = {
  /** Jobs that are `waiting` or `failed`, the oldest first, at most so many. */
  waiting(limit: number): PrintJob[];
  find(job: number): PrintJob | null;
  /** Sets a job's state; `tried` counts one more attempt. */
  mark(job: number, state: PrintJobState, at: number, tried: boolean): void;
  /** Writes down, before it happens, when (ms) the tray is opened for some jobs; null where it surely was not. */
  kicked(jobs: readonly number[], at: number | null): void;
  /** Sets every job that is `printing` to `in_doubt`: the program stopped while it was on the printer. */
  interrupted(at: number): void;
  /** How many are not `printed`. */
  unprinted(): number;
  slip(job: PrintJob): Slip;
};

/** Time for the spool: `after` runs something once, so many ms later, and gives what calls it off. */
export type SpoolClock = { now(): number; after(ms: number, run: () => void): () => void };

/** The printer as the contract shows it. */
export type PrinterNow = {
  kind: Printer['kind'];
  name: string;
  state: PrinterState;
  waiting: number;
  /** Since when (ms) it takes no slip although one waits; null while it gets on. */
  stuckSince: number | null;
};

export type SpoolChange =
  | { what: 'job'; job: number; label: string; state: PrintJobState }
  | { what: 'printer'; printer: PrinterNow };

/** Pauses after the first, second, … failure in a row; the last one stays. */
const PAUSES_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** How old the printer's state may get while nothing prints. */
const STATE_AGE_MAX_MS = 30_000;
/** A drawer that opens later than this after the payment opens when nobody stands before it. */
const KICK_AGE_MAX_MS = 10_000;
/** How long the program may be held up by a printer when it ends. */
const STOP_MS = 2_000;
const LOOKAHEAD = 50;

/**
 * Brings committed jobs to paper, one at a time, and only ever follows the journal: whatever happens here, the payment
 * stands. A job that surely did not print is tried again after growing pauses; one that may have printed is `in_doubt`
 * and waits for a person's answer, while the next ones go on.
 */
export class Spool {
  readonly #jobs: SpoolJobs;
  readonly #clock: SpoolClock;
  readonly #log: Logger;
  readonly #onChange: (change: SpoolChange) => void;
  #printer: Printer;
  #state: PrinterState;
  #stateAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #stuckSince: number | null = null;
  #callOff: () => void = () => {};
  #isRunning = false;
  #running: Promise<void> = Promise.resolve();
  #wokenMeanwhile = false;
  #isStopped = false;
  /** Jobs whose slip could not be made: our own bug, which must not hold up the others. */
  readonly #spoiled = new Set<number>();

  constructor(parts: {
    jobs: SpoolJobs;
    printer: Printer;
    clock: SpoolClock;
    log: Logger;
    onChange: (change: SpoolChange) => void;
  }) {
    this.#jobs = parts.jobs;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#onChange = parts.onChange;
    this.#printer = parts.printer;
    this.#state = firstStateOf(parts.printer);
  }

  /** To be called once, before the first wake: what was on the printer when the program stopped is in doubt now. */
  start(): void {
    this.#jobs.interrupted(this.#clock.now());
    this.wake();
  }

  /** Says that there may be something to print. Comes back at once; call it after every commit that queued a job. */
  wake(): void {
    if (this.#isStopped) return;
    this.#callOff();
    this.#wokenMeanwhile = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#running = this.#run();
  }

  /** Prints on another printer from the next slip on. */
  use(printer: Printer): void {
    this.#printer = printer;
    this.#state = firstStateOf(printer);
    this.#stateAt = Number.NEGATIVE_INFINITY;
    this.#failures = 0;
    this.#stuckSince = null;
    this.#tellPrinter();
    this.wake();
  }

  /** A person looked whether a slip in doubt came out; if not, it prints again. Refuses `slip_unknown` for any other job. */
  answer(job: number, printed: boolean): void {
    const found = this.#jobs.find(job);
    if (found?.state !== 'in_doubt') refuse('slip_unknown');
    this.#mark(found, printed ? 'printed' : 'waiting');
    this.wake();
  }

  /** The printer and how it stood when it was last heard of. */
  printer(): PrinterNow {
    return {
      kind: this.#printer.kind,
      name: this.#printer.name,
      state: this.#state,
      waiting: this.#jobs.unprinted(),
      stuckSince: this.#stuckSince,
    };
  }

  /**
   * Starts nothing more, and waits a little for the slip that is on the printer. One that takes longer stays
   * `printing`, and is in doubt after the next start.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff();
    let callOff = () => {};
    const patience = new Promise<void>((resolve) => {
      callOff = this.#clock.after(STOP_MS, resolve);
    });
    await Promise.race([this.#running, patience]);
    callOff();
  }

  async #run(): Promise<void> {
    let isStuck = false;
    // Not in the same turn as the payment: its answer goes out first.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#wokenMeanwhile && !this.#isStopped) {
      this.#wokenMeanwhile = false;
      isStuck = !(await this.#printAll());
    }
    this.#isRunning = false;
    if (!this.#isStopped) this.#wakeLater(isStuck);
  }

  #wakeLater(isStuck: boolean): void {
    if (isStuck) {
      const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)] ?? STATE_AGE_MAX_MS;
      this.#failures += 1;
      this.#callOff = this.#clock.after(pause, () => this.wake());
    } else if (this.#printer.kind === 'network') {
      this.#callOff = this.#clock.after(STATE_AGE_MAX_MS, () => this.wake());
    }
  }

  /** Prints what waits. False when something still waits because it could not be printed. */
  async #printAll(): Promise<boolean> {
    try {
      while (!this.#isStopped) {
        const waiting = this.#waiting();
        const [next] = waiting;
        if (next === undefined) break;
        const slip = this.#slipOf(next);
        if (slip !== null && !(await this.#print(next, slip, waiting))) return false;
      }
      await this.#refreshState();
      return true;
    } catch (error) {
      // The database, not the printer. What was marked as printing stays so, and is in doubt after the next start.
      this.#log.error('print spool failed', { error: String(error) });
      return false;
    }
  }

  #waiting(): PrintJob[] {
    return this.#jobs.waiting(LOOKAHEAD + this.#spoiled.size).filter((job) => !this.#spoiled.has(job.job));
  }

  async #print(job: PrintJob, slip: Slip, waiting: readonly PrintJob[]): Promise<boolean> {
    const printer = this.#printer;
    const toKick = waiting.filter((other) => this.#mayKick(other)).map((other) => other.job);
    // Before the pulse: a program that dies between the two must not open it a second time.
    if (toKick.length > 0) this.#jobs.kicked(toKick, this.#clock.now());
    this.#mark(job, 'printing', true);
    const result = await printer.print({ job: job.job, slip, kick: toKick.length > 0 }).catch((error): PrintOutcome => {
      // A printer never throws; one that did may have printed.
      this.#log.error('printer broke its word', { job: job.job, error: String(error) });
      return { outcome: 'in_doubt', state: 'unreachable', kicked: true };
    });
    this.#stuckSince = result.outcome === 'not_printed' ? (this.#stuckSince ?? this.#clock.now()) : null;
    if (!result.kicked && toKick.length > 0) this.#jobs.kicked(toKick, null);
    this.#mark(job, result.outcome === 'not_printed' ? 'failed' : result.outcome);
    if (printer === this.#printer) this.#learn(result.state);
    // After a slip in doubt the printer is asked how it is before it gets the next one, and the screen should know.
    if (result.outcome === 'in_doubt') this.#stateAt = Number.NEGATIVE_INFINITY;
    if (result.outcome === 'printed') this.#failures = 0;
    return result.outcome !== 'not_printed';
  }

  /** Slips wait for paper, but change cannot: whoever just paid gets the drawer opened, also behind a slip that is stuck. */
  #mayKick(job: PrintJob): boolean {
    const isFresh = this.#clock.now() - job.changedAt <= KICK_AGE_MAX_MS;
    return job.kick && job.attempts === 0 && isFresh && job.kickedAt === null;
  }

  #slipOf(job: PrintJob): Slip | null {
    try {
      return this.#jobs.slip(job);
    } catch (error) {
      this.#spoiled.add(job.job);
      this.#log.error('slip cannot be made', { job: job.job, document: job.document, error: String(error) });
      this.#mark(job, 'failed', true);
      return null;
    }
  }

  async #refreshState(): Promise<void> {
    if (this.#isStopped || this.#clock.now() - this.#stateAt < STATE_AGE_MAX_MS) return;
    const printer = this.#printer;
    const state = await printer.status();
    if (printer === this.#printer) this.#learn(state);
  }

  #learn(state: PrinterState): void {
    this.#state = state;
    this.#stateAt = this.#clock.now();
    this.#tellPrinter();
  }

  #mark(job: PrintJob, state: PrintJobState, tried = false): void {
    this.#jobs.mark(job.job, state, this.#clock.now(), tried);
    this.#onChange({ what: 'job', job: job.job, label: job.label, state });
  }

  #tellPrinter(): void {
    this.#onChange({ what: 'printer', printer: this.printer() });
  }
}

/** Nobody knows how a network printer is before it was asked. */
function firstStateOf(printer: Printer): PrinterState {
  return printer.kind === 'paper' ? 'ready' : 'busy';
}
