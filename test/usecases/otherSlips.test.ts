import { cents } from '#domain/money';
import { lastEntry } from '../support/lastEntry.ts';
import { PDF, receiptFor, SUPPLIES } from '../support/paidOut.ts';
import { account, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
let whitebear: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({ accounts: [account('40-11872-03', 'Hale, Dorothea', [])] });
  ortiz = await station.signedIn('m.ortiz');
  whitebear = await station.signedIn('j.whitebear');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
});
afterEach(() => station.close());

const yes = async (mark: string) =>
  (await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;

async function paidOut(): Promise<string> {
  const asked = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
  const { mark } = await ortiz.ask('paidOutProposal', asked);
  return (await ortiz.tell('payOut', { ...asked, approval: await yes(mark) })).label;
}

async function closed(): Promise<string> {
  await ortiz.tell('startCount', { drawer });
  const count = { cash: { 2000: 8 }, checks: [], moneyOrders: [], cardTotalCents: cents(0) };
  await ortiz.tell('submitCount', { drawer, count });
  return (await ortiz.tell('closeDrawer', { drawer, countNumber: 1 })).z;
}

test('drops, other cash, looks into a drawer and Z reports are listed, the latest first', async () => {
  const { handoff } = await ortiz.tell('dropCash', { drawer, pieces: { 2000: 1 } });
  const out = await paidOut();
  const { label: x } = await whitebear.tell('readTotals', { drawer });
  const listed = async (by: Caller) =>
    (await by.ask('otherSlips', {})).slips.map(({ kind, label, cents: amount }) => [kind, label, amount]);
  const cash = [
    ['paid-out', out, 2_000],
    ['drop', handoff, 2_000],
  ];
  // What the drawer must hold is on an X report: nothing for its cashier's eyes.
  expect(await listed(ortiz)).toEqual(cash);
  // A drop that she may have to count shows no amount before.
  const [out1] = cash;
  expect(await listed(whitebear)).toEqual([['x', x, null], out1, ['drop', handoff, null]]);
  expect(await listed(await station.signedIn('s.park'))).toEqual([['x', x, null], out1, ['drop', handoff, null]]);
  const z = await closed();
  expect(await listed(ortiz)).toEqual([['z', z, null], ...cash]);
  const [, shown] = (await ortiz.ask('otherSlips', {})).slips;
  expect(shown).toMatchObject({ drawer, personName: 'Marisol Ortiz', words: 'Stamps for the counter' });
});

test('bug: the half of a drop’s slip that lies inside told the amount, and so did the screen to who counts it', async () => {
  const { handoff } = await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3 } });
  const text = async (by: Caller) =>
    (await by.ask('slip', { document: { kind: 'drop', label: handoff } })).rows.join('\n');
  const [inside = '', kept = ''] = (await text(ortiz)).split('cut here');
  expect(inside).toContain('Goes inside');
  expect(inside).not.toMatch(/60\.00|20\.00/);
  expect(kept).toMatch(/20\.00 × +3 +60\.00/);
  for (const by of [whitebear, await station.signedIn('e.lindqvist'), await station.signedIn('s.park')]) {
    expect(await text(by)).toContain(handoff);
    expect(await text(by)).not.toMatch(/60\.00|20\.00/);
  }
});

test('bug: a drop that was printed again for who may count it told her the amount', async () => {
  const { handoff } = await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3 } });
  await station.lastSlip();
  const solheim = await station.signedIn('i.solheim');
  const asked = { label: handoff, document: 'drop' as const };
  const { mark } = await solheim.ask('reprintProposal', asked);
  const pin = PINS.get('j.whitebear') ?? '';
  const { approval } = await solheim.ask('approve', { mark, person: 'j.whitebear', pin });
  await solheim.tell('reprintReceipt', { ...asked, approval });
  const slip = await station.lastSlip();
  expect(slip).toContain('DUPLICATE');
  expect(slip).toContain('Goes inside');
  expect(slip).not.toMatch(/60\.00|20\.00|Stays with/);
  // Its cashier knows what she counted: she gets both halves again, and the one that goes inside tells nothing, as before.
  const own = await ortiz.ask('reprintProposal', asked);
  await ortiz.tell('reprintReceipt', { ...asked, approval: await yes(own.mark) });
  const [inside = '', kept = ''] = (await station.lastSlip()).split('cut here');
  expect(inside).not.toMatch(/60\.00|20\.00/);
  expect(kept).toMatch(/20\.00 × +3 +60\.00/);
});

test('bug: the paper on the screen told who may count it at the safe what a cashier had counted', async () => {
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3 } });
  await station.lastSlip();
  const seen = async (person: string) =>
    JSON.stringify((await (await station.signedIn(person)).ask('paper', {})).slips).includes('60.00');
  expect([await seen('m.ortiz'), await seen('i.solheim'), await seen('e.lindqvist'), await seen('s.park')]).toEqual([
    ...[true, false, false, false],
  ]);
});

test('each is printed again with a second person’s yes, marked and journalled (F47, F63)', async () => {
  const { handoff } = await ortiz.tell('dropCash', { drawer, pieces: { 2000: 1 } });
  const out = await paidOut();
  const z = await closed();
  await station.lastSlip();
  for (const [document, label] of [
    ['drop', handoff],
    ['paid-out', out],
    ['z', z],
  ] as const) {
    const asked = { label, document };
    const { mark, copy, needsApproval } = await ortiz.ask('reprintProposal', asked);
    expect([copy, needsApproval]).toEqual([2, true]);
    const command = { commandId: crypto.randomUUID(), ...asked };
    expect(await ortiz.refused('reprintReceipt', command)).toBe('approval_needed');
    await ortiz.tell('reprintReceipt', { ...asked, approval: await yes(mark) });
    expect(lastEntry(station, 'receipt_reprinted').entry.payload).toEqual({ label, copy: 2, document });
    expect(await station.lastSlip()).toContain('DUPLICATE');
  }
});

test('there is no other print of what there is not, nor of what is not for who asks', async () => {
  const { label } = await whitebear.tell('readTotals', { drawer });
  const refused = (document: string, of: string) => ortiz.refused('reprintProposal', { document, label: of });
  expect(await refused('z', 'W3-Z0009')).toBe('slip_unknown');
  expect(await refused('drop', 'W3-D0001-drop-9')).toBe('slip_unknown');
  expect(await refused('drop', label)).toBe('slip_unknown');
  expect(await refused('x', label)).toBe('not_permitted');
  expect(await whitebear.ask('reprintProposal', { document: 'x', label })).toMatchObject({ copy: 2 });
});

test('the scanned receipt of a paid-out can be opened, but by no cashier', async () => {
  const label = await paidOut();
  const slip = (await whitebear.ask('otherSlips', {})).slips.find((one) => one.label === label);
  const sha256 = slip?.attachment?.sha256 ?? '';
  expect(await whitebear.ask('attachment', { sha256 })).toEqual({
    ...{ type: 'application/pdf', base64: PDF.toString('base64') },
  });
  expect(await whitebear.refused('attachment', { sha256: '0'.repeat(64) })).toBe('attachment_elsewhere');
  expect(await ortiz.refused('attachment', { sha256 })).toBe('not_permitted');
});
