import type { Page } from 'playwright-core';
import type { TestStation } from '#test/support/station';

/** A page at a station, and how to look at it. */
export type Sitting = { page: Page; station: TestStation; shoot(name: string): Promise<void> };

/** Types as a hand does, slower than any scanner. */
export async function type(page: Page, text: string) {
  await page.keyboard.type(text, { delay: 35 });
}

/** Presses keys one after the other. */
export async function keys(page: Page, ...pressed: string[]) {
  for (const key of pressed) {
    await page.keyboard.press(key);
    await page.waitForTimeout(40);
  }
}

/** Types into each field in turn and accepts it. */
export async function enter(page: Page, ...texts: string[]) {
  for (const text of texts) {
    await type(page, text);
    await page.waitForTimeout(150);
    await keys(page, 'Enter');
  }
}
