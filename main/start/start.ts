import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createApp } from '#main/app';
import { tellDebug } from '#main/program';
import { troubleInWords } from '#main/trouble';
import { tryPort } from '#main/tryPort';
import { nodeHost } from '#main/web/host';
import { serve } from '#main/web/serve';
import { openInBrowser } from './browser.ts';
import { startChild } from './childProcess.ts';
import { electronBinary } from './electronBinary.ts';
import { claim, type Hold, wasHeld } from './hold.ts';
import { officeSteps, writeTrainingSample } from './office.ts';
import { type StartOptions, startOptions, unusedFlags } from './options.ts';
import { type Plan, planStart } from './plan.ts';
import { runStation, type Surroundings } from './run.ts';

/*
 * `npm start`: a station in Electron's window, or on the loopback address for a browser. Standard output carries one
 * JSON line, {"url": …}, when the page can be opened; everything said to people goes to standard error.
 */

const built = import.meta.dirname;
const machine = { platform: process.platform, env: process.env };
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const around: Surroundings = {
  host: nodeHost,
  createApp,
  built,
  startLedger: (flags) => startChild(join(built, 'ledger.js'), flags, (line) => process.stderr.write(`${line}\n`)),
  office: officeSteps,
  writeSample: writeTrainingSample,
  say,
};

async function start(flags: readonly string[]): Promise<void> {
  const options = startOptions(flags);
  if ('wrong' in options) return giveUp(options.wrong, 2);
  const plan = planStart(options, process.env);
  if ('wrong' in plan) return giveUp(plan.wrong, 2);
  try {
    await begin(options, plan, flags);
  } catch (error) {
    tellDebug(error);
    giveUp(troubleInWords(error, { place: plan.folder, said: { place: '--data', port: '--port' } }), 1);
  }
}

async function begin(options: StartOptions, plan: Plan, flags: readonly string[]): Promise<void> {
  if (!options.web) {
    const electron = await electronBinary(dirname(built), machine, say);
    if ('path' in electron) return inElectron(electron.path, flags);
    say(electron.missing);
  }
  // Where a station runs already the port may well be its own, and is not asked for a second time.
  const mayRun = wasHeld(plan.folder);
  if (!mayRun) await tryPort(options.port, '127.0.0.1');
  const claimed = await claim(plan.folder, fetch);
  if ('startAddress' in claimed) {
    const unused = unusedFlags(options);
    if (unused.length > 0)
      say(
        `The station that runs in ${plan.folder} goes on as it was started; ${unused.join(', ')} ${unused.length === 1 ? 'was' : 'were'} not used.`,
      );
    return show(claimed.startAddress, options, plan);
  }
  if ('taken' in claimed) return giveUp(`${plan.folder} ${TAKEN[claimed.taken]}`, 1);
  try {
    if (mayRun) await tryPort(options.port, '127.0.0.1');
    await serveStation(options, plan, claimed.hold);
  } catch (error) {
    claimed.hold.release();
    throw error;
  }
}

const TAKEN = {
  window: 'is in use by a station in a window of its own. Use that window, or give --data another folder.',
  silent:
    'is in use by a station that is just starting, or does not answer. Wait for its page, or end it first; or give --data another folder.',
};

async function serveStation(options: StartOptions, plan: Plan, hold: Hold): Promise<void> {
  const running = await runStation(options, plan, around);
  const { host, connect } = running;
  const controlSecret = Buffer.from(host.random(32)).toString('base64url');
  const port = options.port === 0 ? await freeOf(hold.leftPort) : options.port;
  const served = await serve({ host, connect, page: join(built, 'page'), port, controlSecret }).catch(
    async (error: unknown) => {
      await running.close();
      throw error;
    },
  );
  hold.announce({ origin: served.origin, secret: controlSecret });
  endOnSignal(async () => {
    await served.close();
    await running.close();
    hold.release();
  });
  show(served.startAddress(), options, plan);
}

/** A port if it is free; else 0, for any other. */
function freeOf(port: number): Promise<number> {
  return tryPort(port, '127.0.0.1').then(
    () => port,
    () => 0,
  );
}

function show(url: string, options: StartOptions, plan: Plan): void {
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  if (!options.open) return;
  const unopened = openInBrowser(url, plan.folder, machine);
  if (unopened !== null) say(unopened);
}

/** Ends cleanly at the first signal, at once at the second. */
function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        tellDebug(error);
        giveUp(`The station did not end cleanly. ${troubleInWords(error)}`, 1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function inElectron(program: string, flags: readonly string[]): void {
  const child = spawn(program, [join(built, 'electron', 'main.js'), ...flags], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    giveUp(`Electron could not be started. ${troubleInWords(error)} Or start with --web.`, 1),
  );
  child.on('exit', (code) => process.exit(code ?? 1));
}

function giveUp(sentence: string, code: number): never {
  say(sentence);
  process.exit(code);
}

void start(process.argv.slice(2));
