import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Door } from '#contract/answer';
import type { CallName, CommandName, Input, Output } from '#contract/contract';
import { storeAccount } from '#db/station/accounts';
import { enrolled } from '#db/station/identity';
import { openStation, type StationDb, writing } from '#db/station/open';
import { storePerson } from '#db/station/people';
import { storePolicy } from '#db/station/policy';
import { startSync, updateSync } from '#db/station/syncState';
import type { AccountDelta } from '#domain/account';
import { dayOf } from '#domain/businessDay';
import { ORDERED_ID_BYTES, orderedId } from '#domain/orderedId';
import { type App, createApp } from '#main/app';
import type { Host } from '#main/host';
import { sampleAccounts } from '#main/sample/accounts';
import { SAMPLE_DAY } from '#main/sample/writeSample';
import { fileSecrets } from '#main/secrets';
import { pdfMaker } from '#printing/pdfMaker';
import { PINS, POLICY, people } from '#test/support/quarryBay';

/** The cashier who takes all payments. */
export const CASHIER = 'm.ortiz';
export const PIN = PINS.get(CASHIER) ?? '';

/** A station in a folder on disk, run by the real app; only the ledger is made up. */
export type BenchStation = {
  app: App;
  folder: string;
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  tell<N extends CommandName>(name: N, input: Omit<Input<N>, 'commandId'>): Promise<Output<N>>;
  listen: Door['listen'];
  /** Waits until the slip has come out and, where the ledger answers, all is sent. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** An id as the page makes them for its forms. */
export function newId(now = Date.now()): string {
  return orderedId(now, randomBytes(ORDERED_ID_BYTES));
}

/** A fetch that fails at once: the network is gone. What a payment costs then is the honest worst case. */
export const noLedger: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

/** A new folder on the disk of temporary files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'counterfoil-bench-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Makes an enrolled station's database with so many accounts of the sample district. */
export async function makeDatabase(folder: string, accounts: number, ledgerUrl = 'http://127.0.0.1:9'): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const known = await people();
  const db = openStation(join(folder, 'station.db'));
  writing(db, (tx) => {
    enrolled(tx, {
      district: POLICY.district,
      series: 'B1',
      epoch: 1,
      training: false,
      ledgerUrl,
      stationToken: 'x'.repeat(40),
      enrolledAt: Date.now(),
    });
    startSync(tx, 1);
    storePolicy(tx, 1, POLICY);
    for (const person of known) storePerson(tx, person);
  });
  storeAccounts(db, accounts);
  updateSync(db, { accountsAsOf: Date.now(), lastContactAt: Date.now() });
  db.$client.close();
}

/** Keeps accounts of the sample as the feed does, in bigger parts. */
function storeAccounts(db: StationDb, count: number): void {
  const deltas = sampleDeltas(count);
  for (let isMore = true; isMore; ) {
    isMore = writing(db, (tx) => {
      for (let part = 0; part < 5_000; part++) {
        const next = deltas.next();
        if (next.done) return false;
        storeAccount(tx, next.value);
      }
      return true;
    });
  }
}

/** Accounts of the sample district as a ledger would send them. */
export function* sampleDeltas(count: number): Generator<AccountDelta> {
  let chargeId = 0;
  for (const { holder, charges } of sampleAccounts(count, 1, SAMPLE_DAY)) {
    yield {
      ...holder,
      charges: charges.map(({ kind, period, dueDay, cents, fund, bars }) => {
        chargeId += 1;
        return { chargeId, kind, period, dueDay, openCents: cents, fund, bars };
      }),
      unappliedCents: 0,
      payments: [],
      appliedThrough: { epoch: 0, sequence: 0 },
    };
  }
}

/** Runs the app on a folder with the cashier signed in. */
export async function startStation(folder: string, ledger: typeof fetch = noLedger): Promise<BenchStation> {
  const station = startApp(folder, ledger);
  await signIn(station);
  return station;
}

export async function signIn(station: BenchStation): Promise<void> {
  await station.ask('signIn', { person: CASHIER, pin: PIN });
}

/** Runs the app on a folder; nobody is signed in, and where there is nothing yet the station waits to be enrolled. */
export function startApp(folder: string, ledger: typeof fetch): BenchStation {
  mkdirSync(folder, { recursive: true });
  const app = createApp(hostOn(folder, ledger));
  const door = app.connect();
  const ask = asking(door);
  return {
    app,
    folder,
    ask,
    tell: (name, input) => ask(name, { commandId: newId(), ...input } as unknown as Input<typeof name>),
    listen: door.listen,
    async quiet() {
      for (;;) {
        const { printer, sync } = await ask('station', {});
        if (printer.waiting === 0 && (ledger === noLedger || sync.unsent === 0)) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: () => app.close(),
  };
}

function hostOn(folder: string, ledger: typeof fetch): Host {
  return {
    now: () => Date.now(),
    newId: randomUUID,
    random: (bytes) => randomBytes(bytes),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    dataFolder: folder,
    twinPath: null,
    freeBytes: () => null,
    reserveBytes: 0,
    twinWorker: join(ROOT, 'main', 'twin', 'twinWorker.ts'),
    checkWorker: join(ROOT, 'main', 'check', 'checkWorker.ts'),
    makePdf: pdfMaker(PDF_WORKER, {
      regular: font('SansMono'),
      bold: font('SansMono-Bold'),
      rest: font('SansCondensed'),
      strong: font('SansCondensed-Bold'),
    }),
    ledgerUrl: null,
    printerAddress: null,
    trainingPins: null,
    fetch: ledger,
    secrets: fileSecrets(folder, null),
    log: { info: () => {}, error: (what, facts) => console.error(what, facts) },
  };
}

const ROOT = join(import.meta.dirname, '..', '..');
const PDF_WORKER = join(ROOT, 'printing', 'pdfWorker.ts');

function font(name: string): string {
  return join(ROOT, 'node_modules', 'dejavu-fonts-ttf', 'ttf', `DejaVu${name}.ttf`);
}

/** The cashier's open drawer; opened with a usual float when there is none. */
export async function openDrawerOf({ ask }: Pick<BenchStation, 'ask'>): Promise<string> {
  const { drawer } = await ask('station', {});
  if (drawer?.state === 'open') return drawer.drawer;
  const businessDay = dayOf(Date.now(), POLICY.timeZone);
  const opening = { commandId: newId(), businessDay, float: { '2000': 5, '1000': 10 } };
  return (await ask('openDrawer', opening)).drawer;
}

function asking(door: Door): BenchStation['ask'] {
  return async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = (await door.call(name, input)) as Answer<Output<N>>;
    if (!answer.ok) throw new Error(`${name}: ${'refusal' in answer ? answer.refusal.sentence : answer.failure}`);
    return answer.value;
  };
}
