import type { OpenCharge } from '#domain/account';
import { exportJournal } from '../../main/export/exportJournal.ts';
import { createChance } from './chance.ts';
import { closeInFull, fourthDrawer, goOnInFull, IVANOV } from './journalDayInFull.ts';
import { fifthDrawer } from './journalDayOfCustody.ts';
import { losesItsLatest } from './olderDatabase.ts';
import { account, charge } from './quarryBay.ts';
import { headOnSlip } from './slips.ts';
import { type Caller, createStation, type TestStation } from './station.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';

const ROUTING = '021000021';
const cash = (amount: number) => ({ kind: 'cash' as const, cents: amount });
const check = (amount: number, checkNumber: string) => ({
  kind: 'check' as const,
  cents: amount,
  checkNumber,
  routing: ROUTING,
  bankAccount: '4000123412',
});
const card = (amount: number) => ({
  kind: 'card' as const,
  cents: amount,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});

/**
 * A day at a real station with an entry of every kind: five drawers, the first short beyond both limits and recounted,
 * the second without activity, the third with all that a counter does, the fourth still open, the fifth with cash that is
 * no receipt; then the database loses that the fourth was parked, which its second copy puts back. Exports its journal to a
 * file, which is the same each time.
 */
export async function exportDay(file: string): Promise<void> {
  const known = (chargeId: number, open: OpenCharge) => ({ ...open, chargeId });
  const station = await createStation({
    chance: createChance('the golden day'),
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        known(1, charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)),
        known(2, charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500)),
      ]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [known(3, charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640))]),
      account(IVANOV, 'Иванов, Алексей', [
        known(4, charge('contract', 'installment 3 of 6', '2026-12-01', 5_000)),
        known(5, charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)),
      ]),
    ],
  });
  try {
    await firstDrawer(station);
    await station.wait(60);
    await secondDrawer(station);
    await station.wait(60);
    await thirdDrawer(station);
    await station.wait(60);
    await fourthDrawer(station);
    await station.wait(60);
    await fifthDrawer(station);
    await station.settled();
    await losesItsLatest(station, async () => {
      const haddad = await station.signedIn('l.haddad');
      await haddad.tell('parkDrawer', { drawer: 'W3-D0004' });
    });
    await station.settled();
    await exportJournal(station.look, file, station.clock.now());
  } finally {
    await station.close();
  }
}

async function firstDrawer(station: TestStation): Promise<void> {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5, 1000: 10 } });
  const take = (lines: [string, number][], tenders: ReturnType<typeof cash | typeof check | typeof card>[]) =>
    ortiz.tell('takePayment', {
      drawer,
      lines: lines.map(([accountNumber, amount]) => ({ kind: 'account' as const, accountNumber, cents: amount })),
      tenders,
    });
  await take([[HALE, 10_140]], [cash(12_000)]);
  await take([[NGUYEN, 9_000]], [check(9_000, '00347')]);
  const wrong = await take([[NGUYEN, 2_500]], [card(2_500)]);
  await voided(ortiz, wrong.label);
  await take(
    [
      [HALE, 4_000],
      [NGUYEN, 1_000],
    ],
    [check(1_500, '1187'), card(1_000), cash(3_000)],
  );
  const again = await ortiz.ask('reprintProposal', { label: wrong.label });
  const agreed = await ortiz.ask('approve', { mark: again.mark, person: 'j.whitebear', pin: '8153' });
  await ortiz.tell('reprintReceipt', { label: wrong.label, approval: agreed.approval });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('leaveCount', { drawer });
  await ortiz.tell('startCount', { drawer });
  const checks = [
    { checkNumber: '347', cents: 9_000 },
    { checkNumber: '1188', cents: 1_500 },
  ];
  await ortiz.tell('submitCount', {
    drawer,
    count: { cash: { 2000: 16 }, checks, moneyOrders: [], cardTotalCents: 1_000 },
  });
  const solheim = await station.signedIn('i.solheim');
  const recount = { cash: { 2000: 15, 1000: 1, 5: 3 }, checks, moneyOrders: [], cardTotalCents: 900 };
  await solheim.tell('submitCount', { drawer, count: recount });
  const reason = 'A twenty is missing';
  const { mark, countNumber } = await ortiz.ask('comparison', { drawer, reason });
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
  await ortiz.tell('closeDrawer', { drawer, countNumber, reason, approval });
}

async function voided(caller: Caller, label: string): Promise<void> {
  const slip = await headOnSlip(caller, label);
  const what = { label, reason: 'wrong_account' as const, words: 'payer has two accounts', slip };
  const { mark } = await caller.ask('voidProposal', what);
  const { approval } = await caller.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
  await caller.tell('voidReceipt', { ...what, approval });
}

async function secondDrawer(station: TestStation): Promise<void> {
  const haddad = await station.signedIn('l.haddad');
  const { drawer } = await haddad.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await haddad.tell('startCount', { drawer });
  await haddad.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  await haddad.tell('closeDrawer', { drawer, countNumber: 1 });
}

async function thirdDrawer(station: TestStation): Promise<void> {
  const tuiasosopo = await station.signedIn('s.tuiasosopo');
  const opening = { businessDay: '2026-11-24', float: { 500: 20 } };
  const { mark } = await tuiasosopo.ask('openingMark', opening);
  const { approval } = await tuiasosopo.ask('approve', { mark, person: 'i.solheim', pin: '9026' });
  const { drawer } = await tuiasosopo.tell('openDrawer', { ...opening, approval });
  await tuiasosopo.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: NGUYEN, cents: 8_640 }],
    tenders: [cash(10_000)],
    payer: 'Tran, Linh',
  });
  await goOnInFull(tuiasosopo, drawer);
  await closeInFull(tuiasosopo, drawer);
}
