import { reportsOffice } from '#test/support/reportsOffice';
import { keys, type Sitting } from './galleryHands.ts';

export const reportOffice = reportsOffice();

/** Reports as an auditor reads them: one that is short, those with a plot, a long one with a gap, none at all, own days. */
export async function atTheReports({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(700);
  const choose = async (report: string) => {
    await page.getByLabel('Report', { exact: true }).selectOption(report);
    await rest();
  };
  await keys(page, 'Shift+F4');
  await rest();
  await shoot('reports');
  await choose('hours');
  await shoot('reports-hours');
  await choose('tenders');
  await shoot('reports-tenders');
  await choose('over_short');
  await shoot('reports-over-short');
  await choose('deposits');
  await shoot('reports-deposits');
  await page.locator('[data-focus="rows"]').focus();
  await keys(page, ...Array<string>(9).fill('ArrowRight'));
  await shoot('reports-deposits-aside');
  await choose('late_deposits');
  await shoot('reports-late');
  await choose('receipts');
  await page.locator('[data-focus="rows"]').focus();
  await keys(page, 'ArrowDown', 'ArrowDown');
  await rest();
  await shoot('reports-receipts');
  await keys(page, 'End');
  await rest();
  await shoot('reports-receipts-end');
  await page.getByLabel('Days', { exact: true }).selectOption('own');
  await rest();
  await shoot('reports-own-days');
  await choose('suspense');
  await shoot('reports-none');
  reportOffice.isAway = true;
  await choose('cashiers');
  await shoot('reports-offline');
  reportOffice.isAway = false;
}
