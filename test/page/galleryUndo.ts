import { card, cash, countAndClose, onAccount } from '#test/support/undoing';
import { enter, keys, type Sitting, type } from './galleryHands.ts';

const A_MOMENT = 300;
const OKAFOR = '40-12155-01';
const KEVIN = '40-11540-02';
const CASTELLANOS = '40-11219-03';

/** What undoes a receipt: corrections, a refund, a reprint that needs a yes, and a reversal once its drawer is closed. */
export async function undoing(sitting: Sitting) {
  const { station } = sitting;
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.ask('station', {});
  const own = drawer?.drawer ?? '';
  const take = (accountNumber: string, tender: ReturnType<typeof cash> | ReturnType<typeof card>) =>
    ortiz.tell('takePayment', { drawer: own, lines: [onAccount(accountNumber, tender.cents)], tenders: [tender] });
  const { label: byCard } = await take(OKAFOR, card(17_280));
  const { label: smallByCard } = await take(KEVIN, card(8_640, '1881'));
  const { label: inCash } = await take(CASTELLANOS, cash(8_640));
  await sitting.page.waitForTimeout(A_MOMENT);
  await correctedTender(sitting, inCash);
  await correctedLine(sitting, inCash);
  await refunded(sitting, 'undo-refund-beyond', byCard);
  await refunded(sitting, 'undo-refund-card-in-cash', smallByCard);
  await reprinted(sitting, inCash);
  await languages(sitting);
  await countAndClose(ortiz, own, { cash: { 2000: 14 }, checks: [], moneyOrders: [], cardTotalCents: 17_280 + 8_640 });
  await reversed(sitting, byCard);
}

/** A field by the place that the hand goes to. */
const field = ({ page }: Sitting, name: string) => page.locator(`[data-focus="${name}"]`);

async function find({ page }: Sitting, label: string) {
  await keys(page, 'Escape', 'F8');
  await page.waitForTimeout(A_MOMENT);
  await type(page, label);
  await page.waitForTimeout(A_MOMENT);
}

async function correctedTender(sitting: Sitting, label: string) {
  const { page, shoot } = sitting;
  await find(sitting, label);
  await shoot('undo-receipts');
  await keys(page, 'F2');
  await page.waitForTimeout(A_MOMENT);
  await field(sitting, 'what').selectOption({ index: 1 });
  await page.waitForTimeout(100);
  await shoot('undo-correct-tender-begun');
  await field(sitting, 'kind').selectOption('check');
  await field(sitting, 'checkNumber').fill('2204');
  await field(sitting, 'routing').fill('021000021');
  await field(sitting, 'bankAccount').fill('4455667');
  await field(sitting, 'reason').selectOption({ index: 1 });
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-correct-tender');
  await keys(page, 'Escape');
  await page.waitForTimeout(A_MOMENT);
}

async function correctedLine(sitting: Sitting, label: string) {
  const { page, shoot } = sitting;
  await find(sitting, label);
  await keys(page, 'F2');
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'Enter', 'Enter');
  await enter(page, '40-12611');
  await page.waitForTimeout(A_MOMENT);
  await field(sitting, 'reason').selectOption({ index: 1 });
  await field(sitting, 'words').fill('Meant for the house next door');
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-correct-line');
  await keys(page, 'Escape');
  await page.waitForTimeout(A_MOMENT);
}

async function refunded(sitting: Sitting, name: string, label: string) {
  const { page, shoot } = sitting;
  await find(sitting, label);
  await keys(page, 'F3');
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'F4');
  await field(sitting, 'means').selectOption('cash');
  await field(sitting, 'reason').selectOption({ index: 1 });
  await page.waitForTimeout(A_MOMENT);
  await shoot(name);
  await keys(page, 'Escape');
  await page.waitForTimeout(A_MOMENT);
}

async function reprinted(sitting: Sitting, label: string) {
  const { page, shoot } = sitting;
  await find(sitting, label);
  await keys(page, 'Control+p');
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-reprint');
  await keys(page, 'Escape', 'Escape');
  await page.waitForTimeout(A_MOMENT);
}

async function languages({ page, shoot }: Sitting) {
  await enter(page, '40-11219');
  await keys(page, 'Control+k');
  await type(page, 'slip language');
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-language');
  await keys(page, 'Escape', 'F1');
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-help');
  await keys(page, 'Escape', 'Escape');
  const ask = page.getByRole('button', { name: 'Empty it' });
  if (await ask.isVisible()) await ask.click();
  await page.waitForTimeout(A_MOMENT);
}

async function reversed(sitting: Sitting, label: string) {
  const { page, shoot } = sitting;
  await page.waitForTimeout(2 * A_MOMENT);
  await find(sitting, label);
  await shoot('undo-closed-drawer');
  await keys(page, 'F4');
  await page.waitForTimeout(A_MOMENT);
  await field(sitting, 'reason').selectOption({ index: 1 });
  await page.waitForTimeout(A_MOMENT);
  await shoot('undo-reverse');
  await keys(page, 'Escape', 'Escape');
}
