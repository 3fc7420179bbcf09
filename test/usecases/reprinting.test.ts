import { randomUUID } from 'node:crypto';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { cash, onAccount, undo, yesTo } from '../support/undoing.ts';

/* A second person agrees to another print of what came out (design §8). */

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
});
afterEach(() => station.close());

const take = async () =>
  (await ortiz.tell('takePayment', { drawer, lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)] })).label;
const refused = (input: object) => ortiz.refused('reprintReceipt', { commandId: randomUUID(), ...input });

test('what came out prints again only with a second person, who stands in the journal; each copy asks anew', async () => {
  const label = await take();
  await station.lastSlip();
  const proposed = await ortiz.ask('reprintProposal', { label });
  expect(proposed).toMatchObject({ copy: 2, needsApproval: true });
  expect(await refused({ label })).toBe('approval_needed');
  const approval = await yesTo(ortiz, proposed.mark);
  expect(await ortiz.tell('reprintReceipt', { label, approval })).toEqual({ label, copy: 2 });
  expect(lastEntry(station, 'receipt_reprinted').entry).toMatchObject({
    actor: 'm.ortiz',
    approver: 'j.whitebear',
    payload: { label, copy: 2 },
  });
  expect(await station.lastSlip()).toContain('DUPLICATE 2');
  expect(await refused({ label, approval })).toBe('approval_changed');
  const third = await ortiz.ask('reprintProposal', { label });
  expect(third.mark).not.toBe(proposed.mark);
});

test('what did not come out, or nobody knows of, prints again without one', async () => {
  await ortiz.ask('choosePrinter', { printer: { kind: 'network', address: '127.0.0.1:9' } });
  const label = await take();
  expect(await ortiz.ask('reprintProposal', { label })).toMatchObject({ copy: 2, needsApproval: false });
  await ortiz.tell('reprintReceipt', { label });
  expect(lastEntry(station, 'receipt_reprinted').entry.approver).toBeNull();
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  await station.lastSlip();
  station.look.$client.exec("UPDATE print_jobs SET state = 'in_doubt'");
  expect((await ortiz.ask('reprintProposal', { label })).needsApproval).toBe(false);
  station.look.$client.exec("UPDATE print_jobs SET state = 'printed' WHERE job = 1");
  expect((await ortiz.ask('reprintProposal', { label })).needsApproval).toBe(true);
});

test('the first print of a slip that nobody wanted is no duplicate; of one that went out by e-mail it is', async () => {
  const paid = { drawer, lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)] };
  const { label } = await ortiz.tell('takePayment', { ...paid, delivery: 'none' });
  expect(await ortiz.ask('reprintProposal', { label })).toMatchObject({ copy: 1, needsApproval: false });
  await ortiz.tell('reprintReceipt', { label });
  expect(await station.lastSlip()).not.toContain('DUPLICATE');
  expect(await ortiz.ask('reprintProposal', { label })).toMatchObject({ copy: 2, needsApproval: true });
  const mailed = await ortiz.tell('takePayment', { ...paid, delivery: 'email', email: 'hale@example.net' });
  expect(await ortiz.ask('reprintProposal', { label: mailed.label })).toMatchObject({ copy: 2, needsApproval: false });
});

test('a yes that was not needed is spent all the same, and must be to this', async () => {
  const label = await take();
  expect(await refused({ label, approval: 'nonsense' })).toBe('approval_needed');
});

test('the slips of a void, a correction and a refund print again as themselves', async () => {
  const [first, second] = [await take(), await take()];
  const slip = await headOnSlip(ortiz, first);
  const voiding = { label: first, reason: 'wrong_amount' as const, slip };
  const { mark } = await ortiz.ask('voidProposal', voiding);
  await ortiz.tell('voidReceipt', { ...voiding, approval: await yesTo(ortiz, mark) });
  const refund = { parts: [{ place: 0, cents: 400 }], means: { kind: 'cash' as const, drawer } };
  const { label: refundLabel } = await undo(ortiz, 'refundReceipt', { label: second, refund, reason: 'overpaid' });
  await station.lastSlip();
  for (const [label, document, says] of [
    [first, 'void', /Void since/],
    [refundLabel, 'refund', /Paid back/],
  ] as const) {
    const again = await ortiz.ask('reprintProposal', { label, document });
    expect(again).toMatchObject({ copy: 2, needsApproval: true });
    await ortiz.tell('reprintReceipt', { label, document, approval: await yesTo(ortiz, again.mark) });
    expect(lastEntry(station, 'receipt_reprinted').entry.payload).toEqual({ label, copy: 2, document });
    const printed = await station.lastSlip();
    expect(printed).toMatch(says);
    expect(printed).toContain('DUPLICATE 2');
  }
});

test.each([
  ['W3-000999', 'receipt', 'receipt_unknown'],
  ['W3-000001', 'void', 'slip_unknown'],
  ['W3-000001', 'permit', 'slip_unknown'],
  ['W3-R000001', 'refund', 'slip_unknown'],
])('there is no slip of %s as a %s', async (label, document, why) => {
  await take();
  expect(await refused({ label, document })).toBe(why);
  expect(await ortiz.refused('reprintProposal', { label, document })).toBe(why);
});
