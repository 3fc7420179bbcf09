import { PDF } from '#test/support/paidOut';
import { PINS } from '#test/support/quarryBay';
import { keys, type Sitting, type } from './galleryHands.ts';

const A_MOMENT = 300;

/** Cash of an open drawer that is no receipt, and a supervisor who looks into it. */
export async function cashBesideReceipts(sitting: Sitting) {
  const { page } = sitting;
  await dropped(sitting);
  await trayOpened(sitting);
  await paid(sitting, 'Paid-in', 'paidin');
  await paid(sitting, 'Paid-out', 'paidout');
  await swapped(sitting);
  await lookedInto(sitting);
  await page.waitForTimeout(A_MOMENT);
}

/** Opens what the list of everything has by that name. */
async function call({ page }: Sitting, name: string) {
  await keys(page, 'Control+k');
  await page.waitForTimeout(150);
  await type(page, name);
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
}

async function pieces({ page }: Sitting, ...counts: string[]) {
  for (const count of counts) {
    await type(page, count);
    await keys(page, 'Enter');
  }
}

async function agree({ page }: Sitting, person = 'i.solheim') {
  await page.getByLabel('Approves').selectOption(person);
  await page.getByLabel('PIN').fill(PINS.get(person) ?? '');
}

async function dropped(sitting: Sitting) {
  const { page, shoot } = sitting;
  await shoot('custody-due');
  await keys(page, 'F9');
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-drop-empty');
  await pieces(sitting, '2', '', '4');
  await shoot('custody-drop');
  await pieces(sitting, '900');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-drop-refused');
  await page.getByLabel('Loose pieces of 10.00').fill('');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(600);
  await shoot('custody-dropped');
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
}

async function trayOpened(sitting: Sitting) {
  const { page, shoot } = sitting;
  await call(sitting, 'No sale');
  await page.getByLabel('Reason').selectOption('make_change');
  await agree(sitting);
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-nosale');
  await keys(page, 'Escape');
  await page.waitForTimeout(A_MOMENT);
}

async function paid(sitting: Sitting, name: string, picture: string) {
  const { page, shoot } = sitting;
  await call(sitting, name);
  await pieces(sitting, '', '', '1', '', '2');
  await page.getByLabel('Place').selectOption('401/5358031');
  await page.getByLabel('Reason').fill('Stamps and two folders for the counter');
  const file = page.getByLabel('Scanned receipt');
  if (await file.count())
    await file.setInputFiles({ name: 'post-office.pdf', mimeType: 'application/pdf', buffer: PDF });
  await agree(sitting);
  await page.waitForTimeout(A_MOMENT);
  await shoot(`custody-${picture}`);
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot(`custody-${picture}-done`);
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
}

async function swapped(sitting: Sitting) {
  const { page, shoot } = sitting;
  await call(sitting, 'Change swap');
  await page.getByLabel('Pieces of 20.00 to the safe').fill('2');
  await page.getByLabel('Pieces of 5.00 from the safe').fill('7');
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-swap-unequal');
  await page.getByLabel('Pieces of 1.00 from the safe').fill('5');
  await agree(sitting);
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-swap');
  await keys(page, 'Escape');
  await page.waitForTimeout(A_MOMENT);
  await shoot('custody-ask');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.waitForTimeout(A_MOMENT);
}

async function lookedInto(sitting: Sitting) {
  const { page, shoot } = sitting;
  await keys(page, 'F12');
  await page.waitForTimeout(600);
  await page.getByRole('option', { name: 'Joseph Whitebear' }).click();
  await type(page, PINS.get('j.whitebear') ?? '');
  await keys(page, 'Enter');
  await page.waitForTimeout(600);
  await call(sitting, 'X report');
  await shoot('custody-x-ask');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('custody-x');
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
  await call(sitting, 'Surprise count');
  await pieces(sitting, '0');
  await page.getByLabel('Card').fill('0');
  await shoot('custody-check');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('custody-checked');
}

/** A drawer that opens while one of yesterday is still open, with another float than was returned. */
export async function besideOthers({ page, shoot }: Sitting) {
  await page.getByLabel('Loose pieces of 20.00').fill('9');
  await page.waitForTimeout(A_MOMENT);
  await page.getByLabel('Reason').fill('Haddad went to hospital; her tray is locked in the safe');
  await page.getByLabel('PIN').fill(PINS.get('i.solheim') ?? '');
  await page.waitForTimeout(A_MOMENT);
  await shoot('open-left');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(600);
  await shoot('counter-differs');
}
