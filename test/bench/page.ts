import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import type { CallName, Input } from '#contract/contract';
import { chromiumOrThrow } from '../page/browser.ts';
import { handOn, until } from '../page/eyes.ts';
import { CASHIER, newId, PIN, removeFolder } from './benchStation.ts';
import { manyAccountsFolder } from './manyAccounts.ts';
import { type Measure, median, percentile, rounded } from './measures.ts';
import { ACCOUNTS } from './million.ts';
import { bareKeys, forgetTasks, longestTask, untilChange, untilHits, watchPage } from './pageWatch.ts';
import { accountsOwing } from './payments.ts';
import { startQuietLedger } from './quietLedger.ts';
import { searches } from './searches.ts';
import { build, invitingStation, ROOT } from './startedStation.ts';

/** Texts that are typed, letter by letter, and payments that are taken. */
const TEXTS = 45;
const LETTERS_MAX = 12;
const BARE_KEYS = 100;
const PAYMENTS = 40;
/** Between two keys; a scanner's come within 30 ms. */
const REST_MS = 60;
/** With a machine that is busy with something else. */
const PATIENCE_MS = 120_000;
/** A hand that has just pressed is not heard at once. */
const NEXT_MS = 450;

/**
 * From a key of the search to its hits on the screen, among 200,000 accounts: the 95th percentile. `bare` is that of a
 * bare page in the same browser that writes as many rows for each key and asks nobody.
 */
export async function pageFind(): Promise<Measure> {
  const { keys, bare } = await typed();
  const took = keys.map(({ ms }) => ms);
  const slowest = keys.reduce((worst, key) => (key.ms > worst.ms ? key : worst));
  return {
    measure: 'page_find',
    ours: rounded(percentile(took, 95)),
    limit: 50,
    unit: 'ms',
    p50: rounded(median(took)),
    bare: rounded(percentile(bare, 95)),
    bare_p50: rounded(median(bare)),
    keys: keys.length,
    slowest: rounded(slowest.ms),
    slowest_text: slowest.text,
  };
}

/** The longest task of the page while all that is typed; 0 where none is longer than the 50 ms that browsers call long. */
export async function pageTask(): Promise<Measure> {
  const { longest, keys } = await typed();
  return { measure: 'page_task', ours: rounded(longest), limit: 50, unit: 'ms', keys: keys.length };
}

/** From Ctrl+Enter to the change on the screen, with 200,000 accounts: the 95th percentile. */
export async function pageTake(): Promise<Measure> {
  const took = await atThePage(async (page, owing) => {
    const all: number[] = [];
    for (const accountNumber of owing.slice(0, PAYMENTS)) all.push(await takeCash(page, accountNumber));
    return all;
  });
  return {
    measure: 'page_take',
    ours: rounded(percentile(took, 95)),
    limit: 80,
    unit: 'ms',
    p50: rounded(median(took)),
    slowest: rounded(Math.max(...took)),
  };
}

/** What the browser must have before it shows the first screen: the page, its scripts and styles, compressed. */
export async function bundle(): Promise<Measure> {
  build();
  const page = join(ROOT, 'dist', 'page');
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  const sizes = [html, ...files.map((name) => readFileSync(join(page, name)))].map((text) => gzipSync(text).length);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { measure: 'bundle', ours: rounded(bytes / 1_024), limit: 250, unit: 'KB', files: sizes.length };
}

type Typed = { keys: { text: string; ms: number }[]; longest: number; bare: number[] };
let typing: Promise<Typed> | null = null;

/** Types searches of every kind, once for all that is measured of it. */
function typed(): Promise<Typed> {
  typing ??= atThePage(async (page) => {
    const keys: Typed['keys'] = [];
    await typeOne(page, 'nguyen');
    await forgetTasks(page);
    // What the keys of an American keyboard write.
    const texts = searches(ACCOUNTS, 2).filter(({ text }) => /^[ -~]+$/.test(text));
    for (const { text } of texts.slice(0, TEXTS)) keys.push(...(await typeOne(page, text)));
    const longest = await longestTask(page);
    const beside = await page
      .context()
      .browser()
      ?.newPage({ viewport: { width: 1280, height: 800 } });
    if (!beside) throw new Error('the browser went away');
    await watchPage(beside);
    return { keys, longest, bare: await bareKeys(beside, BARE_KEYS, REST_MS) };
  });
  return typing;
}

async function typeOne(page: Page, text: string): Promise<Typed['keys']> {
  const keys: Typed['keys'] = [];
  let sofar = '';
  for (const letter of text.slice(0, LETTERS_MAX)) {
    sofar += letter;
    // A blank asks nothing new.
    if (letter === ' ') await page.keyboard.press('Space');
    else keys.push({ text: sofar, ms: await untilHits(page, letter, sofar) });
    await sleep(REST_MS);
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await sleep(REST_MS);
  return keys;
}

/** Pays all that an account owes in cash, by keyboard. Answers how long the change took to show. */
async function takeCash(page: Page, accountNumber: string): Promise<number> {
  await hand(page, /^Add item/);
  await page.keyboard.type(accountNumber, { delay: REST_MS / 2 });
  await sleep(REST_MS);
  await page.keyboard.press('Enter');
  await hand(page, /^Cash/);
  await page.keyboard.press('Enter');
  await hand(page, /^Receipt .* and print/);
  const ms = await untilChange(page, 'Control+Enter');
  await hand(page, /^Next payer/);
  await sleep(NEXT_MS);
  await page.keyboard.press('Enter');
  return ms;
}

const hand = (page: Page, on: RegExp) =>
  until(async () => {
    const name = await handOn(page);
    return on.test(name) ? null : `the focus is on “${name}”, not on ${on}`;
  }, PATIENCE_MS);

/** A browser at a station of 200,000 accounts, with a drawer open, ready for the first key. */
async function atThePage<T>(work: (page: Page, owing: readonly string[]) => Promise<T>): Promise<T> {
  const executablePath = chromiumOrThrow();
  build();
  const folder = await manyAccountsFolder();
  const ledger = await startQuietLedger();
  const station = await invitingStation(ledger.url, folder);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await watchPage(page);
    await page.goto(station.url);
    await openCounter(page);
    return await work(page, accountsOwing(join(folder, 'station.db'), PAYMENTS));
  } finally {
    await browser.close();
    await station.end();
    await ledger.close();
    removeFolder(folder);
  }
}

/** Signs in and opens a drawer through the page's own session; the page then begins at the counter. */
async function openCounter(page: Page): Promise<void> {
  const call = async <N extends CallName>(name: N, data: Input<N>) => {
    const answer = await (await page.request.post(new URL(`/call/${name}`, page.url()).href, { data })).json();
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  await call('signIn', { person: CASHIER, pin: PIN });
  const { today } = await call('station', {});
  await call('openDrawer', { commandId: newId(), businessDay: today, float: { '2000': 10 } });
  await page.reload();
  await hand(page, /^Add item/);
}
