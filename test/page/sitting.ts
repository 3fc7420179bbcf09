import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Answer } from '#contract/answer';
import type { CallName, Input, Output } from '#contract/contract';
import { violations } from './axe.ts';
import { CHROMIUM, chromiumOrThrow } from './browser.ts';
import { handOn, loudest, sticksOut, unseenKeys, until } from './eyes.ts';

let isBroken = false;

/** One step of a journey. Without a browser it is left out, and named; after a step that failed there is nothing to try. */
export function step(name: string, run: () => Promise<void> | void): void {
  (CHROMIUM === null ? test.skip : test)(name, async () => {
    if (isBroken) throw new Error('a step before this one failed');
    isBroken = true;
    await run();
    isBroken = false;
  });
}

/** Width and height of the window. */
export type Size = readonly [number, number];
export const USUAL: Size = [1280, 800];
export const SMALL: Size = [1024, 768];
export const LARGE: Size = [1920, 1080];

/** One person at one page, with a keyboard and nothing else. */
export type Sitting = {
  page: Page;
  /** Types, and rests before the next key as no scanner does. */
  type(text: string): Promise<void>;
  /** Presses keys one after the other: `Enter`, `Control+Enter`, `F8`. */
  press(...keys: string[]): Promise<void>;
  /** Types into the field that has the focus, and accepts it. */
  enter(text: string): Promise<void>;
  /** Waits until the focus stands on the control of this name. */
  hand(on: string | RegExp): Promise<void>;
  /** Waits until the page says it. */
  sees(words: string | RegExp, patienceMs?: number): Promise<void>;
  /** All that the page says now. */
  words(): Promise<string>;
  /** The one loud number. */
  loud(): Promise<string>;
  /** Takes pictures of the screen in both themes, and lets axe look at it. */
  look(name: string, ...more: Size[]): Promise<void>;
  /** Calls through the page's own session, for what is too long to type. Throws a refusal. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** As {@link Sitting.call}, and answers a refusal too. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>>;
  /** What axe and the browser's console complained of. */
  troubles: string[];
  leave(): Promise<void>;
};

/** Opens a browser at a station's start address. Pictures go to a folder named after the journey, whose path is printed. */
export async function sitDown(url: string, name: string): Promise<Sitting> {
  const pictures = folderOf(name);
  if (TAKES_PICTURES) process.stdout.write(`pictures of this journey: ${pictures}\n`);
  const browser = await chromium.launch({ executablePath: chromiumOrThrow() });
  const [width, height] = USUAL;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles = hearTroubles(page);
  await page.goto(url);
  return {
    page,
    troubles,
    ...keysOf(page),
    ...eyesOf(page),
    ...doorOf(page),
    look: lookAt(page, pictures, troubles),
    leave,
  };

  async function leave() {
    await browser.close();
  }
}

function folderOf(name: string): string {
  const pictures = join(tmpdir(), 'counterfoil-journeys', name);
  mkdirSync(pictures, { recursive: true });
  return pictures;
}

/** Another window that the page has opened: it is only looked at. */
export function watchWindow(
  page: Page,
  name: string,
): Pick<Sitting, 'page' | 'troubles' | 'sees' | 'words' | 'loud' | 'look'> {
  const troubles = hearTroubles(page);
  const { sees, words, loud } = eyesOf(page);
  return { page, troubles, sees, words, loud, look: lookAt(page, folderOf(name), troubles) };
}

/** A refusal is an answer: the browser logs its status as a failure all the same. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

function hearTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error on the page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const isAnswer = REFUSED.test(message.text()) && new URL(message.location().url).pathname.startsWith('/call/');
    if (!isAnswer) troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  return troubles;
}

/** A scanner's Enter comes within 150 ms of its last letter, even on a busy machine. */
const REST_MS = 160;
const KEY_MS = 12;

function keysOf(page: Page): Pick<Sitting, 'type' | 'press' | 'enter'> {
  const type = async (text: string) => {
    await page.keyboard.type(text, { delay: KEY_MS / 4 });
    await page.waitForTimeout(REST_MS);
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(KEY_MS);
    }
  };
  return {
    type,
    press,
    async enter(text) {
      await type(text);
      await press('Enter');
    },
  };
}

function eyesOf(page: Page): Pick<Sitting, 'hand' | 'sees' | 'words' | 'loud'> {
  const words = () => page.locator('body').innerText();
  const fits = (text: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? text === wanted : wanted.test(text);
  return {
    words,
    loud: () => loudest(page),
    hand: (on) =>
      until(async () => {
        const name = await handOn(page);
        return fits(name, on) ? null : `the focus is on “${name}”, not on ${on}, and the page says:\n${await words()}`;
      }),
    sees: (wanted, patienceMs) =>
      until(async () => {
        const said = await words();
        const isThere = typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
        return isThere ? null : `the page does not say ${wanted}, but:\n${said}`;
      }, patienceMs),
  };
}

function doorOf(page: Page): Pick<Sitting, 'call' | 'ask'> {
  async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
    const response = await page.request.post(new URL(`/call/${name}`, page.url()).href, { data: input });
    return (await response.json()) as Answer<Output<N>>;
  }
  return {
    ask,
    async call(name, input) {
      const answer = await ask(name, input);
      if (answer.ok) return answer.value;
      throw new Error(`${name}: ${'refusal' in answer ? answer.refusal.sentence : answer.failure}`);
    },
  };
}

/** Where nobody looks at them, pictures cost a third of a journey's time; what sticks out and axe's word are asked for all the same. */
const TAKES_PICTURES = process.env.CI !== 'true';

function lookAt(page: Page, folder: string, troubles: string[]): Sitting['look'] {
  let screens = 0;
  return async (name, ...more) => {
    screens += 1;
    const shoot = async (colorScheme: string, [width, height]: Size) => {
      await page.setViewportSize({ width, height });
      // What only a wide screen has room for is asked for when there is room.
      if (width > USUAL[0]) await page.waitForLoadState('networkidle');
      const file = `${String(screens).padStart(2, '0')}-${name}-${colorScheme}-${width}.png`;
      if (TAKES_PICTURES) await page.screenshot({ path: join(folder, file) });
      else await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100))));
      troubles.push(...(await sticksOut(page)).map((text) => `${file}: “${text}” sticks out`));
      troubles.push(...(await unseenKeys(page)).map((text) => `${file}: the key “${text}” is out of sight`));
    };
    for (const size of [...more, USUAL]) await shoot('light', size);
    troubles.push(...(await violations(page, `${name}, light`)));
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot('dark', USUAL);
    // Of all that axe looks at, only colours change with the theme.
    troubles.push(...(await violations(page, `${name}, dark`, ['color-contrast'])));
    await page.emulateMedia({ colorScheme: 'light' });
  };
}
