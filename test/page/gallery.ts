import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Door } from '#contract/answer';
import type { Output } from '#contract/contract';
import { sentenceOf } from '#domain/refusal';
import type { Host } from '#main/host';
import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { createStation } from '#test/support/station';
import { countAndClose, goTo } from '#test/support/undoing';
import { violations } from './axe.ts';
import { chromiumOrThrow } from './browser.ts';
import { sticksOut, unseenKeys } from './eyes.ts';
import { atTheBatches, auditorAtBatches, office } from './galleryBatches.ts';
import { besideOthers, cashBesideReceipts } from './galleryCustody.ts';
import { dayOfMonday, theDay } from './galleryDay.ts';
import { atTheDeposits, byFund, office as depositOffice, fundsOffice, secondCount } from './galleryDeposits.ts';
import { keys, type Sitting, type } from './galleryHands.ts';
import { held, heldAtOffice } from './galleryHeld.ts';
import { ledgerOut, outOffice } from './galleryLedgerOut.ts';
import { linesOfEveryKind } from './galleryLines.ts';
import { aroundThePayment } from './galleryOptions.ts';
import { otherSlips } from './galleryOtherSlips.ts';
import { atTheReports, reportOffice } from './galleryReports.ts';
import { atTheSafe, lineToOffice } from './gallerySafe.ts';
import { disks, jam, keyless, stops, trouble } from './galleryStanding.ts';
import { undoing } from './galleryUndo.ts';
import { closeWithoutPaper } from './galleryUnprinted.ts';
import { servePage } from './pageServer.ts';

/*
 * Pictures of every screen, in both themes and several sizes, from the real handlers on a clock that stands still, and
 * what axe finds on each: node test/page/gallery.ts OUT [PAGE] [only,these,screens]
 */

const out = resolve(process.argv[2] ?? 'build/gallery');
const built = resolve(process.argv[3] ?? 'dist/page');
const only = process.argv[4]?.split(',');
const SIZES = [
  [1280, 800],
  [1024, 768],
  [1920, 1080],
  [640, 400],
] as const;
const MINUTE = 60_000;
/** The pictures of a whole day. */
const DAY = 'signin open counter find palette help ask done paper receipts void lines count close printer'.split(' ');

mkdirSync(out, { recursive: true });
const found: string[] = [];

/** A station as it would say it stands; nothing else is made up. */
function saying(door: Door, part: Partial<Output<'station'>>): Door {
  return {
    listen: door.listen,
    async call(name, input) {
      const answer = await door.call(name, input);
      return name === 'station' && answer.ok ? { ok: true, value: { ...(answer.value as object), ...part } } : answer;
    },
  };
}

type Ways = { training?: boolean; says?: Partial<Output<'station'>>; host?: (usual: Host) => Partial<Host> };

