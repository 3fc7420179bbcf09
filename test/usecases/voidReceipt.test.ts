import { randomUUID } from 'node:crypto';
import { balanceOf } from '#db/station/journal';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { yesTo } from '../support/undoing.ts';

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;
let label: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
        charge('penalty', 'Jul–Aug', '2026-10-01', 1_500),
      ]),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  const tenders = [
    { kind: 'check' as const, cents: 10_000, checkNumber: '1187', routing: '021000021', bankAccount: '4000123412' },
    { kind: 'cash' as const, cents: 5_000 },
  ];
  ({ label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 12_000 }],
    tenders,
  }));
  const slip = await headOnSlip(ortiz, label);
  why = { reason: 'wrong_account', words: 'Permit belongs to parcel 0418-22-0017', slip };
});

afterEach(() => station.close());

let why: { reason: 'wrong_account'; words?: string; slip: string };

async function approval(of: typeof why = why, by = 'j.whitebear'): Promise<string> {
  const { mark } = await ortiz.ask('voidProposal', { label, ...of });
  return (await ortiz.ask('approve', { mark, person: by, pin: PINS.get(by) ?? '' })).approval;
}

describe('a void', () => {
  test('gives back what was taken, opens the charges again and keeps the number', async () => {
    expect((await ortiz.ask('account', { accountNumber: HALE })).balanceCents).toBe(-1_860);
    const done = await ortiz.tell('voidReceipt', { label, ...why, approval: await approval() });
    expect(done).toEqual({ label, cashBackCents: 2_000 });
    expect(['cash', 'check'].map((tender) => balanceOf(station.look, `drawer:${drawer}:${tender}`))).toEqual([
      20_000, 0,
    ]);
    const owed = await ortiz.ask('account', { accountNumber: HALE });
    expect(owed).toMatchObject({ balanceCents: 10_140, unappliedCents: 0 });
    const next = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: 100 }],
      tenders: [{ kind: 'cash', cents: 100 }],
    });
    expect(next.label).toBe('W3-000002');
  });

  test('bug: handed back cash that had gone to the safe, and left the drawer below nothing', async () => {
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 10, 500: 3 } });
    const yes = await approval();
    expect(await ortiz.refused('voidReceipt', { label, ...why, commandId: randomUUID(), approval: yes })).toBe(
      'void_cash_short',
    );
    const { entry } = lastEntry(station, 'cash_out_refused');
    expect([entry.actor, entry.approver, entry.postings]).toEqual(['m.ortiz', 'j.whitebear', []]);
    expect(entry.payload).toMatchObject({ drawer, what: 'void', cents: 2_000 });
    expect((await ortiz.ask('receipt', { label })).voided).toBeNull();
    await expectGoodJournal(station);
  });

  test('shows on the receipt who approved it and why, and prints a slip of its own', async () => {
    await ortiz.tell('voidReceipt', { label, ...why, approval: await approval() });
    const seen = await ortiz.ask('receipt', { label });
    expect(seen).toMatchObject({
      can: expect.objectContaining({ void: false }),
      voided: { reason: 'wrong_account', approverName: 'Joseph Whitebear' },
    });
    expect(await station.lastSlip()).toMatch(/VOID/);
    const { mark } = await ortiz.ask('reprintProposal', { label });
    const again = await ortiz.tell('reprintReceipt', { label, approval: await yesTo(ortiz, mark) });
    expect(again.copy).toBe(2);
    const printed = await station.lastSlip();
    expect(printed).toMatch(/VOID/);
    expect(printed).toMatch(/DUPLICATE 2/);
  });

  test('is one void, however often it is sent', async () => {
    const input = { commandId: randomUUID(), label, ...why, approval: await approval() };
    const [first, second] = await Promise.all([ortiz.ask('voidReceipt', input), ortiz.ask('voidReceipt', input)]);
    expect(second).toEqual(first);
  });
});

describe('refused', () => {
  const refused = (more: Record<string, unknown>) =>
    ortiz.refused('voidReceipt', { commandId: randomUUID(), label, ...why, ...more });

  test('a receipt that is not there', async () => {
    expect(await refused({ label: 'W3-000999' })).toBe('receipt_unknown');
    expect(await ortiz.refused('voidProposal', { ...why, label: 'W3-000999' })).toBe('receipt_unknown');
  });

  test('without approval, and with one that was for something else', async () => {
    expect(await refused({})).toBe('approval_needed');
    expect(await refused({ approval: 'nonsense' })).toBe('approval_needed');
    expect(await refused({ approval: await approval({ ...why, words: 'Other words' }) })).toBe('approval_changed');
  });

  test('an approval twice', async () => {
    const yes = await approval();
    await ortiz.tell('voidReceipt', { label, ...why, approval: yes });
    expect(await refused({ approval: yes })).toBe('receipt_already_voided');
  });

  test('an approval by the one who asks, by a cashier, or two minutes old', async () => {
    const { mark } = await ortiz.ask('voidProposal', { label, ...why });
    expect(await ortiz.refused('approve', { mark, person: 'm.ortiz', pin: PINS.get('m.ortiz') })).toBe(
      'approval_not_theirs',
    );
    expect(await ortiz.refused('approve', { mark, person: 'l.haddad', pin: PINS.get('l.haddad') })).toBe(
      'approver_not_supervisor',
    );
    const yes = await approval();
    station.clock.advance(120_001);
    expect(await refused({ approval: yes })).toBe('approval_lapsed');
  });

  test('an approval by finance, who says yes to the office’s work alone', async () => {
    const yes = await approval(why, 'e.lindqvist');
    expect(await refused({ approval: yes })).toBe('approver_not_supervisor');
  });

  test('an approval that the approver spends at her own screen', async () => {
    const yes = await approval();
    const whitebear = await station.signedIn('j.whitebear');
    expect(await whitebear.refused('voidReceipt', { commandId: randomUUID(), label, ...why, approval: yes })).toBe(
      'drawer_not_yours',
    );
  });

  test('while the drawer is being counted, which can be left, and when it is closed (F45)', async () => {
    const yes = await approval();
    await ortiz.tell('startCount', { drawer });
    expect(await refused({ approval: yes })).toBe('drawer_counting');
    expect(await ortiz.refused('voidProposal', { label, ...why })).toBe('drawer_counting');
    await ortiz.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
    expect(await refused({ approval: yes })).toBe('drawer_counted');
    const reason = 'To be looked into';
    const { mark } = await ortiz.ask('comparison', { drawer, reason });
    const person = 'j.whitebear';
    const agreed = await ortiz.ask('approve', { mark, person, pin: PINS.get(person) ?? '' });
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1, reason, approval: agreed.approval });
    expect(await refused({ approval: yes })).toBe('void_drawer_closed');
    expect(await ortiz.refused('voidProposal', { label, ...why })).toBe('void_drawer_closed');
  });

  test('by a cashier whose drawer it is not', async () => {
    const haddad = await station.signedIn('l.haddad');
    expect(await haddad.refused('voidProposal', { label, ...why })).toBe('drawer_not_yours');
    expect(await haddad.refused('voidReceipt', { commandId: randomUUID(), label, ...why })).toBe('drawer_not_yours');
  });

  test('a reprint of what is not there, and by an auditor', async () => {
    expect(await ortiz.refused('reprintReceipt', { commandId: randomUUID(), label: 'W3-000999' })).toBe(
      'receipt_unknown',
    );
    const park = await station.signedIn('s.park');
    expect(await park.refused('reprintReceipt', { commandId: randomUUID(), label })).toBe('not_permitted');
  });
});
