import { addAccount, countPieces, FLOAT, nextPayer, openDrawer, pinOf, signIn } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* From a drawer's batch to the bank: page, station and ledger, two people who count, and a keyboard. */

jest.setTimeout(120_000);

let office: Office;
let me: Sitting;

sitInOffice('deposits', (it) => {
  ({ me, office } = it);
});

const WHITEBEAR = ['Joseph Whitebear', 'j.whitebear'] as const;
const SOLHEIM = ['Ingrid Solheim', 'i.solheim'] as const;
const ORTIZ = ['Marisol Ortiz', 'm.ortiz'] as const;

async function comes([name, person]: readonly [string, string]): Promise<void> {
  await signIn(me, name, pinOf(office, person));
}

/** Of a supervisor who has no drawer: from the opening to the deposits. */
async function toDeposits(): Promise<void> {
  await me.sees('count the float you were given');
  await me.press('Shift+F2');
  await me.hand('Deposits, the newest first');
}

async function signOut(): Promise<void> {
  await me.press('F12');
  await me.sees('Who is at this station?');
}

/** What was recorded stands a moment before the way leads on. */
async function back(to: string): Promise<void> {
  await me.page.waitForTimeout(450);
  await me.press('Control+Enter');
  await me.hand(to);
}

step('the safe is given its change fund by two people', async () => {
  await comes(WHITEBEAR);
  await me.sees('count the float you were given');
  await me.press('Shift+F9');
  await me.sees('In the safe, by the books');
  await me.press('F2');
  await countPieces(me, { '100.00': 3 });
  await me.hand('Resolution');
  await me.enter('Resolution 2026-14');
  await me.hand('PIN');
  await me.sees(/approves exactly this\s+[0-9A-F]{4} /);
  await me.type(pinOf(office, 'i.solheim'));
  await me.press('Control+Enter');
  await me.sees('The change fund has grown');
  await signOut();
});

step('a drawer takes cash and a check, and closes', async () => {
  await comes(ORTIZ);
  await openDrawer(me);
  await addAccount(me, '40-11540', 'Nguyen, Kevin D.');
  await me.enter('60');
  await me.press('F3', 'Enter');
  await me.hand('Number');
  await me.enter('5120');
  await me.hand('Routing');
  await me.enter('021000021');
  await me.hand('Bank account');
  await me.enter('99887');
  await me.hand(/^Receipt .* and print/);
  await me.press('Control+Enter');
  await nextPayer(me);
  await me.press('F10');
  await me.sees('What is expected stays hidden');
  await countPieces(me, { ...FLOAT, '20.00': 7 });
  await me.enter('0');
  await me.enter('5120');
  await me.enter('26.40');
  await me.press('Enter');
  await me.enter('26.40');
  await me.press('Control+Enter');
  await me.sees('Float kept 200.00');
  await me.press('Control+Enter');
  await me.sees('Drawer W3-D0001 is closed');
  await me.sees('All sent');
  await signOut();
});

step('a supervisor counts what was handed over, and so does not approve its batch', async () => {
  await comes(SOLHEIM);
  await me.sees('count the float you were given');
  await me.press('Shift+F9');
  await me.sees('Cash at close');
  await me.press('Control+Enter');
  for (const part of [1, 2, 3, 4]) {
    await me.sees(`Part ${part} of 4`);
    const what = await me.page.locator('main h2').first().innerText();
    if (what.startsWith('Checks')) {
      await me.enter('1');
      await me.enter('26.40');
    } else await countPieces(me, what.startsWith('Cash') ? { '20.00': 3 } : FLOAT);
  }
  await me.hand(/^Record the count of all 4 parts/);
  await me.press('Control+Enter');
  await me.sees('W3-D0001 is counted');
  await me.page.waitForTimeout(450);
  await me.press('Control+Enter');
  await me.sees('Everything that drawers handed over is counted');
  await me.press('Shift+F6');
  await me.sees(/You counted W3-D0001-/);
  await signOut();
});

step('another, who had no part in the batch, approves it', async () => {
  await comes(WHITEBEAR);
  await me.sees('count the float you were given');
  await me.press('Shift+F6');
  await me.sees('Approve batch W3-B0001, 86.40');
  await me.press('Control+Enter');
  await me.sees('W3-B0001 is approved.');
  await signOut();
});

step('another makes the deposit, blind to what it must come to', async () => {
  await comes(WHITEBEAR);
  await toDeposits();
  await me.sees('1 batch not deposited yet');
  await me.sees('1 batch approved');
  await me.press('F2');
  await me.hand('Loose pieces of 100.00');
  expect(await me.loud()).toBe('0.00');
  await me.press('Control+Enter');
  await me.hand('Loose pieces of 100.00');
  await countPieces(me, { '20.00': 2 });
  await me.hand('Number or amount');
  await me.enter('11.11');
  await me.sees('No paper with the number or amount 11.11 is left to tick off.');
  await me.page.getByLabel('Number or amount').fill('');
  await me.enter('26.40');
  await me.sees('1 of 1 ticked off');
  await me.hand('Bag');
  await me.enter('qb 0081-4473');
  await me.hand('Seal');
  await me.enter('S-991');
  // Nothing says that a twenty is missing: she finds it by herself.
  await me.hand(/^Prepare 66\.40 in bag QB00814473/);
  await me.page.getByLabel('Loose pieces of 100.00').focus();
  await countPieces(me, { '20.00': 3 });
  await me.look('make-deposit');
  await me.press('Control+Enter');
  await me.sees('L-P0001 is prepared');
  await back('Deposits, the newest first');
  await me.sees('Somebody else counts it again');
  await signOut();
});

