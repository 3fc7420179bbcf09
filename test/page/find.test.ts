import { cents } from '#domain/money';
import { writeScanline } from '#formats/scanline';
import { BILL_LINE } from '#main/sample/district';
import { openDrawer, pinOf, signIn } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* One field that takes anything: every field of an account, slips of spelling, one letter, and a bill's line. */

jest.setTimeout(180_000);

let office: Office;
let me: Sitting;

sitInOffice('find', (it) => {
  ({ me, office } = it);
});

/** Types it, sees whom the page would take for it, and goes back. */
async function finds(text: string, customer: string): Promise<void> {
  await me.hand('Add item');
  await me.type(text);
  await me.page.getByRole('heading', { name: customer, exact: true }).waitFor();
  await me.press('Escape');
}

const line = () => writeScanline(BILL_LINE, { account: '40-11872-03', netCents: cents(9_504) });

step('a cashier opens a drawer', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
});

step('she finds an account by any of its fields', async () => {
  for (const text of ['11872-03', 'dorothea', '118 quarry', '555-0142', '0418220071', 'dorothea.hale@'])
    await finds(text, 'Hale, Dorothea');
  await finds('SSP-2026-0103', 'Bergström, Åsa');
  await finds('PP-4012093', 'Nguyễn, Minh Châu');
  await finds('nguyen property', 'Okonkwo, Ifeoma');
  await finds('tenant hai', 'Tran, Linh');
  await finds('ivanova olga', 'Иванова, Ольга');
  await finds('Петрова Марина', 'Petrova, Marina');
});

step('an account shows all that the counter must know of it', async () => {
  await me.type('nguyen minh');
  await me.sees('Pays by installments');
  await me.sees('6 × 62.50, 2 paid');
  await me.look('found', SMALL, LARGE);
  await me.press('Escape');
  await me.type('nguyen bao');
  await me.sees('Found in another field');
  await me.look('elsewhere', SMALL);
  await me.press('Escape');
});

step('bug: the days of the charges stood above their rows, under broken lines', async () => {
  await me.type('nguyen minh');
  await me.sees('Pays by installments');
  const tops = await me.page.evaluate(() =>
    [...document.querySelectorAll('.charges tbody tr')].map((row) =>
      [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().top - row.getBoundingClientRect().top)),
    ),
  );
  expect(tops.length).toBeGreaterThan(0);
  expect(tops.flat().filter((top) => top !== 0)).toEqual([]);
  await me.press('Escape');
});

step('a misspelt name is found, and what is only alike says so', async () => {
  await me.type('Bjornsdotir Katrin');
  await me.sees('Looks or sounds alike');
  await me.page.getByRole('heading', { name: 'Björnsdóttir, Katrín' }).waitFor();
  await me.look('alike', SMALL);
  await me.press('Escape');
});

step('one letter is answered, two are, and the arrows choose among what they find', async () => {
  await me.type('q');
  await me.sees(/\d+ match|50 or more/);
  await me.type('ui');
  await me.page.getByRole('heading', { name: /^Quispe/ }).waitFor();
  await me.press('Escape');
  await me.type('nguyen');
  const first = await me.page.getByRole('heading', { level: 1 }).innerText();
  await me.press('ArrowDown');
  await me.page.getByRole('heading', { level: 1 }).filter({ hasNotText: first }).waitFor();
  await me.press('Escape');
});

step('a bill’s line with a wrong check digit is refused, the right one goes straight to the payment', async () => {
  await me.type(line().replace(/.$/, (digit) => String((Number(digit) + 1) % 10)));
  await me.press('Enter');
  await me.sees('check digit is wrong');
  await me.look('bill-line-refused', SMALL);
  await me.press('Escape');
  await me.hand('Add item');
  await me.type(line());
  await me.press('Enter');
  await me.hand('Cash');
  expect(await me.loud()).toBe('95.04');
  expect(me.troubles).toEqual([]);
});
