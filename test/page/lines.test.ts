import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { nextPayer, openDrawer, signIn } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* Every kind of line, by keyboard alone: the real page at the door of a real station. */

jest.setTimeout(180_000);

let me: Sitting;
sitAtStation('lines', counterAccounts, (seated) => {
  me = seated;
});

/** All slips that came out, the last one first, once there are so many. */
async function slips(count: number): Promise<string[]> {
  for (;;) {
    const out = (await me.call('paper', {})).slips;
    if (out.length >= count) return out.map((slip) => slip.rows.join('\n'));
    await me.page.waitForTimeout(50);
  }
}

/** Types into the fields of a line one after the other: each is named, so that none is skipped. */
async function fill(fields: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, text] of fields) {
    await me.hand(name);
    await me.enter(text);
  }
}

/** Exact cash, the receipt, and the next payer. */
async function payExactly(label: string): Promise<void> {
  await me.hand('Cash');
  await me.press('Enter');
  await me.hand(/^Receipt .* and print/);
  await me.press('Control+Enter');
  await me.sees(`Receipt ${label}`);
}

step('a cashier opens a drawer', async () => {
  await signIn(me, 'Marisol Ortiz', PINS.get('m.ortiz') ?? '');
  await openDrawer(me);
  await me.hand('Add item');
});

step('“permit” and Enter is a side sewer permit; a card number stays out of its fields', async () => {
  await me.type('permit');
  await me.sees('It asks for');
  await me.look('find-item', SMALL);
  await me.press('Enter');
  await fill([['Permit number', 'SS-2026-0412']]);
  await me.hand('Parcel');
  await me.enter('lot #7');
  await me.sees('That is not a parcel number.');
  await me.hand('Parcel');
  await me.press('Control+a');
  await fill([
    ['Parcel', '0418-22-0071'],
    ['Address', '118 Quarry Rd, behind the old boat shed at the creek'],
  ]);
  await me.hand('Contractor');
  await me.page.keyboard.insertText('Visa 4111 1111 1111 1111');
  await me.sees('payment card number');
  await me.press('Control+a');
  await fill([
    ['Contractor', 'Ferndale Digging'],
    ['Kind of work', 'New side sewer'],
  ]);
  await me.hand('Account');
  await me.type('hale, d');
  await me.sees('Hale, Dorothea');
  await me.look('permit', SMALL, LARGE);
  await me.press('Enter');
  await me.hand('Cash');
  expect(await me.loud()).toBe('1,163.25');
  await me.sees(/Side sewer permits 94 %\s+402 · 3221000\s+1,093\.46/);
});

step('copies by a schedule of tiers: how the price is made stands beside it', async () => {
  await me.press('Control+i');
  await me.sees('What is the next item for?');
  await me.look('items', SMALL);
  await me.type('4');
  await me.hand('How many');
  await me.type('12');
  await me.sees('10 × 0.25 + 2 × 0.15');
  await me.press('Enter');
  await me.hand('Cash');
  expect(await me.loud()).toBe('1,166.05');
});

step('a miscellaneous receipt goes to a place of the chart, found by its name', async () => {
  await me.press('Control+i');
  await me.type('misc');
  await me.press('Enter');
  await fill([
    ['What for', 'Scrap pump'],
    ['Account', ''],
  ]);
  await me.hand('Goes to');
  await me.enter('no such place');
  await me.sees('choose a place of the chart');
  await me.hand('Goes to');
  await me.press('Control+a');
  await me.type('miscellaneous');
  await me.look('misc', SMALL);
  await me.press('Enter');
  await fill([['Amount', '40']]);
  await me.look('items-folded', SMALL, LARGE);
  await payExactly('W3-000001');
  await me.look('done');
});

step('the permit prints beside the receipt, its long address whole', async () => {
  const [permit = '', receipt = ''] = await slips(2);
  expect(receipt).toMatch(/12 × Copies and maps +2\.80/);
  expect(receipt).toMatch(/^TOTAL +1,206\.05$/m);
  expect(permit).toContain('Side sewer permit');
  expect(permit).toMatch(/Address\n {2}118 Quarry Rd, behind the old boat shed\n {2}at the creek/);
  await nextPayer(me);
});

step('who is not found pays all the same: into suspense, with a name and an address', async () => {
  await me.type('Quillfeather, Ada');
  await me.sees('Nothing here is called “Quillfeather, Ada”.');
  await me.look('nothing-found', SMALL);
  await me.press('Control+u');
  await fill([
    ['Address', '7 Slate Ln, Quarry Bay'],
    ['Parcel', '0418-22-0017'],
    ['Amount', '50'],
  ]);
  await me.hand('Cash');
  await me.sees(/Payer\s+Quillfeather, Ada/);
  await me.look('suspense', SMALL);
  await payExactly('W3-000002');
  await nextPayer(me);
});

step('the payer names a charge: the younger one alone, and why; one key gives the word back', async () => {
  await me.type('40-11872');
  await me.sees('1 match');
  await me.press('Enter');
  await me.hand('Cash');
  await me.press('Control+o');
  await me.hand(/^1: .* open$/);
  await me.press('2');
  await me.look('naming', SMALL);
  await me.press('Control+o');
  await me.hand(/^Amount of line 1/);
  await me.press('Control+o');
  await me.hand(/^1: .* open$/);
  await me.press('2', 'Enter');
  await me.hand(/^Amount for Sewer service/);
  await me.press('Enter');
  await me.hand('Why');
  await me.press('End', 'Enter');
  await me.hand('Cash');
  await me.sees('the rest is in dispute');
  expect(await me.loud()).toBe('86.40');
});

step('an installment that is chosen on its account says that it is a payment plan', async () => {
  await me.press('/');
  await me.type('40-12093');
  await me.sees('1 match');
  const row = await me.page.getByRole('button', { name: /Payment plan installment 3/ }).getAttribute('aria-label');
  await me.page.getByRole('region', { name: /^Open charge/ }).focus();
  await me.press(/^(\d)/.exec(row ?? '')?.[1] ?? '');
  await me.hand('Cash');
  await me.sees('payment plan');
  await payExactly('W3-000003');
  const { receipt } = await me.call('receipt', { label: 'W3-000003' });
  expect(receipt.lines).toMatchObject([
    { namedWhy: 'dispute', charges: [{ kind: 'service', cents: 8_640 }], unappliedCents: 0 },
    { namedWhy: 'payment_plan', charges: [{ kind: 'contract', period: 'installment 3 of 6' }] },
  ]);
});

step('the receipt and what a void would take back show every kind of line', async () => {
  await me.press('F8');
  await me.hand('Find');
  await me.type('W3-000001');
  await me.sees('1 receipt');
  await me.look('receipt', SMALL);
  await me.press('Delete');
  await me.sees('Void receipt W3-000001');
  await me.sees(/12 × Copies and maps/);
  await me.look('void', SMALL);
  await me.press('Escape', 'Escape');
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
