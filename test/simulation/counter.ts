import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Door } from '#contract/answer';
import type { CallName, Input, Output } from '#contract/contract';
import { openToRead, type StationDb } from '#db/station/open';
import { type App, createApp } from '#main/app';
import type { Host } from '#main/host';
import type { SecretStore } from '#main/secrets';
import { createChance } from '../support/chance.ts';
import type { TestClock } from '../support/clock.ts';
import { PINS } from './district.ts';
import { clockOf, type Fate, type Lines } from './line.ts';

/** A call that was not done, and why: a refusal's code, or a failure's words. */
export class NotDone extends Error {
  readonly code: string;
  constructor(name: string, code: string) {
    super(`${name}: ${code}`);
    this.code = code;
  }
}

/** What all stations of a simulation share. */
export type Around = {
  seed: number;
  clock: TestClock;
  lines: Lines;
  /** The fate of a call of the office that is made just now. */
  officeFate(): Fate;
  /** What the program logs as its own fault. */
  fault(what: string): void;
};

/** What the outside world brings about is no fault of the program. */
const NOT_OURS = new Set(['the disk cannot be written', 'the ledger refused']);

/** What the disk has done to one of a station's files when it begins again. */
export type Damage = 'none' | 'second copy gone';

/** One station: a real folder with real SQLite, and the program on it, which can die and come back. */
export class Counter {
  readonly series: string;
  readonly #around: Around;
  #folder: string;
  #app: App;
  #life = { isAlive: true };
  #boots = 0;
  #doors = new Map<string, Door>();
  #look: StationDb | null = null;
  readonly #secrets = new Map<string, string>();
  /** How far (ms) its clock is off. */
  skewMs = 0;

  constructor(series: string, around: Around) {
    this.series = series;
    this.#around = around;
    this.#folder = mkdtempSync(join(tmpdir(), `counterfoil-${series}-`));
    this.#app = this.#boot();
  }

  #boot(): App {
    this.#boots += 1;
    const { clock, lines, seed, fault, officeFate } = this.#around;
    const life = { isAlive: true };
    this.#life = life;
    const chance = createChance(`${seed} ${this.series} ${this.#boots}`);
    const isAlive = () => life.isAlive;
    const host: Host = {
      ...clockOf(
        clock,
        () => this.skewMs,
        isAlive,
        () => (lines.moves += 1),
      ),
      ...{ newId: chance.id, random: chance.bytes, dataFolder: this.#folder },
      makePdf: () => Promise.reject(new Error('no PDFs are made here')),
      ...{
        freeBytes: () => null,
        reserveBytes: 0,
        twinPath: null,
        twinWorker: '',
        checkWorker: null,
        ledgerUrl: null,
        printerAddress: null,
        trainingPins: null,
      },
      fetch: lines.fetchOf(this.series, isAlive, officeFate),
      secrets: inMemory(this.#secrets),
      log: {
        info: () => {},
        error: (what, facts) => {
          if (isAlive() && !NOT_OURS.has(what)) fault(`${this.series}: ${what} ${JSON.stringify(facts ?? {})}`);
        },
      },
    };
    return createApp(host);
  }

  /** What is in its database now. */
  look(): StationDb {
    this.#look ??= openToRead(join(this.#folder, 'station.db'));
    return this.#look;
  }

  /** Asks in somebody's name, who signs in where that was not done since the program began. */
  async ask<N extends CallName>(person: string, name: N, input: Input<N>): Promise<Output<N>> {
    const door = this.#doors.get(person) ?? (await this.#signedIn(person));
    return answered<N>(name, (await door.call(name, input)) as Answer<Output<N>>);
  }

  /** Asks without anybody signed in. */
  async anyone<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    return answered<N>(name, (await this.#app.connect().call(name, input)) as Answer<Output<N>>);
  }

  async #signedIn(person: string): Promise<Door> {
    const door = this.#app.connect();
    const signedIn = await door.call('signIn', { person, pin: PINS.get(person) ?? '' });
    answered('signIn', signedIn as Answer<Output<'signIn'>>);
    this.#doors.set(person, door);
    return door;
  }

  /** A second person's yes to a mark. */
  async approved(by: string, mark: string, approver: string): Promise<string> {
    return (await this.ask(by, 'approve', { mark, person: approver, pin: PINS.get(approver) ?? '' })).approval;
  }

  /**
   * The program dies where it stands, as by a kill: the disk stays as it is at this moment, and no code of it runs any
   * more. It begins again on that disk.
   */
  async crash(damage: Damage = 'none'): Promise<void> {
    const before = this.#folder;
    const [dead, life] = [this.#app, this.#life];
    this.#folder = mkdtempSync(join(tmpdir(), `counterfoil-${this.series}-`));
    cpSync(before, this.#folder, { recursive: true });
    this.#harm(damage);
    life.isAlive = false;
    this.#forget();
    await dead.close();
    rmSync(before, { recursive: true, force: true });
    this.#app = this.#boot();
  }

  #harm(damage: Damage): void {
    if (damage === 'second copy gone') rmSync(join(this.#folder, 'twin.jsonl'), { force: true });
  }

  /** Ends the program as a person does, and begins it again. */
  async restart(): Promise<void> {
    this.#forget();
    await this.#app.close();
    this.#app = this.#boot();
  }

  async close(): Promise<void> {
    this.#life.isAlive = false;
    this.#forget();
    await this.#app.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #forget(): void {
    this.#doors.clear();
    this.#look?.$client.close();
    this.#look = null;
  }
}

function answered<N extends CallName>(name: N, answer: Answer<Output<N>>): Output<N> {
  if (answer.ok) return answer.value;
  throw new NotDone(name, 'refusal' in answer ? answer.refusal.code : answer.failure);
}

/** Secrets that outlive the program, as those of a keychain do. */
function inMemory(kept: Map<string, string>): SecretStore {
  return {
    kind: 'sealed',
    read: async (name) => kept.get(name) ?? null,
    async keep(name, secret) {
      if (secret === null) kept.delete(name);
      else kept.set(name, secret);
    },
  };
}
