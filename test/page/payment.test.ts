import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { addAccount, countPieces, FLOAT, pinOf, signIn } from './hands.ts';
import type { Office } from './office.ts';
import type { Program } from './programs.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* A payment with two tenders, from signing in to its void: the real page, station and ledger, and a keyboard. */

jest.setTimeout(180_000);

const CARD_NUMBER = '4111 1111 1111 1111';

let office: Office;
let station: Program & { data: string };
let me: Sitting;
let businessDay = '';

sitInOffice('payment', (it) => {
  ({ me, station, office } = it);
});

/** The slip that came out last, once there are so many. */
async function slipNumber(count: number): Promise<string> {
  for (;;) {
    const { slips } = await me.call('paper', {});
    if (slips.length >= count) return slips[0]?.rows.join('\n') ?? '';
    await me.page.waitForTimeout(50);
  }
}

/** The amount at the right end of a slip's row. */
const amountAfter = (slip: string, name: string) => new RegExp(`^${name} +(\\S+)$`, 'm').exec(slip)?.[1];

/** Presses Ctrl+Enter once more in the very moment in which the page first says something: no hand could be hastier. */
function pressWhenSeen(page: Page, words: string): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (!document.body.innerText.includes(wanted)) return;
          watch.disconnect();
          const press = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
          resolve();
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );
}

step('a cashier signs in with her PIN; a wrong one is refused in a sentence', async () => {
  await me.sees('Who is at this station?');
  await me.look('sign-in', SMALL);
  await signIn(me, 'Marisol Ortiz', '0000');
  await me.sees('That PIN is wrong');
  await me.look('sign-in-refused');
  await me.hand('PIN');
  await me.enter(pinOf(office, 'm.ortiz'));
});

step('she opens a drawer with the float that she counted', async () => {
  await me.sees('count the float you were given');
  await countPieces(me, FLOAT);
  expect(await me.loud()).toBe('200.00');
  await me.look('open', SMALL);
  await me.press('Control+Enter');
  await me.hand('Add item');
  await me.look('counter-empty');
  const { drawer } = await me.call('station', {});
  expect(drawer).toMatchObject({ state: 'open', cashierName: 'Marisol Ortiz' });
  businessDay = drawer?.businessDay ?? '';
});

step('she finds an account by typing a name, and adds all its charges', async () => {
  await me.hand('Add item');
  await me.type('nguyen minh');
  await me.sees(/Add \d+ of \d+ charges/);
  await me.look('find', SMALL, LARGE);
  await me.press('Escape');
  await addAccount(me, 'hale, d', 'Hale, Dorothea');
  expect(await me.loud()).toBe('95.04');
});

step('a check and cash: the change is the second number while it is typed', async () => {
  await me.press('F3');
  await me.hand('Check');
  await me.enter('80');
  await me.hand('Number');
  await me.enter('1187');
  await me.hand('Routing');
  await me.type('021000022');
  await me.sees('routing number');
  await me.look('routing-refused');
  await me.press('Backspace');
  await me.enter('1');
  await me.hand('Bank account');
  await me.enter('4455667');
  await me.hand('Cash');
  await me.type('20+20');
  await me.sees('= 40.00');
  await me.press('Enter');
  await me.sees('24.96');
  expect(await me.loud()).toBe('95.04');
  await me.look('counter', SMALL, LARGE);
});

step('pressed twice it is one receipt (F55), and the change is loud only once it is recorded', async () => {
  let record = () => {};
  const asked: string[] = [];
  await me.page.route('**/call/takePayment', async (route: Route) => {
    asked.push(route.request().postData() ?? '');
    await new Promise<void>((resolve) => {
      record = resolve;
    });
    await route.continue();
  });
  await me.press('Control+Enter', 'Control+Enter');
  await me.sees('Saving…');
  expect(await me.loud()).toBe('95.04');
  expect(await me.words()).not.toMatch(/W3-000001/);
  const pressed = pressWhenSeen(me.page, 'Receipt W3-000001');
  record();
  await pressed;
  await me.page.unroute('**/call/takePayment');
  await me.page.waitForTimeout(300);
  expect(await me.loud()).toBe('24.96');
  expect(await me.words()).toMatch(/20\.00\s+1\s+1\.00\s+4\s+0\.25\s+3\s+0\.10\s+2\s+0\.01\s+1/);
  expect(asked).toHaveLength(1);
  await me.look('done', LARGE);
  // The same request once more, as a network that repeats it would: the recorded answer, and no second receipt.
  const first = JSON.parse(asked[0] ?? '');
  expect(await me.call('takePayment', first)).toMatchObject({ label: 'W3-000001', changeCents: 2_496 });
  expect((await me.call('receipts', {})).receipts).toHaveLength(1);
});

