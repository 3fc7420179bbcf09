import { dayOffice, MONDAY } from '#test/support/dayOffice';
import { keys, type Sitting } from './galleryHands.ts';

/** A Monday evening's day. */
export const dayOfMonday = dayOffice(MONDAY);

export async function theDay({ page, station, shoot }: Sitting) {
  station.clock.advance(578 * 60_000);
  await keys(page, 'Shift+F1');
  await page.waitForTimeout(600);
  await keys(page, 'ArrowDown');
  await page.waitForTimeout(200);
  await shoot('day');
  dayOfMonday.day = { ...MONDAY, drawers: [], waiting: [], deposits: [], hours: [], lateThisMonth: 0 };
  dayOfMonday.day.totals = { receipts: 0, taken: [], takenCents: 0 };
  await keys(page, 'Escape', 'Shift+F1');
  await page.waitForTimeout(400);
  await shoot('day-empty');
  dayOfMonday.day = MONDAY;
}