step('it was the wrong bag: she takes the deposit back, and its bag cannot be used again', async () => {
  await comes(WHITEBEAR);
  await toDeposits();
  await me.sees('Take it back');
  await me.press('F7');
  await me.hand('Reason');
  await me.enter('The bag is torn');
  await me.press('Control+Enter');
  await me.hand('Deposits, the newest first');
  await me.sees('taken back');
  await me.sees('1 batch approved');
  await me.press('F2');
  await me.hand('Loose pieces of 100.00');
  await countPieces(me, { '20.00': 3 });
  await me.enter('5120');
  await me.enter('QB00814473');
  await me.enter('S-992');
  await me.hand(/^Prepare 86\.40 in bag QB00814473/);
  await me.press('Control+Enter');
  await me.sees('Bag QB00814473 was used for deposit L-P0001. Take another bag.');
  await me.hand('Bag');
  await me.look('bag-used');
  await me.type('QB 0081 4474');
  await me.press('Control+Enter');
  await me.sees('L-P0002 is prepared');
  await back('Deposits, the newest first');
  await signOut();
});

step('a cashier counts it a second time without an amount in sight, and it is made', async () => {
  await comes(ORTIZ);
  await toDeposits();
  await me.sees('to count again');
  expect(await me.words()).not.toContain('86.40');
  await me.press('Control+Enter');
  await me.sees('without knowing the first count');
  await countPieces(me, { '20.00': 3 });
  await me.hand('Checks');
  await me.enter('1');
  await me.hand('Their total');
  await me.enter('26.40');
  await me.hand('Money orders');
  await me.enter('0');
  await me.hand(/^Record the second count/);
  expect(await me.words()).not.toContain('86.40');
  await me.look('witness-deposit');
  await me.press('Control+Enter');
  await me.sees('L-P0002 is made');
  await me.sees('Put the slip into bag QB00814474, then seal it.');
  await back('Deposits, the newest first');
  await signOut();
});

step('its slip is printed, and a courier takes it', async () => {
  await comes(WHITEBEAR);
  await toDeposits();
  await me.sees('Hand L-P0002 over');
  await me.press('Control+p');
  await me.sees('The slip is on the printer.');
  await me.press('Control+s');
  await me.sees('Checks of W3-B0001');
  await me.press('Escape');
  await me.press('Control+Enter');
  await me.hand('Carried by');
  await me.press('Enter');
  await me.hand('Courier');
  await me.enter('Northwest Armored');
  await me.sees('S992');
  await me.press('Control+Enter');
  await me.hand('Deposits, the newest first');
  // “on its way by” stands there before, too.
  await me.sees('Confirm L-P0002');
  await me.look('deposits');
});

/** Somebody else says yes to the slip that is typed. */
async function agreed(): Promise<void> {
  await me.hand('PIN');
  await me.sees(/approves exactly this\s+[0-9A-F]{4} /);
  await me.look('slip-agreed', SMALL, LARGE);
  const approver = await me.page.getByLabel('Approves').inputValue();
  await me.type(pinOf(office, approver));
  await me.press('Control+Enter');
  await me.hand('Deposits, the newest first');
}

step('the bank’s slip confirms it, and the receipts are tied to it', async () => {
  await me.press('Control+Enter');
  await me.hand('Slip number');
  await me.enter('20261123-0917-7');
  await me.hand('Day on it');
  await me.press('Enter');
  await me.hand('Amount on it');
  await me.type('86.04');
  await me.sees(/Difference\s+−0\.36\s+short/);
  await me.press('Enter');
  await agreed();
  await me.sees('agreed by Ingrid Solheim');
  // It was read wrongly, and is put right: what was told first stays.
  await me.press('F9');
  await me.hand('Slip number');
  await me.enter('20261123-0917-7');
  await me.press('Enter');
  await me.enter('86.40');
  await me.hand('Reason');
  await me.enter('The last two digits were swapped');
  await agreed();
  await me.sees('The last two digits were swapped');
  await me.sees('confirmed');
  await me.press('F8');
  await me.sees('by its slip');
  expect(await me.words()).toMatch(/Receipts\s+86\.40[\s\S]*Drawers\s+86\.40[\s\S]*Deposit\s+86\.40/);
  await me.look('deposit');
  const saved = me.page.waitForEvent('download');
  await me.press('F6');
  expect((await saved).suggestedFilename()).toBe('L-P0002.pdf');
});

step('the day shows what was received, how it came in, and that nothing waits any more', async () => {
  await me.press('Escape');
  await me.press('Shift+F1');
  await me.sees('1 station, all heard from');
  expect(await me.loud()).toBe('86.40');
  await me.sees('Nothing waits for you');
  expect(await me.words()).toMatch(/Cash\s+69\.4 %\s+60\.00[\s\S]*Check\s+30\.6 %\s+26\.40/);
  await me.look('day', SMALL, LARGE);
  await me.press('ArrowDown');
  await me.press('Enter');
  await me.sees('W3-B0001');
  await me.press('Escape');
  await me.sees('The day');
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
