import { ledgerOutOffice } from '#test/support/ledgerOutOffice';
import { keys, type Sitting, type } from './galleryHands.ts';

export const outOffice = ledgerOutOffice();

/** Days that close and go out to finance, as a supervisor sees them; the last one while the ledger does not answer. */
export async function ledgerOut({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(400);
  await keys(page, 'Shift+F11');
  await rest();
  await shoot('ledger-out-open');
  await keys(page, 'Control+Enter');
  await type(page, 'The county is shut until Tuesday');
  await rest();
  await shoot('ledger-out-reason');
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('ledger-out-sure');
  await keys(page, 'Escape');
  await page.getByLabel('Stations').selectOption('W3');
  await rest();
  await shoot('ledger-out-station');
  await page.getByLabel('Business days, the newest first').focus();
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('ledger-out-closed');
  await keys(page, 'ArrowDown', 'Control+Enter');
  await rest();
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('ledger-out-lines');
  await keys(page, 'F3');
  await type(page, 'W3-000482');
  await keys(page, 'Enter');
  await rest();
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('ledger-out-traced');
  await keys(page, 'Escape');
  outOffice.isAway = true;
  await keys(page, 'PageDown');
  await rest();
  await shoot('ledger-out-offline');
  outOffice.isAway = false;
}
