import { readFileSync } from 'node:fs';
import { addAccount, countPieces, nextPayer, openDrawer, pinOf, signIn, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* A day to its close: every tender, a blind count that is 4.25 short, the Z report, and the same totals at the ledger. */

jest.setTimeout(180_000);

let office: Office;
let me: Sitting;
let drawer = '';
let businessDay = '';

sitInOffice('close', async (it) => {
  ({ me, office } = it);
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
  const opened = (await me.call('station', {})).drawer;
  drawer = opened?.drawer ?? '';
  businessDay = opened?.businessDay ?? '';
});

const CHECK = { kind: 'check', routing: '021000021', bankAccount: '99887' } as const;

/** Takes a payment of everything that an account owes through the page's own session. */
async function take(accountNumber: string, tender: 'cash' | 'check', checkNumber = ''): Promise<number> {
  const { balanceCents: cents } = await me.call('account', { accountNumber });
  const tenders = [tender === 'cash' ? { kind: tender, cents } : { ...CHECK, cents, checkNumber }];
  const commandId = crypto.randomUUID();
  await me.call('takePayment', { commandId, drawer, lines: [{ kind: 'account', accountNumber, cents }], tenders });
  return cents;
}

step('cash with change, a check, and a card, typed', async () => {
  await takeCash(me, '40-11540', 'Nguyen, Kevin D.', '100');
  await addAccount(me, 'bergstr', 'Bergström, Åsa');
  await me.press('F4');
  await me.hand('Card');
  await me.press('Enter');
  await me.hand('Brand');
  await me.press('m', 'Enter');
  await me.hand('Last four');
  await me.enter('8841');
  await me.hand('Approval');
  await me.type('02419Z');
  await me.look('card');
  await me.press('Enter', 'Control+Enter');
  await me.sees('Receipt W3-000002');
  expect(await me.loud()).toBe('0.00');
  await me.look('done-card');
  await nextPayer(me);
});

step('more of the day, through the same session', async () => {
  await me.hand('Add item');
  await take('40-12155-01', 'cash');
  await take('40-12502-01', 'check', '5120');
  await take('41-00418-01', 'check', '1187');
  await me.sees(/Receipts\s+5/);
  await me.sees('All sent');
});

step('she counts without being told what should be there', async () => {
  await me.press('F10');
  await me.sees('What is expected stays hidden');
  expect(await me.ask('comparison', { drawer })).toMatchObject({ ok: false });
  // 200.00 of float, 86.40 and 259.20: she finds 541.35 of the 545.60.
  await countPieces(me, {
    '100.00': 2,
    '20.00': 10,
    '10.00': 6,
    '5.00': 8,
    '1.00': 36,
    '0.25': 20,
    '0.10': 3,
    '0.05': 1,
  });
  expect(await me.loud()).toBe('541.35');
  await me.hand(/^Card/);
  await blind('545.60', '345.60', '504.62', '1,163.25', '4.25');
  await me.enter('1163.25');
  await pile();
  // The checks and the card she has typed herself by now.
  await blind('545.60', '345.60', '4.25');
  await me.look('count', SMALL);
  await me.press('Control+Enter');
});

/** Nothing on the screen names these amounts. */
async function blind(...expected: string[]): Promise<void> {
  const words = await me.words();
  expect(expected.filter((amount) => words.includes(amount))).toEqual([]);
}

/** The checks twice: once by number and amount, then the amounts in another order, one of them mistyped first. */
async function pile(): Promise<void> {
  await me.hand('Number of the next check');
  for (const [number, amount] of [
    ['5120', '86.4'],
    ['1187', '418.22'],
  ] as const) {
    await me.enter(number);
    await me.enter(amount);
    await me.hand('Number of the next check');
  }
  await me.press('Enter');
  await me.hand('Amount of the next check, pass 2');
  await me.enter('418.23');
  await me.sees('418.23 is not in pass 1.');
  await me.look('count-mismatch');
  await me.press('Delete');
  await me.enter('418.22');
  await me.enter('86.40');
  await me.hand('Serial of the next money order');
  await me.press('Enter');
  await me.hand(/^Submit the count/);
}

step('4.25 short is said in a word and wants a reason', async () => {
  await me.sees('−4.25 short');
  expect(await me.words()).toMatch(/545\.60\s+541\.35\s+−4\.25 short/);
  await me.look('compare', LARGE);
  await me.press('Control+Enter');
  await me.hand('Reason');
  expect((await me.call('station', {})).drawer?.state).toBe('counted');
  await me.enter('A five too much in change at the morning rush');
  await me.press('Control+Enter');
});

step('the Z report has a number, is printed, and is saved as a PDF', async () => {
  await me.sees('Z report W3-Z0001');
  await me.sees(`Drawer ${drawer} is closed`);
  await me.look('closed', SMALL);
  const { slips } = await me.call('paper', {});
  const z = slips[0]?.rows.join('\n') ?? '';
  expect(z).toContain('Z report W3-Z0001');
  expect(z).toMatch(/Short +−4\.25/);
  expect(z).toMatch(/Issued: 5 +2,013\.47/);
  expect(z).toMatch(/Grand total +2,013\.47/);
  expect(z).toContain('Reason: A five too much in change');
  const [download] = await Promise.all([me.page.waitForEvent('download'), me.press('F6')]);
  expect(download.suggestedFilename()).toMatch(/W3-Z0001.*\.pdf$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await me.press('Enter');
  await me.sees('Who is at this station?');
  await me.sees(/Closed .* by M\. Ortiz/);
  await me.sees('All sent');
  await me.look('sign-in-closed');
});

step('the ledger’s report of the day tells nothing of it before the office has counted', async () => {
  const report = await office.reportInWords(businessDay);
  expect(report).toContain('Left out of amounts until the office has counted all: W3-D0001 (not all counted).');
  expect(report).toMatch(/issued +0 receipts +0\.00/);
  expect(report).not.toContain('W3-Z0001');
  expect(report).toMatch(/Debits equal credits: /);
  expect(report).toContain('Nothing is parked and nothing is in quarantine.');
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