/** @param shows what its pictures' names begin with: where none of them is wanted, nobody sits down */
async function sit(browser: Browser, shows: readonly string[], ways: Ways, run: (sitting: Sitting) => Promise<void>) {
  if (only && !only.some((one) => shows.some((name) => one.startsWith(name) || name.startsWith(one)))) return;
  const { training = false, says = {}, host } = ways;
  const series = training ? { series: 'T1' } : {};
  const station = await createStation({ accounts: counterAccounts(), training, ...series, ...(host ? { host } : {}) });
  // The spool and the link wait for the clock; it creeps as long as pictures are taken.
  const creep = setInterval(() => station.clock.advance(20), 20);
  const served = await servePage(built, saying(station.app.connect(), says));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => found.push(`error on the page: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && found.push(`console: ${message.text()}`));
  await page.goto(served.url);
  try {
    await run({ page, station, shoot: (name) => shoot(page, name) });
  } finally {
    clearInterval(creep);
    await context.close();
    served.close();
    await station.app.close();
  }
}

async function shoot(page: Page, name: string) {
  if (only && !only.some((one) => name.startsWith(one))) return;
  await page.waitForTimeout(150);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(60);
      await page.screenshot({ path: join(out, `${name}-${colorScheme}-${width}.png`), fullPage: width < 900 });
      found.push(...(await sticksOut(page)).map((text) => `${name} ${width}: “${text}” sticks out`));
      found.push(...(await unseenKeys(page)).map((key) => `${name} ${width}: the key “${key}” is out of sight`));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    found.push(...(await violations(page, `${name} ${colorScheme}`)));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  process.stderr.write(`${name}\n`);
}

async function signIn(page: Page, name: string, person: string) {
  await page.getByRole('option', { name }).click();
  await type(page, PINS.get(person) ?? '');
  await keys(page, 'Enter');
  await page.waitForTimeout(400);
}

async function payCash(page: Page, account: string, cash: string) {
  await type(page, account);
  await page.waitForTimeout(120);
  await keys(page, 'Enter');
  await page.waitForTimeout(120);
  await type(page, cash);
  await keys(page, 'Enter', 'Control+Enter');
  await page.waitForTimeout(600);
}

async function openDrawer({ page, shoot }: Sitting) {
  for (const pieces of ['', '', '4', '6', '8', '15', '40', '50', '20', '35']) {
    await type(page, pieces);
    await keys(page, 'Enter');
  }
  await shoot('open');
  await page.getByLabel('Loose pieces of 20.00').fill('1.5');
  await keys(page, 'F5');
  await shoot('open-wrong');
  await page.getByLabel('Loose pieces of 20.00').fill('4');
  await page.getByLabel('Business day').selectOption('2026-11-24');
  await page.waitForTimeout(100);
  await shoot('open-other-day');
  await page.getByLabel('Business day').selectOption('2026-11-23');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(400);
}

async function morning({ page, station, shoot }: Sitting) {
  await shoot('counter-empty');
  for (const [account, cash] of [
    ['40-12502', '86.40'],
    ['40-11540', '100'],
    ['41-00418', '500'],
    ['40-12155', '200'],
  ] as const) {
    await payCash(page, account, cash);
    station.clock.advance(7 * MINUTE);
    await keys(page, 'Enter');
    await page.waitForTimeout(450);
  }
  station.ledger.line = 'down';
  station.clock.advance(20 * MINUTE);
  await payCash(page, '40-10304', '86.40');
  await keys(page, 'Enter');
  station.clock.advance(20 * MINUTE);
  await page.waitForTimeout(450);
}

async function payment({ page, shoot }: Sitting) {
  await type(page, 'nguy');
  await page.waitForTimeout(250);
  await shoot('find');
  await keys(page, 'Escape');
  for (const [name, words] of [
    ['find-flags', 'minh chau'],
    ['find-alike', 'jonson'],
    ['find-elsewhere', 'okonkwo'],
    ['find-none', 'zzzzz'],
  ] as const) {
    await type(page, words);
    await page.waitForTimeout(250);
    await shoot(name);
    await keys(page, 'Escape');
  }
  await type(page, 'hale');
  await page.waitForTimeout(150);
  await keys(page, 'Enter', '/');
  await type(page, 'иванова');
  await page.waitForTimeout(150);
  await keys(page, 'Enter', '/');
  await type(page, 'nguyễn minh');
  await page.waitForTimeout(150);
  await keys(page, 'Enter');
  await shoot('counter-lines');
  await keys(page, 'F3');
  await type(page, '400');
  await keys(page, 'Enter');
  await shoot('counter-check');
  await type(page, '1187');
  await keys(page, 'Enter');
  await type(page, '123456789');
  await shoot('counter-routing');
  await page.getByLabel('Routing').fill('021000021');
  await keys(page, 'Enter');
  await type(page, '4455667');
  await keys(page, 'Enter');
  await type(page, '20+20+20');
  await shoot('counter');
  await keys(page, 'Enter', 'Control+k');
  await shoot('palette');
  await keys(page, 'Escape', 'F1');
  await shoot('help');
  await keys(page, 'Escape', 'Escape');
  await shoot('ask');
  await keys(page, 'Escape');
  // The third account takes no checks.
  await page.getByLabel('PIN').fill(PINS.get('i.solheim') ?? '');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('done');
  await keys(page, 'Control+s');
  await shoot('paper');
  await keys(page, 'Escape');
}

async function voiding({ page, station, shoot }: Sitting) {
  await keys(page, 'F8');
  await page.waitForTimeout(300);
  await shoot('receipts');
  await keys(page, 'Delete');
  await page.waitForTimeout(200);
  await page.getByLabel('Slip').fill(/Journal head +(.+)/.exec(await station.lastSlip())?.[1] ?? '');
  await page.getByLabel('Reason').selectOption('wrong_account');
  await page.getByLabel('In words').fill('Permit belongs to parcel 0418-22-0017, payer will pay again');
  await page.getByLabel('PIN').fill('0000');
  await page.waitForTimeout(200);
  await shoot('void');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await shoot('void-refused');
  await page.getByLabel('Approves').selectOption('j.whitebear');
  await type(page, PINS.get('j.whitebear') ?? '');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('receipts-void');
  await keys(page, 'Escape');
  station.ledger.line = 'up';
  station.clock.advance(5 * MINUTE);
  await page.waitForTimeout(500);
}

async function card({ page, shoot }: Sitting) {
  await type(page, '41-00507');
  await page.waitForTimeout(150);
  await keys(page, 'Enter', 'F4', 'Enter');
  await keys(page, 'm', 'Enter');
  await type(page, '8841');
  await keys(page, 'Enter');
  await type(page, '02419Z');
  await shoot('counter-card');
  await keys(page, 'Enter', 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('done-card');
  await keys(page, 'Enter');
  await page.waitForTimeout(400);
  await type(page, 'castell');
  await page.waitForTimeout(150);
  await keys(page, 'Enter', 'F3', 'Enter');
  await type(page, '5120');
  await keys(page, 'Enter');
  await type(page, '021000021');
  await page.waitForTimeout(60);
  await keys(page, 'Enter');
  await type(page, '99887');
  await keys(page, 'Enter', 'Control+Enter');
  await page.waitForTimeout(700);
  await keys(page, 'Enter');
  await page.waitForTimeout(500);
}

async function close({ page, station, shoot }: Sitting) {
  station.clock.advance(300 * MINUTE);
  await keys(page, 'F10');
  await page.waitForTimeout(300);
  for (const pieces of ['3', '2', '13', '9', '9', '21', '40', '52', '23', '33']) {
    await type(page, pieces);
    await keys(page, 'Enter');
  }
  await type(page, '1046.8');
  await keys(page, 'Enter');
  await type(page, '5120');
  await keys(page, 'Enter');
  await type(page, '86.4');
  await keys(page, 'Enter');
  await type(page, '5120');
  await keys(page, 'Enter');
  await type(page, '86.4');
  await keys(page, 'Enter');
  await shoot('count-alike');
  await keys(page, 'Delete', 'Enter');
  await type(page, '84.60');
  await keys(page, 'Enter');
  await shoot('count');
  await keys(page, 'Delete');
  await type(page, '86.40');
  await keys(page, 'Enter');
  await shoot('count-ready');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await shoot('close');
  await page.getByLabel('Reason').fill('A ten was given twice at the morning rush');
  await shoot('close-reason');
  const pin = page.getByLabel('PIN');
  if (await pin.count()) await pin.fill(PINS.get('i.solheim') ?? '');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('closed');
  await keys(page, 'Control+k');
  await type(page, 'printer');
  await keys(page, 'Enter');
  await page.getByLabel('ESC/POS printer').check();
  await shoot('printer');
  await keys(page, 'Escape');
}

const browser = await chromium.launch({
  executablePath: chromiumOrThrow(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
try {
  const blank = { ledger: '', token: '', busy: false, refusal: null };
  await sit(
    browser,
    ['enrol'],
    { says: { state: 'waiting', people: [], enrolling: blank } },
    async ({ page, shoot }) => {
      await page.waitForTimeout(300);
      await shoot('enrol');
    },
  );
  const ledger = 'https://ledger.example.gov:7421';
  const sentence = sentenceOf('ledger_unreachable', { ledger });
  const tried = { ledger, token: `quarry-bay.${'x7Qr'.repeat(10)}`, busy: false };
  const failed = { ...tried, refusal: { code: 'ledger_unreachable', sentence } };
  await sit(
    browser,
    ['enrol-failed'],
    { says: { state: 'waiting', people: [], enrolling: failed } },
    async ({ page, shoot }) => {
      await page.waitForTimeout(300);
      await shoot('enrol-failed');
    },
  );
  await sit(browser, ['empty'], { says: { state: 'empty', people: [] } }, async ({ page, shoot }) => {
    await page.waitForTimeout(300);
    await shoot('empty');
  });
  await sit(browser, ['signin-training'], { training: true }, async ({ page, shoot }) => {
    await page.waitForTimeout(300);
    await shoot('signin-training');
    await keys(page, '3');
    await type(page, '99');
    await shoot('signin-training-pin');
  });
  await sit(browser, ['bands', 'signin-drawer'], { says: trouble }, async ({ page, shoot }) => {
    await signIn(page, 'Marisol Ortiz', 'm.ortiz');
    await keys(page, 'Control+Enter');
    await page.waitForTimeout(400);
    await shoot('bands');
    await type(page, 'hale');
    await page.waitForTimeout(200);
    await keys(page, 'Enter', 'F12');
    await page.waitForTimeout(400);
    await shoot('signin-drawer');
  });
  for (const [name, says] of [...stops, ...disks, ...keyless])
    await sit(browser, [name], { says }, async ({ page, shoot }) => {
      await page.waitForTimeout(300);
      await shoot(name);
    });
  await sit(browser, ['bands-jam'], { says: jam }, async ({ page, shoot }) => {
    await signIn(page, 'Marisol Ortiz', 'm.ortiz');
    await shoot('bands-jam');
  });
  await sit(
    browser,
    ['needs', 'slip', 'telephone', 'done-email', 'aside', 'counter-aside', 'turned-away', 'signin-parked', 'parked'],
    {},
    async (sitting) => {
      await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
      await keys(sitting.page, 'Control+Enter');
      await sitting.page.waitForTimeout(400);
      await aroundThePayment(sitting);
    },
  );
  await sit(browser, ['undo'], {}, async (sitting) => {
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await keys(sitting.page, 'Control+Enter');
    await sitting.page.waitForTimeout(400);
    await undoing(sitting);
  });
  await sit(browser, ['custody'], {}, async (sitting) => {
    const ortiz = await sitting.station.signedIn('m.ortiz');
    await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 50, 500: 40 } });
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await cashBesideReceipts(sitting);
  });
  await sit(browser, ['open-left', 'counter-differs'], {}, async (sitting) => {
    const [ortiz, haddad] = [await sitting.station.signedIn('m.ortiz'), await sitting.station.signedIn('l.haddad')];
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
    await countAndClose(ortiz, drawer, { cash: { 2000: 10 }, checks: [], moneyOrders: [], cardTotalCents: 0 });
    await haddad.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    await goTo(sitting.station, '2026-11-24');
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await besideOthers(sitting);
  });
  await sit(browser, ['other-slips'], {}, async (sitting) => {
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await otherSlips(sitting);
  });
  await sit(browser, ['compare-unprinted'], {}, async (sitting) => {
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await closeWithoutPaper(sitting);
  });
  await sit(browser, ['safe'], { host: lineToOffice }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await atTheSafe(sitting);
  });
  const floatWaiting = { handoff: 'L-F0007', issuedByName: 'Joseph Whitebear' };
  await sit(browser, ['safe-open'], { says: { floatWaiting } }, async ({ page, shoot }) => {
    await page.waitForTimeout(300);
    await signIn(page, 'Marisol Ortiz', 'm.ortiz');
    await shoot('safe-open');
  });
  await sit(browser, ['safe-auditor'], { host: lineToOffice }, async ({ page, shoot }) => {
    await page.waitForTimeout(300);
    await signIn(page, 'Soo-ah Park', 's.park');
    await keys(page, 'Shift+F9');
    await page.waitForTimeout(400);
    await shoot('safe-auditor-looks');
  });
  await sit(browser, ['day'], { host: dayOfMonday.line }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await theDay(sitting);
  });
  await sit(browser, ['ledger-out'], { host: outOffice.line }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await ledgerOut(sitting);
  });
  await sit(browser, ['held'], { host: heldAtOffice.line }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await held(sitting);
  });
  await sit(browser, ['batches'], { host: office.line }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Soo-ah Park', 's.park');
    await auditorAtBatches(sitting);
    await keys(sitting.page, 'F12');
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await atTheBatches(sitting);
  });
  await sit(browser, ['deposits'], { host: depositOffice.line }, async (sitting) => {
    sitting.station.clock.advance(580 * MINUTE);
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await atTheDeposits(sitting);
    await keys(sitting.page, 'F12');
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await secondCount(sitting);
  });
  await sit(browser, ['funds'], { host: fundsOffice.line }, async (sitting) => {
    sitting.station.clock.advance(580 * MINUTE);
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Joseph Whitebear', 'j.whitebear');
    await byFund(sitting);
  });
  await sit(browser, ['reports'], { host: reportOffice.line }, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await signIn(sitting.page, 'Soo-ah Park', 's.park');
    await atTheReports(sitting);
  });
  await sit(browser, DAY, {}, async (sitting) => {
    await sitting.page.waitForTimeout(300);
    await sitting.shoot('signin');
    await signIn(sitting.page, 'Marisol Ortiz', 'm.ortiz');
    await openDrawer(sitting);
    await morning(sitting);
    await payment(sitting);
    await voiding(sitting);
    await card(sitting);
    await linesOfEveryKind(sitting);
    await close(sitting);
  });
} finally {
  await browser.close();
}
process.stderr.write(found.length > 0 ? `${found.join('\n')}\n` : 'nothing found\n');
process.exitCode = found.length > 0 ? 1 : 0;
