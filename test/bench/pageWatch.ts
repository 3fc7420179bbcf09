import type { Page } from 'playwright-core';

/* What a bench sees within the page: moments from a key's own time stamp to the frame that was painted after it. */

/** What is put into the page before its own scripts. */
type Watch = {
  /** Of the last key that was pressed. */
  pressedAt: number;
  /** The longest task so far that the browser calls long: over 50 ms. */
  longest: number;
  /** Account numbers that were answered, by the text that was searched. */
  answers: Map<string, string[]>;
  /** Milliseconds from the key to the first painted frame in which it is so. */
  painted(isSo: () => boolean): Promise<number>;
  waiting: Promise<number>;
};

declare global {
  interface Window {
    watch: Watch;
  }
}

/** Watches a page from its first script on. */
export function watchPage(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const ask = window.fetch;
    window.watch = {
      pressedAt: 0,
      longest: 0,
      answers: new Map(),
      waiting: Promise.resolve(0),
      painted: (isSo) =>
        new Promise((resolve) => {
          const look = () => {
            if (!isSo()) return void requestAnimationFrame(look);
            // A message that is posted within a frame comes when that frame is painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - window.watch.pressedAt);
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        }),
    };
    window.addEventListener('keydown', ({ timeStamp }) => (window.watch.pressedAt = timeStamp), true);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.watch.longest = Math.max(window.watch.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    window.fetch = async (input, init) => {
      const response = await ask(input, init);
      if (!String(input).endsWith('/call/findAccounts')) return response;
      const { text } = JSON.parse(String(init?.body)) as { text: string };
      // Read on the side: the page must not wait for who watches it.
      const told = response.clone().json() as Promise<{ value?: { hits: { accountNumber: string }[] } }>;
      void told.then(({ value }) => {
        window.watch.answers.set(text, value?.hits.map(({ accountNumber }) => accountNumber) ?? []);
      });
      return response;
    };
  });
}

/** Presses a key. Answers the milliseconds until the hits of a text stand painted. */
export async function untilHits(page: Page, key: string, text: string): Promise<number> {
  await page.evaluate((wanted) => {
    window.watch.waiting = window.watch.painted(() => {
      const hits = window.watch.answers.get(wanted);
      const shown = document.getElementById('hits')?.textContent;
      return hits !== undefined && shown !== undefined && hits.every((number) => shown?.includes(number));
    });
  }, text.trim());
  return pressed(page, key);
}

/** Rows that the bare page writes for each key: as many as are in sight at 1280 × 800. */
const BARE_ROWS = 20;

/**
 * The least that the browser itself needs on this machine: a bare page that writes as many rows for each key, without a
 * station or anything else. Milliseconds of so many keys.
 */
export async function bareKeys(page: Page, keys: number, restMs: number): Promise<number[]> {
  await page.goto('data:text/html,<input autofocus><table id="hits"></table>');
  await page.focus('input');
  await page.evaluate((rows) => {
    document.querySelector('input')?.addEventListener('input', ({ target }) => {
      const { value } = target as HTMLInputElement;
      const cells = `<td>${value}</td>`.repeat(5);
      for (const table of document.querySelectorAll('#hits')) table.innerHTML = `<tr>${cells}</tr>`.repeat(rows);
    });
  }, BARE_ROWS);
  const took: number[] = [];
  for (let typed = 1; typed <= keys; typed++) {
    await page.evaluate((length) => {
      const first = () => document.querySelector('#hits td')?.textContent?.length;
      window.watch.waiting = window.watch.painted(() => first() === length);
    }, typed);
    took.push(await pressed(page, 'a'));
    await page.waitForTimeout(restMs);
  }
  return took;
}

/** Presses a key. Answers the milliseconds until the change of a payment stands painted. */
export async function untilChange(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    window.watch.waiting = window.watch.painted(() => document.querySelector('.loud[role="status"]') !== null);
  });
  return pressed(page, key);
}

async function pressed(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  return page.evaluate(() => window.watch.waiting);
}

export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => window.watch.longest);
}

/** Forgets the long tasks before: those of the page's own start, say. */
export function forgetTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.watch.longest = 0;
  });
}