step('the slip lies on the paper: number, account, both tenders, change', async () => {
  const slip = await slipNumber(1);
  await me.press('Control+s');
  await me.sees('Slips on the screen');
  await me.sees('drawer opened');
  await me.look('paper');
  expect(await me.words()).toContain(slip.split('\n').find((row) => row.startsWith('Receipt W3-000001')));
  expect(slip).toMatch(/^Account 40-11872-03$/m);
  expect(amountAfter(slip, 'TOTAL')).toBe('95.04');
  expect(amountAfter(slip, 'Check no\\. 1187')).toBe('80.00');
  expect(amountAfter(slip, 'Cash')).toBe('40.00');
  expect(amountAfter(slip, 'Change')).toBe('24.96');
  await me.press('Escape', 'Enter');
});

step('a pasted card number is refused in a sentence, and is kept nowhere', async () => {
  await addAccount(me, '40-11540', 'Nguyen, Kevin D.');
  await me.press('F7');
  await me.hand('Payer');
  await me.page.keyboard.insertText(`card ${CARD_NUMBER}`);
  await me.press('Enter');
  await me.hand('Cash');
  await me.press('Enter', 'Control+Enter');
  await me.sees('card number');
  await me.hand('Payer');
  await me.look('card-number-refused');
  await me.press('Control+a');
  await me.type('Nguyen, Ruth');
  await me.press('Control+Enter');
  await me.sees('Receipt W3-000002');
  expect(await slipNumber(2)).toContain('From Nguyen, Ruth');
  const folder = readdirSync(station.data, { recursive: true, encoding: 'utf8' }).map((file) =>
    join(station.data, file),
  );
  const holders = folder.filter((file) => statSync(file).isFile() && readFileSync(file).includes(CARD_NUMBER));
  expect(holders).toEqual([]);
});

step('she finds the receipt again and reprints it: DUPLICATE 2', async () => {
  await me.press('F8');
  await me.hand('Find');
  await me.type('hale');
  await me.sees('1 receipt');
  await me.look('receipts', SMALL);
  await me.press('Control+p');
  await me.sees('as DUPLICATE 2');
  await me.hand('PIN');
  await me.look('reprint', SMALL);
  await me.enter(pinOf(office, 'i.solheim'));
  const slip = await slipNumber(3);
  expect(slip).toContain('DUPLICATE 2');
  expect(slip).toContain('Receipt W3-000001');
  await me.sees('printed 2 times');
});

step('a void needs a supervisor’s PIN: her own is refused', async () => {
  await me.press('Delete');
  await me.sees('Void receipt W3-000001');
  await me.hand('Slip');
  await me.enter(/^Journal head +(.+)$/m.exec(await slipNumber(3))?.[1] ?? '');
  await me.hand('Reason');
  await me.press('ArrowDown', 'Tab');
  await me.hand('In words');
  await me.enter('Meant for the house next door');
  await me.hand('PIN');
  await me.type(pinOf(office, 'm.ortiz'));
  await me.look('void', SMALL);
  await me.press('Control+Enter');
  await me.sees('That PIN is wrong');
  await me.look('void-refused');
  await me.hand('PIN');
  await me.press('F2');
  await me.hand('PIN');
  await me.type(pinOf(office, 'j.whitebear'));
  await me.press('Control+Enter');
  await me.sees('void · J. Whitebear');
  await me.look('receipts-void');
  expect(await slipNumber(4)).toMatch(/VOID.*W3-000001/s);
});

step('the charges are open again, and the ledger knows both', async () => {
  await me.press('Escape', 'Enter');
  await me.hand('Add item');
  await me.sees('All sent');
  await me.type('hale, d');
  await me.sees('95.04');
  await me.press('Escape', 'F1');
  await me.sees('Keys and help');
  await me.look('help');
  await me.press('Escape', 'Control+k');
  await me.look('palette');
  await me.press('Escape');
  const report = await office.report(businessDay);
  expect(report).toMatchObject({
    notes: ['Left out of amounts until the office has counted all: W3-D0001 (not closed).'],
    stations: [{ station: 'W3', waiting: 0 }],
    parked: [],
    quarantine: [],
  });
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
