import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Host } from '#main/host';
import type { Hub } from '#main/hub';
import { noteDamage } from '#main/openJournal';
import type { Verdict } from './verdict.ts';

/** Nobody at the counter waits for the first look (ms), and each day has one. */
const FIRST_MS = 60_000;
const EVERY_MS = 86_400_000;

/**
 * Looks at all of the database while the station is at work, in a thread of its own. What it finds stops the station until
 * it is started again, and made again then: what a damaged database says of a drawer is worth nothing.
 */
export class Watch {
  readonly #parts: { host: Host; hub: Hub };
  #foundAt: number | null = null;
  #worker: Worker | null = null;
  #callOff = () => {};

  constructor(parts: { host: Host; hub: Hub }) {
    this.#parts = parts;
    const { checkWorker } = parts.host;
    if (checkWorker !== null) this.#lookAfter(FIRST_MS, checkWorker);
  }

  /** Since when (ms) the database is known to be damaged; null while it is not. */
  get foundAt(): number | null {
    return this.#foundAt;
  }

  /** Somebody saw that the database is damaged: nothing more is recorded in it. */
  found(): void {
    const { host, hub } = this.#parts;
    noteDamage(host);
    this.#foundAt ??= host.now();
    hub.announce(['station']);
  }

  async close(): Promise<void> {
    this.#callOff();
    await this.#worker?.terminate();
  }

  #lookAfter(milliseconds: number, script: string): void {
    this.#callOff = this.#parts.host.later(milliseconds, () => this.#look(script));
  }

  #look(script: string): void {
    const { host } = this.#parts;
    const worker = new Worker(script, { workerData: join(host.dataFolder, 'station.db') });
    worker.unref();
    this.#worker = worker;
    worker.once('message', (verdict: Verdict) => this.#judged(verdict));
    worker.once('error', (error) => host.log.info('the database was not checked', { why: String(error) }));
    this.#lookAfter(EVERY_MS, script);
  }

  #judged(verdict: Verdict): void {
    if (verdict === 'sound') return;
    const { log } = this.#parts.host;
    if (verdict === 'unknown') log.info('the database could not be checked');
    else {
      log.error('the database is damaged', { what: verdict });
      this.found();
    }
  }
}
