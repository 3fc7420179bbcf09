import { countPieces, pinOf, signIn, signInToLook, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { type Sitting, step } from './sitting.ts';

/* From the change fund through a float issued ahead to the second count and the approval: page, station and ledger, and a keyboard. */

jest.setTimeout(120_000);

let office: Office;
let me: Sitting;

/** 200.00 in one kind of note: the rows of a count are tried elsewhere. */
const FLOAT = { '20.00': 10 };

sitInOffice('safe', (it) => {
  ({ me, office } = it);
});

/** From where a supervisor without a drawer begins to the safe. */
async function toSafe(): Promise<void> {
  await me.sees('count the float you were given');
  await me.press('Shift+F9');
  await me.sees('In the safe, by the books');
}

/** What was recorded stands a moment, then the way leads back to the safe. */
async function back(): Promise<void> {
  await me.page.waitForTimeout(450);
  await me.press('Control+Enter');
  await me.sees('In the safe, by the books');
}

/** The second person's PIN, once the ledger has told the mark. */
async function agree(person: string): Promise<void> {
  await me.hand('PIN');
  await me.sees(/approves exactly this\s+[0-9A-F]{4} /);
  await me.type(pinOf(office, person));
  await me.press('Control+Enter');
}

async function signOut(): Promise<void> {
  await me.press('F12');
  await me.sees('Who is at this station?');
}

step('a supervisor sets the change fund, and another agrees', async () => {
  await signIn(me, 'Joseph Whitebear', pinOf(office, 'j.whitebear'));
  await toSafe();
  await me.press('F2');
  await me.sees('by a resolution, and by two people');
  await countPieces(me, { '100.00': 3, ...FLOAT });
  await me.hand('Resolution');
  await me.enter('Resolution 2026-14');
  expect(await me.loud()).toBe('500.00');
  await agree('i.solheim');
  await me.sees('The change fund has grown');
  await back();
  expect(await me.loud()).toBe('500.00');
});

step('she issues a float, which lies in transit until its drawer opens', async () => {
  await me.press('F3');
  await me.hand('For');
  await me.press('m', 'Enter');
  await me.hand('At station');
  await me.press('Enter');
  await countPieces(me, FLOAT);
  await me.hand(/^Issue 200\.00/);
  await me.press('Control+Enter');
  await me.sees('Float L-F0001 is issued');
  await back();
  expect(await me.loud()).toBe('300.00');
  await me.sees('to be taken');
  await me.look('safe');
  await signOut();
});

step('its cashier is told that it waits and by whom, not how much it is, and opens with it', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await me.sees('Float L-F0001 issued by J. Whitebear: count it.');
  expect(await me.words()).not.toContain('200.00');
  await countPieces(me, FLOAT);
  await me.press('Control+Enter');
  await takeCash(me, '40-11540', 'Nguyen, Kevin D.');
});

step('she counts and closes without a difference', async () => {
  await me.press('F10');
  await me.sees('What is expected stays hidden');
  await countPieces(me, { '20.00': 14, '5.00': 1, '1.00': 1, '0.10': 4 });
  await me.enter('0');
  await me.press('Control+Enter');
  await me.sees('Float kept 200.00');
  await me.press('Control+Enter');
  await me.sees('Drawer W3-D0001 is closed');
  await me.sees('All sent');
  await signOut();
});

step('another supervisor counts what was handed over, blind, and is 20.00 short of it', async () => {
  await signIn(me, 'Ingrid Solheim', pinOf(office, 'i.solheim'));
  await toSafe();
  await me.sees('Cash at close');
  // The float that was issued agrees: it is in transit no more.
  expect(await me.words()).not.toContain('L-F0001');
  await me.press('Control+Enter');
  await me.sees('without knowing the drawer’s count');
  await countPieces(me, { '20.00': 3, '5.00': 1, '1.00': 1, '0.10': 4 });
  await me.sees('Part 2 of 2');
  expect(await me.words()).not.toContain('86.40');
  await countPieces(me, FLOAT);
  await me.hand(/^Record the count of all 2 parts/);
  await me.look('count-handoffs');
  await me.press('Control+Enter');
  await me.sees('1 part differs');
  expect(await me.words()).toMatch(/86\.40\s+66\.40\s+−20\.00 short/);
  expect(await me.words()).toMatch(/200\.00\s+200\.00\s+agree/);
  await back();
});

step('ten are found again, and two people settle it: nothing is in transit any more', async () => {
  await me.sees('differs');
  await me.press('Control+Enter');
  await me.sees('Settle W3-D0001-cash');
  await countPieces(me, { '20.00': 3, '10.00': 1, '5.00': 1, '1.00': 1, '0.10': 4 });
  await me.hand('Reason');
  await me.enter('A ten lay under the tray');
  await me.sees('−10.00 short');
  await me.look('settle');
  await agree('j.whitebear');
  await me.sees('W3-D0001-cash is settled');
  await back();
  await me.sees('Everything that drawers handed over is counted');
  expect(await me.loud()).toBe('576.40');
});

step(
  'the batch balances by that; she counted it, so finance, who had no part in it, approves it by its amount',
  async () => {
    await me.press('Shift+F6');
    await me.sees('You counted W3-D0001-cash');
    await signOut();
    await signInToLook(me, 'Ebba Lindqvist', pinOf(office, 'e.lindqvist'));
    await me.press('Shift+F6');
    await me.sees('Approve batch W3-B0001, 86.40');
    await me.sees('settled with 76.40');
    await me.look('batches');
    // bug: what is in a batch was cut off, and no key moved it while the hand was in the list.
    const scrolled = () => me.page.locator('.side > .room').evaluate((room) => room.scrollTop);
    await me.press('PageDown');
    expect(await scrolled()).toBeGreaterThan(0);
    await me.press('PageUp');
    expect(await scrolled()).toBe(0);
    await me.press('Control+Enter');
    await me.sees('W3-B0001 is approved.');
    await me.sees('Approved: it waits for its deposit');
  },
);

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
