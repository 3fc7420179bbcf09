import { randomUUID } from 'node:crypto';
import type { CommandName, Input } from '#contract/contract';
import { balanceOf } from '#db/station/journal';
import { entries, suspensionSteps, suspensions } from '#db/station/schema';
import { Entry, type EntryKind, type EntryOf } from '#domain/entry';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  drawer = await opened(ortiz);
});
afterEach(() => station.close());

type Lines = Input<'suspendPayment'>['lines'];

const onHale = { kind: 'account' as const, accountNumber: HALE, cents: 8_640 };
const found = {
  kind: 'suspense' as const,
  cents: 5_000,
  name: 'Nguyễn, Minh Châu',
  address: '7 Slate Ln, Quarry Bay',
  parcel: '0418-22-0017',
};
const copies = { kind: 'fee' as const, code: 'copies', quantity: 4, cents: 100, told: [] };
const all: Lines = [onHale, found, copies];
const cash = (cents: number) => [{ kind: 'cash' as const, cents }];

async function opened(caller: Caller): Promise<string> {
  return (await caller.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } })).drawer;
}

/** A cashier with a drawer of her own. */
async function another(person: string): Promise<{ caller: Caller; drawer: string }> {
  const caller = await station.signedIn(person);
  return { caller, drawer: await opened(caller) };
}

const suspended = (lines = all, more: Partial<Input<'suspendPayment'>> = {}) =>
  ortiz.tell('suspendPayment', { drawer, lines, tenderedCents: 0, ...more }).then(({ label }) => label);

const waiting = async (caller = ortiz) => (await caller.ask('suspensions', {})).suspensions;

/** The code of a command that must be refused. */
const refused = <N extends CommandName>(name: N, input: Partial<Input<N>>, caller = ortiz) =>
  caller.refused(name, { commandId: randomUUID(), ...input });

/** Every entry of one kind, as the journal has it. */
function told<K extends EntryKind>(kind: K): EntryOf<K>[] {
  const texts = station.look.select({ text: entries.text }).from(entries).orderBy(entries.position).all();
  return texts.map(({ text }) => Entry.parse(JSON.parse(text))).filter((entry) => entry.kind === kind) as EntryOf<K>[];
}

describe('a payment set aside', () => {
  test('is listed with who, what and how much, and posts nothing', async () => {
    const label = await suspended(all, { payer: 'Hale, Martin' });
    expect(label).toBe('W3-H0001');
    expect(await waiting()).toEqual([
      {
        label,
        suspendedAt: station.clock.now(),
        byName: 'Marisol Ortiz',
        payer: 'Hale, Martin',
        totalCents: 13_740,
        lines: 3,
        resumedBy: null,
      },
    ]);
    expect(told('payment_suspended')).toMatchObject([{ postings: [], payload: { label, drawer, resumed: null } }]);
    expect((await ortiz.ask('account', { accountNumber: HALE })).balanceCents).toBe(8_640);
  });

  test('keeps names and addresses beside the entry, where they can be redacted', async () => {
    await suspended(all, { payer: 'Hale, Martin' });
    const rows = station.look.select({ text: entries.text, personal: entries.personal }).from(entries).all();
    expect(rows.at(-1)?.text).not.toMatch(/Hale|Nguy|Slate/);
    expect(JSON.parse(rows.at(-1)?.personal ?? '{}')).toMatchObject({
      payer: 'Hale, Martin',
      owners: [{ line: 1, name: found.name, address: found.address }],
    });
  });

  test('survives a restart, and comes back with payer, lines and whose money in suspense it is', async () => {
    const label = await suspended(all, { payer: 'Hale, Martin', language: 'ru' });
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    expect(await waiting()).toMatchObject([{ label, payer: 'Hale, Martin' }]);
    expect(await ortiz.tell('resumePayment', { drawer, label })).toEqual({
      label,
      payer: 'Hale, Martin',
      language: 'ru',
      lines: all,
    });
  });

  test('when nobody was named as the payer, the list shows the customer of its first account', async () => {
    const label = await suspended([copies, onHale]);
    expect(await waiting()).toMatchObject([{ label, payer: 'Hale, Dorothea' }]);
  });

  test('is named after who brought the money where nobody was told', async () => {
    const label = await suspended([copies, found]);
    expect(await waiting()).toMatchObject([{ label, payer: found.name }]);
    expect(await ortiz.tell('resumePayment', { drawer, label })).toEqual({
      label,
      payer: '',
      language: null,
      lines: [copies, found],
    });
  });

  test('is refused while anything is tendered (design §8)', async () => {
    expect(await refused('suspendPayment', { drawer, lines: all, tenderedCents: 1 })).toBe('suspend_tendered');
    expect(await waiting()).toEqual([]);
  });

  test('is refused for lines that could never be taken, and in a drawer of somebody else', async () => {
    const unknown = [{ ...onHale, accountNumber: '40-00000-00' }];
    expect(await refused('suspendPayment', { drawer, lines: unknown, tenderedCents: 0 })).toBe('account_unknown');
    const haddad = await station.signedIn('l.haddad');
    expect(await refused('suspendPayment', { drawer, lines: all, tenderedCents: 0 }, haddad)).toBe('drawer_not_yours');
    const park = await station.signedIn('s.park');
    expect(await refused('suspendPayment', { drawer, lines: all, tenderedCents: 0 }, park)).toBe('not_permitted');
  });

  test('is one, however often it is sent', async () => {
    const input = { commandId: randomUUID(), drawer, lines: all, tenderedCents: 0 };
    const first = await ortiz.ask('suspendPayment', input);
    expect(await ortiz.ask('suspendPayment', input)).toEqual(first);
    expect(await waiting()).toHaveLength(1);
  });

  test('comes first when it was the last, and each has the next number', async () => {
    const labels = [await suspended(), await suspended([copies]), await suspended([found])];
    expect(labels).toEqual(['W3-H0001', 'W3-H0002', 'W3-H0003']);
    expect((await waiting()).map(({ label }) => label)).toEqual(labels.toReversed());
  });
});

