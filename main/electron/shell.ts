import { join } from 'node:path';
import { app, type BrowserWindow, dialog, safeStorage } from 'electron';
import { createApp } from '#main/app';
import type { Seal } from '#main/secrets';
import { type Hold, takeHold } from '#main/start/hold';
import { officeSteps, writeTrainingSample } from '#main/start/office';
import { type StartOptions, startOptions } from '#main/start/options';
import { type Plan, planStart } from '#main/start/plan';
import { type Running, runStation } from '#main/start/run';
import { troubleInWords } from '#main/trouble';
import { nodeHost } from '#main/web/host';
import { startLedgerChild } from './ledgerChild.ts';
import { declareScheme, servePage } from './pageProtocol.ts';
import { relay } from './relay.ts';
import { closeOff, createWindow, showPage } from './window.ts';

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/**
 * The station in a window of its own. The shell decides nothing: it holds the data folder, shows the page and relays
 * between the page and its door.
 * @param built folder of what was built
 * @param flags as of `npm start`
 */
export async function startShell(built: string, flags: readonly string[]): Promise<void> {
  const options = startOptions(flags);
  if ('wrong' in options) return giveUp(options.wrong);
  const plan = planStart(options, process.env);
  if ('wrong' in plan) return giveUp(plan.wrong);
  // Electron's own single instance goes by this folder, so each data folder has one.
  app.setPath('userData', join(plan.folder, 'electron'));
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  declareScheme();
  await app.whenReady();
  const hold = takeHold(plan.folder);
  if (!hold) return giveUp(`${plan.folder} is in use by another station. End that one, or give --data another folder.`);
  hold.announce({ origin: null, secret: '' });
  await open(built, options, plan, hold);
}

async function open(built: string, options: StartOptions, plan: Plan, hold: Hold): Promise<void> {
  closeOff();
  servePage(join(built, 'page'));
  const running = await runStation(options, plan, {
    host: (choices) => nodeHost(choices, sealOfThisMachine()),
    createApp,
    built,
    startLedger: (flags) => startLedgerChild(join(built, 'ledger.js'), flags, say),
    office: officeSteps,
    writeSample: writeTrainingSample,
    say,
  });
  const window = createWindow(join(built, 'electron', 'preload.cjs'));
  relay(running.connect(), window.webContents);
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuitting(running, hold);
  await showPage(window);
}

/** The machine's own keychain seals secrets; where it has none, they lie as on a plain Node host. */
function sealOfThisMachine(): Seal | null {
  const hasNone = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (hasNone || !safeStorage.isEncryptionAvailable()) return null;
  return {
    seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Quitting waits until the station has closed its books. */
function closeBeforeQuitting(running: Running, hold: Hold): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    running
      .close()
      .catch((error: unknown) => say(`The station did not end cleanly. ${troubleInWords(error)}`))
      .finally(() => {
        hold.release();
        app.exit(0);
      });
  });
}

function giveUp(sentence: string): void {
  say(sentence);
  dialog.showErrorBox('Counterfoil', sentence);
  app.exit(1);
}
