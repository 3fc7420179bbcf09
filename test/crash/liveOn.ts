import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type App, createApp } from '#main/app';
import type { Host } from '#main/host';
import { fileSecrets } from '#main/secrets';
import { ASK_STATUS } from '#printing/printers/printerStatus';
import { type People, peopleAt } from './everyTurn.ts';
import type { LifePlan, Said } from './stationAtWork.ts';
import { watchRows, watchSteps } from './watchSteps.ts';

/** How long a station may take to print and send what it has (ms). */
const REST_MS = 60_000;
/** … and one whose disk may have failed for good. */
const REST_OF_HARDY_MS = 2_000;

/**
 * Lives one life at a station: starts it, asks again what earlier lives told, tells commands, and rests.
 * @param atStep told of each step
 * @param count whether steps count from here on
 */
export async function liveOn(
  plan: LifePlan,
  say: (said: Said) => void,
  atStep: (step: string) => void,
  count: (counts: boolean) => void,
): Promise<void> {
  const caused = printsAreCaused(plan, say);
  watchSteps(plan.folder, atStep, caused);
  const now = () => Date.now() + plan.clockAhead;
  const app = started(plan, now, say);
  watchRows(atStep);
  say({ says: 'at work' });
  if (plan.diesInStart) return app.close();
  const people = peopleAt(
    app.connect,
    {
      meant: (about) => say({ says: 'meant', about }),
      answered(commandId, answer) {
        atStep('answered');
        say({ says: 'answered', commandId, answer });
        atStep('told');
      },
    },
    now,
  );
  for (const { person, name, input } of plan.again) {
    const { door } = await people.at(person);
    say({ says: 'again', commandId: input.commandId, answer: await door.call(name, input) });
  }
  if (plan.isHardy) return liveHardily(plan, people, app, say);
  for (const [place, name] of plan.commands.entries()) {
    await sleep(plan.pauseMs);
    const { tell } = await people.prepare(name);
    if (plan.isListing) say({ says: 'telling', name });
    if (plan.isListing || place === plan.commands.length - 1) count(true);
    await tell();
    if (!plan.isListing) continue;
    await rested(people, plan);
    count(false);
  }
  await rested(people, plan);
  say({ says: 'at rest' });
  await app.close();
}

/** On a disk that fails a command may be refused: the next one is told all the same, and the last says whether it works. */
async function liveHardily(plan: LifePlan, people: People, app: App, say: (said: Said) => void): Promise<void> {
  for (const name of plan.commands) {
    await sleep(plan.pauseMs);
    const works = await people
      .prepare(name)
      .then(({ tell }) => tell())
      .then(
        () => true,
        () => false,
      );
    say({ says: works ? 'it works' : 'it does not work' });
  }
  await rested(people, plan).catch(() => {});
  say({ says: 'at rest' });
  await app.close();
}

function started(plan: LifePlan, now: () => number, say: (said: Said) => void) {
  try {
    return createApp(hostOf(plan, now));
  } catch (error) {
    say({ says: 'refused to start', why: error instanceof Error ? error.message : String(error) });
    return process.exit(0);
  }
}

/** The machine of a station at work: real files, a real printer and network where the plan has them. */
export function hostOf({ folder, printerPort, hasLedger }: LifePlan, now: () => number): Host {
  return {
    now,
    newId: () => randomUUID(),
    random: (bytes) => randomBytes(bytes),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    dataFolder: folder,
    twinPath: null,
    freeBytes: () => null,
    reserveBytes: 0,
    twinWorker: '',
    checkWorker: null,
    makePdf: () => Promise.reject(new Error('nobody asks for a PDF here')),
    ledgerUrl: null,
    printerAddress: printerPort === null ? null : `127.0.0.1:${printerPort}`,
    trainingPins: null,
    fetch: hasLedger ? fetch : () => Promise.reject(new TypeError('fetch failed')),
    secrets: fileSecrets(folder, null),
    log: { info: () => {}, error: (what, facts) => process.stderr.write(`${what} ${JSON.stringify(facts ?? {})}\n`) },
  };
}

/** A slip that is on the printer, and a job that opens the tray: another connection must see them before their bytes go. */
const ON_PRINTER = "SELECT count(*) FROM print_jobs JOIN entries USING (position) WHERE print_jobs.state = 'printing'";
const OPENS_TRAY =
  "SELECT count(*) FROM print_jobs JOIN entries USING (position) WHERE kick = 1 AND print_jobs.state <> 'printed'";
/** ESC p and DLE DC4: the pulses that open a tray. */
const PULSES = ['1b70', '1014'];

function printsAreCaused({ folder, printerPort }: LifePlan, say: (said: Said) => void) {
  let onlooker: Database.Database | null = null;
  return (port: number, said: unknown): void => {
    const bytes = Buffer.from(said as Uint8Array);
    if (port !== printerPort || Buffer.from(ASK_STATUS).equals(bytes)) return;
    onlooker ??= new Database(join(folder, 'station.db'), { readonly: true });
    const isThere = (cause: string) => Number(onlooker?.prepare(cause).pluck().get()) > 0;
    if (!isThere(ON_PRINTER)) say({ says: 'uncaused', what: 'a slip went to the printer that is not on disk' });
    if (PULSES.includes(bytes.toString('hex', 0, 2)) && !isThere(OPENS_TRAY))
      say({ says: 'uncaused', what: 'the tray was opened by nothing that is on disk' });
  };
}

/** At rest nothing is on its way to paper. A slip in doubt waits for a person, who does not come here. */
async function rested(people: People, { folder, drains, isHardy }: LifePlan): Promise<void> {
  const onlooker = new Database(join(folder, 'station.db'), { readonly: true });
  const underWay = onlooker
    .prepare("SELECT count(*) FROM print_jobs WHERE state IN ('waiting', 'printing', 'failed')")
    .pluck();
  const { ask } = await people.at('m.ortiz');
  try {
    // Not by the clock, which may be one that jumps.
    const until = performance.now() + (isHardy ? REST_OF_HARDY_MS : REST_MS);
    for (; performance.now() < until; await sleep(5)) {
      const { sync } = await ask('station', {});
      if (underWay.get() === 0 && (!drains || (sync.unsent === 0 && sync.state === 'online'))) return;
    }
  } finally {
    onlooker.close();
  }
  throw new Error('the station did not come to rest');
}
