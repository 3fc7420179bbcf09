import { fireEvent, act as reactAct } from '@testing-library/react';
import { counterAccounts } from '#test/support/counterAccounts';
import { DECISION_MARK, type HeldOffice, heldOffice } from '#test/support/heldOffice';
import { PINS } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, signIn, type TestPage } from '../support/pageAt.tsx';

/* What stations sent and no journal took, at a real station whose ledger is a stand-in. */

let station: TestStation;
let page: TestPage;
let office: HeldOffice;

beforeEach(async () => {
  office = heldOffice();
  station = await createStation({ accounts: counterAccounts(), host: office.line });
  await station.settled();
  page = await pageAt(station);
});
afterEach(async () => {
  page.close();
  await station.close();
});

/** The hand rests, and the ledger is asked. */
async function rested(): Promise<void> {
  await reactAct(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await page.settle();
}

async function comesTo(person: string): Promise<void> {
  await signIn(page, person);
  await page.press('F11', { shiftKey: true });
  await rested();
  await page.press('F9');
  await rested();
  expect(document.querySelector('[data-screen="heldEntries"]')).not.toBeNull();
}

const says = (words: string) => document.body.textContent?.includes(words) ?? false;
const decide = () => page.press('Enter', { ctrlKey: true });
async function down(times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed++) await page.press('ArrowDown');
}

async function reasonAndYes(reason: string): Promise<void> {
  await page.type(reason);
  await rested();
  await page.press('Enter');
  await page.type(PINS.get('i.solheim') ?? '');
}

test('a supervisor adopts what follows, with a reason and a second person’s yes, without a mouse', async () => {
  await comesTo('j.whitebear');
  expect(says('W3: 3 entries that follow on the last one of its journal')).toBe(true);
  expect(says('Sewer service')).toBe(true);
  await decide();
  expect(page.focused().closest('.field')?.textContent).toContain('Reason');
  await reasonAndYes('W3 was replaced');
  await decide();
  await page.settle();
  expect(office.told).toHaveLength(1);
  expect(office.told[0]).toMatchObject({
    call: 'adoptStrays',
    input: { station: 'W3', epoch: 1, reason: 'W3 was replaced' },
    approval: { approver: 'i.solheim', mark: DECISION_MARK },
  });
  expect(office.told[0]?.input.digests).toHaveLength(3);
  expect(says('3 entries of W3 are adopted.')).toBe(true);
});

test('what follows on nothing is dismissed; what could be adopted is, where that is chosen', async () => {
  await comesTo('j.whitebear');
  await page.press('F7');
  expect(says('To dismiss: 3 entries')).toBe(true);
  await page.press('F7');
  expect(says('To adopt: 3 entries')).toBe(true);
  reactAct(() => document.querySelector<HTMLElement>('[data-focus="held"]')?.focus());
  await down(3);
  expect(says('To dismiss: 3 entries')).toBe(true);
  await decide();
  expect(says('One of them issues a receipt that no journal knows')).toBe(true);
  office.refuses = 'strays_changed';
  await reasonAndYes('A copy of its disk');
  await decide();
  await page.settle();
  expect(says('What is held of W1 has changed since it was shown.')).toBe(true);
  await page.press('Escape');
  expect(says('Leave it unrecorded?')).toBe(true);
  await page.press('Escape');
  expect(document.querySelector('[data-screen="heldEntries"]')).not.toBeNull();
});

test('what was not applied says why, and is explained by two', async () => {
  await comesTo('j.whitebear');
  await down(6);
  await rested();
  expect(says('it undoes a receipt that is not there to be undone')).toBe(true);
  expect(says('entry 322 is void already')).toBe(true);
  await decide();
  await reasonAndYes('Told twice');
  await decide();
  await page.settle();
  expect(office.told[0]).toMatchObject({
    call: 'explainParked',
    input: { station: 'W2', epoch: 1, sequence: 340, reason: 'Told twice' },
  });
  expect(says('Entry W2 340 is explained.')).toBe(true);
});

test('an auditor looks, and decides nothing; a click chooses too', async () => {
  await comesTo('s.park');
  expect(says('Supervisors and finance decide about them, two together.')).toBe(true);
  const [, , third] = [...document.querySelectorAll('tr.pick')];
  if (!third) throw new Error('there are seven rows');
  fireEvent.click(third);
  await rested();
  expect(document.querySelector('tr.pick[data-selected]')?.textContent).toContain('Drawer closed');
});
