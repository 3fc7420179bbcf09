import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '#contract/answer';
import type { Host } from '#main/host';
import { tellDebug } from '#main/program';
import { pinnedFetch } from '#main/tls/pinnedFetch';
import { troubleInWords } from '#main/trouble';
import type { HostChoices } from '#main/web/host';
import type { PaperFonts } from '#printing/documentPdf';
import { pdfMaker } from '#printing/pdfMaker';
import type { Child } from './childProcess.ts';
import { freePort } from './freePort.ts';
import { trustOf } from './ledgerTrust.ts';
import type { StartOptions } from './options.ts';
import { ledgerFolder, type Plan, sampleFolder } from './plan.ts';
import { becomeTrainingStation, enrol, isWaiting, readPins, type SampleFiles, type TrainingSteps } from './training.ts';
import { placeOfTwin } from './twinPlace.ts';

/** The app, as far as a start needs it. */
export type RunningApp = { connect(): Door; close(): Promise<void> };

/** What a host brings so that a station can run in it. */
export type Surroundings = {
  host(choices: HostChoices): Host;
  createApp(host: Host): RunningApp;
  /** Folder of what was built: programs, page, fonts. */
  built: string;
  /** Starts the embedded ledger as a process of its own. */
  startLedger(flags: readonly string[]): Child;
  office: Pick<TrainingSteps, 'load' | 'enrolmentToken'>;
  writeSample(folder: string, now: number): Promise<SampleFiles>;
  /** Tells the person who started it one sentence. */
  say(sentence: string): void;
};

/** A station that runs. */
export type Running = {
  host: Host;
  connect(): Door;
  /** Resolves when the work behind the first screen is done: ledger, sample, enrolment. Never rejects. */
  settled: Promise<void>;
  close(): Promise<void>;
};

/**
 * Puts a station together and gives it back as soon as its first screen can be shown. The embedded ledger, the sample
 * district and the enrolment come behind it.
 */
export async function runStation(options: StartOptions, plan: Plan, around: Surroundings): Promise<Running> {
  const training = plan.kind === 'training' ? await prepareTraining(plan.folder) : null;
  const trust = trustOf(plan.folder, options.trust);
  const host = around.host({
    dataFolder: plan.folder,
    twinPath: placeOfTwin(plan.folder, options.twin),
    twinWorker: join(around.built, 'twinWorker.js'),
    checkWorker: join(around.built, 'checkWorker.js'),
    fetch: trust ? pinnedFetch(trust) : (input, init) => fetch(input, init),
    ledgerUrl: training?.ledgerUrl ?? options.ledgerUrl,
    printerAddress: options.printerAddress,
    trainingPins: training?.pins ?? null,
    makePdf: pdfMaker(join(around.built, 'pdfWorker.js'), fontsIn(join(around.built, 'fonts'))),
  });
  const app = around.createApp(host);
  const ending = new AbortController();
  const door = whileNotEnding(app.connect(), ending.signal);
  // Only now, so that it takes no time from the first screen.
  const ledger = training ? startLedger(plan.folder, training.port, around) : null;
  const readiness =
    training && ledger
      ? becomeTrainingStation(door, trainingSteps(plan.folder, ledger, host.now(), around), training.pins)
      : enrolAsAsked(door, options, around);
  const settled = readiness.catch((error: unknown) => {
    if (ending.signal.aborted) return;
    tellDebug(error);
    const words = troubleInWords(error, { place: plan.folder, said: { place: '--data' } });
    around.say(`The station runs, but it could not be made ready. ${words}`);
  });
  return {
    host,
    connect: () => app.connect(),
    settled,
    async close() {
      ending.abort();
      await app.close();
      await ledger?.stop();
    },
  };
}

function fontsIn(folder: string): PaperFonts {
  return {
    regular: join(folder, 'DejaVuSansMono.ttf'),
    bold: join(folder, 'DejaVuSansMono-Bold.ttf'),
    rest: join(folder, 'DejaVuSansCondensed.ttf'),
    strong: join(folder, 'DejaVuSansCondensed-Bold.ttf'),
  };
}

/** A door that is not used any more once the station is ending: what was not ready then is done at the next start. */
function whileNotEnding(door: Door, ending: AbortSignal): Door {
  return {
    ...door,
    call: async (name, input) => {
      ending.throwIfAborted();
      return door.call(name, input);
    },
  };
}

/** The ledger's port is chosen before it runs, so that the station knows its address without waiting for it. */
async function prepareTraining(
  folder: string,
): Promise<{ port: number; ledgerUrl: string; pins: Map<string, string> }> {
  mkdirSync(ledgerFolder(folder), { recursive: true, mode: 0o700 });
  const pins = new Map<string, string>();
  readPins(join(sampleFolder(folder), 'district.json'), pins);
  const port = await freePort();
  return { port, ledgerUrl: `http://127.0.0.1:${port}`, pins };
}

function startLedger(folder: string, port: number, around: Surroundings): Child {
  return around.startLedger(['--training', '--data', ledgerFolder(folder), '--port', String(port)]);
}

function trainingSteps(folder: string, ledger: Child, now: number, around: Surroundings): TrainingSteps {
  return {
    ledger: ledger.ready,
    adminToken: () => readFileSync(join(ledgerFolder(folder), 'admin-token'), 'utf8').trim(),
    writeSample: () => around.writeSample(sampleFolder(folder), now),
    ...around.office,
  };
}

async function enrolAsAsked(door: Door, options: StartOptions, around: Surroundings): Promise<void> {
  const { ledgerUrl, enrolToken } = options;
  if (ledgerUrl === null || enrolToken === null) return;
  if (await isWaiting(door)) await enrol(door, ledgerUrl, enrolToken);
  else around.say('This station is enrolled already, so the enrolment token was not used.');
}
