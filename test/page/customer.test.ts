import type { Page, Route } from 'playwright-core';
import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { addAccount, nextPayer, openDrawer, signIn } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { type Sitting, type Size, step, watchWindow } from './sitting.ts';

/* The cashier's page and the payer's display beside it, and the sheet of keys: the built page, a real station. */

jest.setTimeout(300_000);

const WIDE: Size = [1920, 1080];
const LOW: Size = [1024, 600];

let me: Sitting;
let payer: ReturnType<typeof watchWindow>;
sitAtStation('customer', counterAccounts, (seated) => {
  me = seated;
});

/** Does by its name what has no key. */
async function call(name: string): Promise<void> {
  await me.press('Control+k');
  await me.hand('Do what?');
  await me.type(name);
  await me.press('Enter');
}

/** Keeps the station's answer to the payment back until it is let go. */
async function heldBack(page: Page): Promise<() => Promise<void>> {
  let held: Route | undefined;
  await page.route('**/call/takePayment', (route) => {
    held = route;
  });
  return async () => {
    await held?.continue();
    await page.unroute('**/call/takePayment');
  };
}

step('the payer’s display opens from the palette, and says first that nobody is served', async () => {
  await signIn(me, 'Marisol Ortiz', PINS.get('m.ortiz') ?? '');
  await me.sees('count the float you were given');
  const opened = me.page.waitForEvent('popup');
  await call('customer display');
  payer = watchWindow(await opened, 'customer');
  await payer.sees('This counter is closed');
  await openDrawer(me);
  await payer.sees('Welcome');
  await payer.sees('Добро пожаловать');
  await payer.look('display-welcome');
});

step('what is typed stands there at once, in English and in the payer’s language', async () => {
  await addAccount(me, 'Иванова', 'Иванова, Ольга');
  await payer.sees('Канализация, сентябрь–октябрь 2026');
  await payer.sees('Account ending 660-02');
  expect(await payer.loud()).toBe('101.40');
  expect(await payer.words()).not.toMatch(/Иванова|Bayview|40-10660/);
  await payer.look('display-to-pay', LOW);
});

step('the change stands there when the receipt is recorded, and not a moment before', async () => {
  const letGo = await heldBack(me.page);
  await me.enter('120');
  await me.hand(/^Receipt .* and print/);
  await me.press('Control+Enter');
  await payer.sees('One moment, please');
  await payer.sees('120.00');
  expect(await payer.words()).not.toMatch(/change|сдача|18\.60/i);
  await letGo();
  await payer.sees('Ваша сдача');
  expect(await payer.loud()).toBe('18.60');
  await payer.look('display-change', LOW, WIDE);
});

step('the next payer finds nothing of the last', async () => {
  await nextPayer(me);
  await payer.sees('Welcome');
  expect(await payer.words()).not.toMatch(/18\.60|101\.40|660-02|Канализация/);
});

step('an exact payment is paid, in Spanish; a display opened in between knows how things stand', async () => {
  await addAccount(me, 'Castellanos', 'Castellanos, Inés');
  await payer.sees('Alcantarillado, sep–oct 2026');
  await payer.page.reload();
  await payer.sees('A pagar');
  await me.enter('');
  await me.hand(/^Receipt .* and print/);
  await me.press('Control+Enter');
  await payer.sees('Pagado');
  expect(await payer.loud()).toBe('86.40');
  await nextPayer(me);
});

step('many lines and tenders stay on the display, and the language is the cashier’s to choose', async () => {
  await me.hand('Add item');
  for (const words of ['40-12093-01', '40-11872-03', 'Okafor, Chidi', 'Tkachenko', '40-11540-02']) {
    await me.press('/');
    await me.hand('Add item');
    await me.type(words);
    await me.page.getByRole('heading', { level: 1 }).first().waitFor();
    await me.page.waitForTimeout(300);
    await me.press('Enter');
    await me.hand('Cash');
  }
  await call('slip language');
  await me.hand(/English/);
  await me.press('ArrowDown', 'ArrowDown', 'Enter');
  await payer.sees('предыдущ');
  await me.look('slip-language');
  await payer.look('display-many', LOW, WIDE);
});

step('the sheet of keys is in help, and prints on one page of either paper', async () => {
  await me.press('F1');
  await me.sees('All keys, screen by screen');
  await me.look('help');
  await me.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await me.press('Control+p');
  await me.page.locator('body[data-printed]').waitFor();
  for (const format of ['A4', 'Letter']) {
    const pdf = await me.page.pdf({
      format,
      path: `${process.env.TMPDIR ?? '/tmp'}/counterfoil-journeys/customer/keys-${format}.pdf`,
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await me.press('Escape');
});

step('who signs out leaves a closed counter', async () => {
  await me.press('Escape');
  await me.sees('Empty this payment?');
  await me.page.getByRole('button', { name: 'Empty it' }).press('Enter');
  await me.press('F12');
  await payer.sees('This counter is closed');
});

step('axe and the console had nothing to say', () => {
  expect([...me.troubles, ...payer.troubles]).toEqual([]);
});
