import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Door } from '#contract/answer';
import type { CallName, CommandName, Input, Output } from '#contract/contract';
import { openStation, type StationDb } from '#db/station/open';
import type { AccountDelta } from '#domain/account';
import type { Policy } from '#domain/district';
import type { RefusalCode } from '#domain/refusal';
import { type App, createApp } from '#main/app';
import type { Host } from '#main/host';
import { fileSecrets, type SecretStore } from '#main/secrets';
import type { DrawerDelta, FloatDelta } from '#main/sync/wire';
import { type Chance, createChance } from './chance.ts';
import { createClock, type TestClock } from './clock.ts';
import { createFakeLedger, type FakeLedger, type LineState } from './fakeLedger.ts';
import { FAKE_ENROLMENT_TOKEN } from './fakeWire.ts';
import { assertInvariants, assertRebuilt } from './invariants.ts';
import { PINS, POLICY, people } from './quarryBay.ts';

/** A caller at one door, with the answers unwrapped. */
export type Caller = {
  door: Door;
  /** The value of a call that must succeed. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** A command with a fresh id. */
  tell<N extends CommandName>(name: N, input: Omit<Input<N>, 'commandId'>): Promise<Output<N>>;
  /** The code of a call that must be refused. */
  refused(name: string, input: unknown): Promise<RefusalCode>;
};

/** The line to a ledger, made up or real, which can be cut. */
export type LedgerEdge = {
  fetch: typeof fetch;
  line: LineState;
  /** Requests that it took and does not answer. */
  hanging: number;
  /** Requests under way to a ledger that takes its time. */
  underWay: number;
};

/** A whole station on real SQLite; only clock, ids, printer and network are made up. */
export type TestStation<L extends LedgerEdge = FakeLedger> = {
  app: App;
  host: Host;
  clock: TestClock;
  ledger: L;
  folder: string;
  /** A second connection, to look at what is really there. */
  look: StationDb;
  /** What the program logged as its own fault. A test that ends with any left has failed. */
  faults: string[];
  caller(): Caller;
  /** A caller at whose door somebody has signed in. */
  signedIn(person: string): Promise<Caller>;
  /** Waits until the talk with the ledger waits too: for the clock to move, or for an answer that does not come. */
  quiet(): Promise<void>;
  /** Lets time pass second by second, with everything that falls due in it. */
  wait(seconds: number): Promise<void>;
  /** Waits until everything is sent and read. */
  settled(): Promise<void>;
  /** Waits until nothing waits for paper; the last slip's text. */
  lastSlip(): Promise<string>;
  /** Stops the program and starts it again on the same folder. */
  restart(): Promise<void>;
  /** Checks the invariants, stops, and removes the folder. */
  close(): Promise<void>;
};

export type StationOptions = HostOptions & {
  accounts: AccountDelta[];
  policy?: Policy;
  floats?: FloatDelta[];
  drawers?: DrawerDelta[];
  takenBack?: string[];
  /** The days that are closed for this station, in the order in which it hears of them. */
  closedThrough?: readonly string[];
  series?: string;
  /** Whether the ledger's feed tells how far it has the station's journal. */
  tellsStored?: boolean;
};

type HostOptions = {
  training?: boolean;
  /** Makes every id the same in each run; without it they are random. */
  chance?: Chance;
  clock?: TestClock;
  /** What of the host is otherwise: its printer, say, or its line to the ledger. */
  host?: (usual: Host) => Partial<Host>;
};

const FONT_FOLDER = 'node_modules/dejavu-fonts-ttf/ttf';
const FONTS = {
  regular: `${FONT_FOLDER}/DejaVuSansMono.ttf`,
  bold: `${FONT_FOLDER}/DejaVuSansMono-Bold.ttf`,
  rest: `${FONT_FOLDER}/DejaVuSansCondensed.ttf`,
  strong: `${FONT_FOLDER}/DejaVuSansCondensed-Bold.ttf`,
};

/** Errors in the log that the outside world caused. Any other is our own bug. */
const NOT_OUR_FAULT = new Set([
  'the disk cannot be written',
  'the ledger refused',
  'this station cannot speak to its ledger',
]);

export async function createStation(options: StationOptions): Promise<TestStation> {
  const ledger = createFakeLedger({ policy: options.policy ?? POLICY, people: await people(), ...options });
  return stationAt(ledger, FAKE_ENROLMENT_TOKEN, options);
}

