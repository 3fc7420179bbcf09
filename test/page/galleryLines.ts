import { enter, keys, type Sitting, type } from './galleryHands.ts';

/** A receipt for every kind of line: item by item as it is typed, folded, recorded, looked up again. */
export async function linesOfEveryKind({ page, shoot }: Sitting) {
  await keys(page, 'Control+i');
  await page.waitForTimeout(100);
  await shoot('lines-items');
  await keys(page, 'Escape');
  await type(page, 'permit');
  await page.waitForTimeout(250);
  await shoot('lines-find-item');
  await keys(page, 'Enter');
  await enter(page, 'SS-2026-0412', 'lot #7');
  await shoot('lines-permit-wrong');
  await page.getByLabel('Parcel').fill('0418-22-0071');
  await keys(page, 'Enter');
  await enter(page, '118 Quarry Rd, behind the old boat shed at the creek', 'Ferndale Digging', 'New side sewer');
  await type(page, 'hale');
  await page.waitForTimeout(250);
  await shoot('lines-permit');
  await keys(page, 'Enter');
  await page.waitForTimeout(150);
  await keys(page, 'Control+i', '4');
  await type(page, '12');
  await shoot('lines-copies');
  await keys(page, 'Enter', 'Control+i', '6');
  await enter(page, 'Scrap pump', '');
  await type(page, 'fee');
  await page.waitForTimeout(150);
  await shoot('lines-misc');
  await keys(page, 'Enter');
  await enter(page, '40');
  await keys(page, '/');
  await type(page, 'xyzzy lane');
  await page.waitForTimeout(300);
  await shoot('lines-nothing-found');
  await keys(page, 'Control+u');
  await page.getByLabel('Name').fill('Tran, Linh');
  await keys(page, 'Enter');
  await enter(page, '7 Slate Ln, Quarry Bay', '0418-22-0017', '50');
  await keys(page, '/');
  await type(page, '40-12093');
  await page.waitForTimeout(250);
  await shoot('lines-plan');
  await keys(page, 'Enter');
  await page.waitForTimeout(200);
  await keys(page, 'Control+o', '2');
  await shoot('lines-naming');
  await keys(page, 'Enter', 'Enter', 'Enter');
  await shoot('lines-folded');
  await keys(page, 'Enter', 'Control+Enter');

  await page.waitForTimeout(700);
  await shoot('lines-done');
  await keys(page, 'Control+s');
  await page.waitForTimeout(200);
  await shoot('lines-paper');
  await keys(page, 'Escape', 'F8');
  await page.waitForTimeout(300);
  await shoot('lines-receipt');
  await keys(page, 'Delete');
  await page.waitForTimeout(300);
  await shoot('lines-void');
  await keys(page, 'Escape', 'Escape');
  // What has just come is not answered at once.
  await page.waitForTimeout(500);
  await keys(page, 'Enter');
  await page.waitForTimeout(500);
}
