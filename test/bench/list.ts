import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { REPORT_TITLES } from '#domain/report';
import { chromiumOrThrow } from '../page/browser.ts';
import { servePage } from '../page/pageServer.ts';
import { counterAccounts } from '../support/counterAccounts.ts';
import { PINS } from '../support/quarryBay.ts';
import { reportsOffice } from '../support/reportsOffice.ts';
import { createStation } from '../support/station.ts';
import { removeFolder } from './benchStation.ts';
import { type Measure, median, percentile, rounded } from './measures.ts';
import { build, ROOT } from './startedStation.ts';

const ROWS = 100_000;
/** As a wheel turns: three rows with each frame. */
const WHEEL = { frames: 600, by: 99 };
/** As a bar is pulled: with each frame all rows in sight are others. */
const PULLED = { frames: 300, by: 8_250 };
/** A browser draws sixty frames a second; beyond this one of them did not come. */
const LONG_MS = 25;
/** With a machine that is busy with something else. */
const PATIENCE_MS = 300_000;

/**
 * The median from one frame to the next while a report of 100,000 rows is scrolled, of which every page has come.
 * `long` is the percentage of frames for which another one was left out.
 */
export async function list(): Promise<Measure> {
  const { wheel, pulled } = await atTheReport(async (page) => {
    await page.evaluate(() => document.querySelector('.report-room')?.scrollTo({ top: 0 }));
    return { wheel: await framesOf(page, WHEEL), pulled: await framesOf(page, PULLED) };
  });
  return {
    measure: 'list_100k',
    ours: rounded(median(wheel)),
    limit: 16.7,
    unit: 'ms',
    p99: rounded(percentile(wheel, 99)),
    long: rounded(longIn(wheel)),
    pulled: rounded(median(pulled)),
    pulled_p99: rounded(percentile(pulled, 99)),
    pulled_long: rounded(longIn(pulled)),
    rows: ROWS,
  };
}

/** The percentage of frames that came too late. */
function longIn(frames: readonly number[]): number {
  return (100 * frames.filter((ms) => ms > LONG_MS).length) / frames.length;
}

/** Scrolls a little further with each frame. Answers the milliseconds between them. */
function framesOf(page: Page, { frames, by }: { frames: number; by: number }): Promise<number[]> {
  return page.evaluate(
    ([count, step]) =>
      new Promise<number[]>((resolve) => {
        const room = document.querySelector('.report-room');
        const took: number[] = [];
        let before: number | null = null;
        const frame = (at: number) => {
          if (before !== null) took.push(at - before);
          before = at;
          if (took.length >= count) return resolve(took);
          room?.scrollBy({ top: step });
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [frames, by] as const,
  );
}

/** An auditor before a report whose rows have all come, as she scrolled to the end of it. */
async function atTheReport<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = chromiumOrThrow();
  build();
  const station = await createStation({ accounts: counterAccounts(), host: reportsOffice(ROWS).line });
  // The link waits for the clock; it creeps until all is measured.
  const creep = setInterval(() => station.clock.advance(20), 20);
  const served = await servePage(join(ROOT, 'dist', 'page'), station.app.connect());
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(served.url);
    await openReport(page);
    return await work(page);
  } finally {
    clearInterval(creep);
    await browser.close();
    served.close();
    await station.app.close();
    removeFolder(station.folder);
  }
}

async function openReport(page: Page): Promise<void> {
  await page.getByRole('option', { name: /Park/ }).click();
  await page.keyboard.type(PINS.get('s.park') ?? '', { delay: 40 });
  await page.keyboard.press('Enter');
  await page.locator('[data-screen="day"]').waitFor();
  await page.keyboard.press('Shift+F4');
  await page.getByLabel('Report', { exact: true }).selectOption(REPORT_TITLES.receipts);
  await page.getByRole('grid', { name: new RegExp(REPORT_TITLES.receipts) }).waitFor();
  await page.waitForFunction(
    () => {
      document.querySelector('.report-room')?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
      return Number(document.querySelector('table.report')?.getAttribute('aria-rowcount')) > 0;
    },
    null,
    { polling: 50 },
  );
}