describe('a payment taken up again', () => {
  test('says by whom, and stays until its receipt is issued', async () => {
    const label = await suspended();
    const haddad = await another('l.haddad');
    const resumed = await haddad.caller.tell('resumePayment', { drawer: haddad.drawer, label });
    expect(await waiting()).toMatchObject([{ label, byName: 'Marisol Ortiz', resumedBy: 'Layla Haddad' }]);
    expect(told('payment_resumed')).toMatchObject([{ actor: 'l.haddad', payload: { label, drawer: haddad.drawer } }]);

    const payment = { drawer: haddad.drawer, lines: resumed.lines, tenders: cash(14_000), resumed: label };
    const taken = await haddad.caller.tell('takePayment', payment);
    expect(taken).toMatchObject({ label: 'W3-000001', totalCents: 13_740, changeCents: 260 });
    expect(await waiting()).toEqual([]);
    expect(told('receipt_issued')[0]?.payload.resumed).toBe(label);
    expect(balanceOf(station.look, 'suspense:W3-000001:2')).toBe(-5_000);
    const owner = (await haddad.caller.ask('receipt', { label: 'W3-000001' })).payer;
    expect(owner).toBe('Hale, Dorothea');
  });

  test('can be taken up by one after another: the last is told', async () => {
    const label = await suspended();
    await ortiz.tell('resumePayment', { drawer, label });
    expect(await waiting()).toMatchObject([{ resumedBy: 'Marisol Ortiz' }]);
    const haddad = await another('l.haddad');
    await haddad.caller.tell('resumePayment', { drawer: haddad.drawer, label });
    expect(await waiting()).toMatchObject([{ resumedBy: 'Layla Haddad' }]);
  });

  test('becomes one receipt: a second one that goes on with it is refused and leaves nothing', async () => {
    const label = await suspended([copies]);
    const payment = { drawer, lines: [copies], tenders: cash(100), resumed: label };
    await ortiz.tell('takePayment', payment);
    expect(await refused('takePayment', payment)).toBe('suspension_ended');
    expect(await refused('takePayment', { ...payment, resumed: 'W3-H0077' })).toBe('suspension_ended');
    expect(await refused('resumePayment', { drawer, label })).toBe('suspension_ended');
    expect(await refused('dropSuspension', { drawer, label })).toBe('suspension_ended');
    expect(await refused('suspendPayment', { drawer, lines: [copies], tenderedCents: 0, resumed: label })).toBe(
      'suspension_ended',
    );
    expect(told('receipt_issued')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test('can be set aside once more: the new one takes its place, and says so', async () => {
    const first = await suspended(all, { payer: 'Hale, Martin' });
    await ortiz.tell('resumePayment', { drawer, label: first });
    const second = await suspended([onHale], { resumed: first });
    expect(await waiting()).toMatchObject([{ label: second, totalCents: 8_640, lines: 1, resumedBy: null }]);
    expect(told('payment_suspended').map(({ payload }) => payload.resumed)).toEqual([null, first]);
    expect(await refused('resumePayment', { drawer, label: first })).toBe('suspension_ended');
    await ortiz.tell('takePayment', { drawer, lines: [onHale], tenders: cash(8_640), resumed: second });
    expect(await waiting()).toEqual([]);
  });

  test('can be dropped, by another than who set it aside', async () => {
    const label = await suspended();
    const haddad = await another('l.haddad');
    expect(await haddad.caller.tell('dropSuspension', { drawer: haddad.drawer, label })).toEqual({ label });
    expect(await waiting()).toEqual([]);
    expect(told('suspension_dropped')).toMatchObject([{ actor: 'l.haddad', postings: [], payload: { label } }]);
    expect(await refused('resumePayment', { drawer, label })).toBe('suspension_ended');
    expect(await refused('resumePayment', { drawer, label: 'W3-H0099' })).toBe('suspension_ended');
  });

  test('may have ended by its receipt after a restart too', async () => {
    const label = await suspended([copies]);
    await ortiz.tell('takePayment', { drawer, lines: [copies], tenders: cash(100), resumed: label });
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    expect(await waiting()).toEqual([]);
    expect(station.look.select().from(suspensions).all()).toHaveLength(1);
    expect(station.look.select({ step: suspensionSteps.step }).from(suspensionSteps).all()).toEqual([
      { step: 'taken' },
    ]);
  });
});

test('a form that is left with cash typed is journalled, and posts nothing', async () => {
  const left = { cashCents: 10_000, dueCents: 8_640, accounts: 1 };
  await ortiz.tell('leaveForm', { drawer, ...left });
  expect(told('form_left')).toMatchObject([{ actor: 'm.ortiz', postings: [], payload: { drawer, ...left } }]);
  const haddad = await station.signedIn('l.haddad');
  expect(await refused('leaveForm', { drawer, ...left }, haddad)).toBe('drawer_not_yours');
  expect(await refused('leaveForm', { drawer, ...left, cashCents: 0 })).toBe('bad_input');
  expect(told('form_left')).toHaveLength(1);
});

describe('a tender turned away', () => {
  const note = { tender: 'cash' as const, why: 'counterfeit' as const, cents: 10_000 };
  const steps = ['kept_it', 'noted_the_passer', 'in_an_envelope'] as const;
  const unsigned = { tender: 'check' as const, why: 'unsigned' as const, cents: null };

  test('is kept with its steps and words, the latest first, and never posted', async () => {
    const at = station.clock.now();
    await ortiz.tell('refuseTender', { drawer, refused: note, steps: [...steps], words: 'Grey coat, left on foot' });
    station.clock.advance(60_000);
    await ortiz.tell('refuseTender', { drawer, refused: unsigned });
    const common = { byName: 'Marisol Ortiz', drawer };
    const list = [
      { ...common, at: at + 60_000, refused: unsigned, steps: [], words: '' },
      { ...common, at, refused: note, steps: [...steps], words: 'Grey coat, left on foot' },
    ];
    expect((await ortiz.ask('refusedTenders', {})).refused).toEqual(list);
    expect(told('tender_refused').map(({ postings }) => postings)).toEqual([[], []]);
    expect(told('tender_refused')[0]?.payload).not.toHaveProperty('words');
    expect(balanceOf(station.look, `drawer:${drawer}:cash`)).toBe(20_000);
    await station.restart();
    const again = await station.signedIn('m.ortiz');
    expect((await again.ask('refusedTenders', {})).refused).toEqual(list);
  });

  test.each(['l.haddad', 'i.solheim', 'e.lindqvist', 's.park'])('is read by %s, but not by nobody', async (person) => {
    await ortiz.tell('refuseTender', { drawer, refused: unsigned });
    const reader = await station.signedIn(person);
    expect((await reader.ask('refusedTenders', {})).refused).toHaveLength(1);
    expect(await station.caller().refused('refusedTenders', {})).toBe('not_signed_in');
  });

  test('is recorded by who has the drawer, for a reason of the list', async () => {
    const haddad = await station.signedIn('l.haddad');
    expect(await refused('refuseTender', { drawer, refused: unsigned }, haddad)).toBe('drawer_not_yours');
    const park = await station.signedIn('s.park');
    expect(await refused('refuseTender', { drawer, refused: unsigned }, park)).toBe('not_permitted');
    const wrong = { commandId: randomUUID(), drawer, refused: { ...unsigned, why: 'ugly' } };
    expect(await ortiz.refused('refuseTender', wrong)).toBe('bad_input');
    const twice = { commandId: randomUUID(), drawer, refused: note, steps: ['kept_it' as const, 'kept_it' as const] };
    expect(await ortiz.refused('refuseTender', twice)).toBe('bad_input');
    const credit = { commandId: randomUUID(), drawer, refused: { ...unsigned, tender: 'credit' } };
    expect(await ortiz.refused('refuseTender', credit)).toBe('bad_input');
  });
});

describe('a drawer parked for lunch', () => {
  const state = async () => (await ortiz.ask('station', {})).openDrawers.map((open) => open.state);

  test('is told as parked, and opens again where it was', async () => {
    expect(await ortiz.tell('parkDrawer', { drawer })).toMatchObject({ drawer, state: 'parked' });
    expect(await state()).toEqual(['parked']);
    expect(await refused('parkDrawer', { drawer })).toBe('drawer_parked');
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    expect(await state()).toEqual(['parked']);
    expect(await ortiz.tell('unparkDrawer', { drawer })).toMatchObject({ drawer, state: 'open' });
    expect(await state()).toEqual(['open']);
    expect(await refused('unparkDrawer', { drawer })).toBe('drawer_not_parked');
    await ortiz.tell('takePayment', { drawer, lines: [copies], tenders: cash(100) });
    expect(told('drawer_parked').length + told('drawer_unparked').length).toBe(2);
  });

  test('takes no payment, no count, no void and sets nothing aside', async () => {
    const { label } = await ortiz.tell('takePayment', { drawer, lines: [copies], tenders: cash(100) });
    const aside = await suspended([onHale]);
    await ortiz.tell('parkDrawer', { drawer });
    const count = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };
    expect(await refused('takePayment', { drawer, lines: [copies], tenders: cash(100) })).toBe('drawer_parked');
    expect(await refused('startCount', { drawer })).toBe('drawer_parked');
    expect(await refused('submitCount', { drawer, count })).toBe('drawer_parked');
    expect(await refused('closeDrawer', { drawer, countNumber: 1 })).toBe('drawer_parked');
    expect(await refused('leaveCount', { drawer })).toBe('drawer_parked');
    expect(await refused('suspendPayment', { drawer, lines: [copies], tenderedCents: 0 })).toBe('drawer_parked');
    expect(await refused('resumePayment', { drawer, label: aside })).toBe('drawer_parked');
    expect(await refused('dropSuspension', { drawer, label: aside })).toBe('drawer_parked');
    expect(await ortiz.refused('voidProposal', { label, reason: 'wrong_amount' })).toBe('drawer_parked');
    expect(await refused('voidReceipt', { label, reason: 'wrong_amount' })).toBe('drawer_parked');
    expect(await waiting()).toHaveLength(1);
  });

  test('is opened again by its cashier alone', async () => {
    const haddad = await station.signedIn('l.haddad');
    expect(await refused('parkDrawer', { drawer }, haddad)).toBe('drawer_not_yours');
    await ortiz.tell('parkDrawer', { drawer });
    const whitebear = await station.signedIn('j.whitebear');
    expect(await refused('unparkDrawer', { drawer }, whitebear)).toBe('drawer_not_yours');
    expect(await refused('unparkDrawer', { drawer: 'W3-D0099' })).toBe('drawer_unknown');
  });

  test('is not parked while it is counted', async () => {
    await ortiz.tell('startCount', { drawer });
    expect(await refused('parkDrawer', { drawer })).toBe('drawer_counting');
    expect(await refused('unparkDrawer', { drawer })).toBe('drawer_not_parked');
  });
});

test('the journal of such a day is sent whole, verified and read by the ledger', async () => {
  const first = await suspended(all, { payer: 'Hale, Martin' });
  await ortiz.tell('resumePayment', { drawer, label: first });
  const second = await suspended([onHale, copies], { resumed: first });
  const dropped = await suspended([found]);
  await ortiz.tell('dropSuspension', { drawer, label: dropped });
  await ortiz.tell('leaveForm', { drawer, cashCents: 9_000, dueCents: 8_740, accounts: 2 });
  await ortiz.tell('parkDrawer', { drawer });
  const turnedAway = { tender: 'money-order' as const, why: 'altered' as const, cents: 8_740 };
  await ortiz.tell('refuseTender', { drawer, refused: turnedAway, words: 'Amount written over' });
  await ortiz.tell('unparkDrawer', { drawer });
  await ortiz.tell('takePayment', { drawer, lines: [onHale, copies], tenders: cash(9_000), resumed: second });
  await ortiz.tell('takePayment', { drawer, lines: [found], tenders: cash(5_000) });
  await station.settled();

  const written = station.look.select({ text: entries.text }).from(entries).orderBy(entries.position).all();
  const sent = station.ledger.entries;
  expect(sent.map(({ text }) => text)).toEqual(written.map(({ text }) => text));
  const said = (await expectGoodJournal(station)).join('\n');
  expect(said).toContain(`Contiguous: ${sent.length} entries, 2 receipts and 0 Z reports without a gap.`);
});