/** A station at a ledger that gave it this enrolment token. */
export async function stationAt<L extends LedgerEdge>(
  ledger: L,
  token: string,
  options: HostOptions,
): Promise<TestStation<L>> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-'));
  const clock = options.clock ?? createClock();
  const faults: string[] = [];
  const newId = options.chance?.id ?? randomUUID;
  const usual: Host = {
    now: clock.now,
    later: clock.later,
    newId,
    random: (options.chance ?? createChance('salts')).bytes,
    dataFolder: folder,
    twinPath: null,
    freeBytes: () => null,
    reserveBytes: 0,
    twinWorker: 'main/twin/twinWorker.ts',
    checkWorker: null,
    makePdf: async (document, madeAt) => (await import('#printing/documentPdf')).documentPdf(document, FONTS, madeAt),
    ledgerUrl: null,
    printerAddress: null,
    trainingPins: options.training ? PINS : null,
    fetch: ledger.fetch,
    secrets: remembered(fileSecrets(folder, null)),
    log: {
      info: () => {},
      error: (what, facts) => {
        if (!NOT_OUR_FAULT.has(what)) faults.push(`${what} ${JSON.stringify(facts ?? {})}`);
      },
    },
  };
  const host: Host = { ...usual, ...options.host?.(usual) };
  const station: TestStation<L> = {
    app: createApp(host),
    host,
    clock,
    ledger,
    folder,
    look: undefined as never,
    faults,
    caller: () => callerAt(station.app.connect(), newId),
    async signedIn(person) {
      const caller = station.caller();
      await caller.ask('signIn', { person, pin: PINS.get(person) ?? '' });
      return caller;
    },
    async quiet() {
      for (const begun = Date.now(); Date.now() < begun + 30_000; ) {
        await new Promise((resolve) => setImmediate(resolve));
        if (ledger.underWay === 0 && (clock.pending() > 0 || ledger.hanging > 0)) return;
      }
      throw new Error('the talk with the ledger never paused');
    },
    async wait(seconds) {
      for (let passed = 0; passed < seconds; passed++) {
        clock.advance(1_000);
        await station.quiet();
      }
    },
    async settled() {
      const caller = station.caller();
      for (let tries = 0; tries < 120; tries++) {
        await station.quiet();
        const { sync, state } = await caller.ask('station', {});
        if (sync.unsent === 0 && sync.state === 'online' && state === 'ready') return;
        clock.advance(1_000);
      }
      throw new Error('the station did not settle');
    },
    async lastSlip() {
      // What a drawer handed over its cashier sees alone, and its totals an auditor.
      const callers = [await station.signedIn('s.park'), await station.signedIn('m.ortiz')];
      for (let tries = 0; tries < 500; tries++) {
        if ((await callers[0]?.ask('station', {}))?.printer.waiting === 0) break;
        if (tries === 499) throw new Error('the spool did not settle');
        await new Promise((resolve) => setImmediate(resolve));
      }
      const seen = await Promise.all(callers.map(async (caller) => (await caller.ask('paper', {})).slips));
      return (
        seen
          .flat()
          .sort((left, right) => right.job - left.job)[0]
          ?.rows.join('\n') ?? ''
      );
    },
    async restart() {
      await station.app.close();
      station.app = createApp(host);
    },
    async close() {
      try {
        assertInvariants(station.look);
        assertRebuilt(station.look);
        expect(faults).toEqual([]);
      } finally {
        await station.app.close();
        station.look.$client.close();
        rmSync(folder, { recursive: true });
      }
    },
  };
  station.look = openStation(join(folder, 'station.db'));
  await station.caller().ask('enrolStation', { ledger: 'https://ledger.invalid', token });
  await station.settled();
  return station;
}

/** Secrets in their file, and beside it in memory: a read of the file would be a pause that no clock of a test knows. */
function remembered(file: SecretStore): SecretStore {
  const known = new Map<string, string | null>();
  return {
    kind: file.kind,
    read: async (name) => (known.has(name) ? (known.get(name) ?? null) : file.read(name)),
    async keep(name, secret) {
      await file.keep(name, secret);
      known.set(name, secret);
    },
  };
}

function callerAt(door: Door, newId: () => string): Caller {
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = (await door.call(name, input)) as Answer<Output<N>>;
    if (!answer.ok) throw new Error(`${name}: ${'refusal' in answer ? answer.refusal.code : answer.failure}`);
    return answer.value;
  };
  return {
    door,
    ask,
    tell: (name, input) => ask(name, { commandId: newId(), ...input } as unknown as Input<typeof name>),
    async refused(name, input) {
      const answer = await door.call(name, input);
      if (answer.ok || !('refusal' in answer)) throw new Error(`${name} was not refused: ${JSON.stringify(answer)}`);
      expect(answer.refusal.sentence).toMatch(/^\p{Lu}.*\.$/u);
      return answer.refusal.code;
    },
  };
}
