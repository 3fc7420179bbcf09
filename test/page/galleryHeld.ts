import { heldOffice } from '#test/support/heldOffice';
import { keys, type Sitting, type } from './galleryHands.ts';

export const heldAtOffice = heldOffice();

/** What stations sent and no journal took, as a supervisor sees it and decides. */
export async function held({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(400);
  await keys(page, 'Control+k');
  await type(page, 'Held entries');
  await keys(page, 'Enter');
  await page.waitForTimeout(700);
  await shoot('held');
  await keys(page, 'ArrowDown', 'Control+Enter');
  await type(page, 'W3 was replaced before it had sent all');
  await rest();
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await shoot('held-reason');
  await page.getByLabel('Held entries, by station').focus();
  await keys(page, ...Array<string>(3).fill('ArrowDown'));
  await rest();
  await shoot('held-dismiss');
  await keys(page, ...Array<string>(4).fill('ArrowDown'));
  await rest();
  await shoot('held-parked');
  heldAtOffice.isAway = true;
  await keys(page, 'ArrowUp');
  await page.waitForTimeout(700);
  await shoot('held-offline');
  heldAtOffice.isAway = false;
}
