import type { Input, OfficeCommand, Output } from '#contract/contract';
import type { Pieces } from '#domain/denominations';
import type { DistrictFile } from '#domain/district';
import { journalLines } from '#main/ledger/journalLines';
import { officeCall } from '#main/ledger/office/officeCall';
import { createJournal, uuidOf } from './journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  type TestContext,
  type TestStation,
} from './ledger.ts';
import { atTheOffice, type Yes, yesOf } from './office.ts';
import { FINANCE, PEOPLE, SIXTY, SOLHEIM, TWO_HUNDRED, WHITEBEAR } from './officeDay.ts';

const DISTRICT = 'quarry-bay';
const HOUR = 3_600_000;
const NONE = { items: 0, cents: 0 };

/** Somebody at the office whose commands have the same ids on every run, a minute apart. */
type Teller = <N extends OfficeCommand>(
  person: string,
  name: N,
  input: Omit<Input<N>, 'commandId'>,
  yes?: Yes,
) => Promise<Output<N>>;

/**
 * A day of the office with every kind of entry, nothing of it left to chance, and its journal as it is exported: a float
 * issued, two drawers counted, one of them short between two hands, batches approved and sent back, a deposit that two
 * counts differ of, one that they agree on, and one that was taken back and is late in its second bag; then one that ends with
 * the county, and one of images; and one that came back under another seal, with a note less in it. What the
 * county's receipt says is put right. Two floats that nobody took come back, one of them a note short. The
 * safe is counted, its second counter is refused a float of more than it holds, and a dime less is found. At last the station
 * breaks with a drawer open, which the office ends; and of another that was replaced the rest comes late: its close is adopted,
 * and what a copy of it wrote instead is dismissed. What could not be applied is explained.
 */
export async function exportOfficeDay(context: TestContext): Promise<string> {
  let salts = 0;
  const fixed = { ...context, random: (bytes: number) => Buffer.alloc(bytes, ++salts) };
  await loadText(fixed, filesOf({}));
  const station = await createTestStation(fixed, { district: DISTRICT });
  const tell = teller(fixed, station);
  const ask = (person: string) => atTheOffice(fixed, station.key, person).ask;
  const fund = { pieces: { 10000: 5, 2000: 25 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark } = await ask(WHITEBEAR)('changeFundMark', fund);
  await tell(WHITEBEAR, 'changeFund', fund, yesOf(SOLHEIM, mark));
  await tell(WHITEBEAR, 'issueFloat', { to: 'l.haddad', station: 'W3', pieces: TWO_HUNDRED });
  drawerOf(station);
  drawerOf(station);
  await station.send();
  await firstBatch(tell, ask);
  await firstDeposit(tell, ask);
  await secondDeposit(tell, ask);
  drawerOf(station);
  await station.send();
  await takenBack(tell, ask);
  fixed.at.now += 25 * HOUR;
  await tell(FINANCE, 'explainLateDeposit', { deposit: 'L-P0004', reason: 'The bank was shut' });
  await loadText(fixed, filesOf({ bankAccounts: TWO_ACCOUNTS }));
  drawerOf(station);
  await station.send();
  await lastDeposits(tell, ask, fixed);
  drawerOf(station);
  await station.send();
  await daysClosed(tell, ask);
  await changeFromTheBank(tell, ask);
  await brokenSeal(tell, ask);
  await slipPutRight(tell, ask);
  await floatsBack(tell, ask);
  await safeCounted(tell, ask);
  leftOpen(station);
  await station.send();
  await createTestStation(fixed, { district: DISTRICT });
  await drawerEnded(tell, ask);
  await straysDecided(tell, ask, fixed);
  const lines: string[] = [];
  for await (const line of await journalLines(fixed, DISTRICT, 'L')) lines.push(line);
  return lines.join('');
}

/** Later the county is treasurer of the cash, and checks are sent as images. */
const TWO_ACCOUNTS: DistrictFile['bankAccounts'] = [
  { account: 'county', name: 'County treasurer', lastFour: '4410', tenders: ['cash'], treasurerFund: '401' },
  { account: 'images', name: 'Images', lastFour: '0917', tenders: ['check', 'money-order'], remote: true },
];

function filesOf(over: Partial<DistrictFile>) {
  return {
    district: JSON.stringify(districtFile(DISTRICT, { people: PEOPLE, ...over })),
    accounts: accountsCsv(accountRow(FIRST)),
    charges: chargesCsv(chargeRow(FIRST, '86.40')),
  };
}

function teller(context: TestContext, station: TestStation): Teller {
  let told = 0;
  return async (person, name, input, yes) => {
    told += 1;
    context.at.now += 60_000;
    const commandId = uuidOf(`office ${told}`);
    const approval = yes ? { approval: yes.id } : {};
    const request = { call: name, person, approval: yes ?? null, input: { ...input, ...approval, commandId } };
    return (await officeCall(context, station.key, request)) as never;
  };
}

function drawerOf(station: TestStation): void {
  leftOpen(station);
  station.journal.closeDrawer();
}

function leftOpen({ journal }: TestStation): void {
  const line = { kind: 'account' as const, accountNumber: FIRST, charges: [], namedWhy: null };
  journal.openDrawer(TWO_HUNDRED);
  journal.pay([{ ...line, cents: 8_640, unappliedCents: 8_640 }], [{ kind: 'check', cents: 8_640 }]);
  journal.pay([{ ...line, cents: 6_000, unappliedCents: 6_000 }]);
}

type Asker = (person: string) => ReturnType<typeof atTheOffice>['ask'];

const handed = (drawer: string, cash: Pieces) => ({
  parts: [
    { handoff: `${drawer}-float`, pieces: TWO_HUNDRED },
    { handoff: `${drawer}-float-return`, pieces: TWO_HUNDRED },
    { handoff: `${drawer}-cash`, pieces: cash },
    { handoff: `${drawer}-check`, items: 1, cents: 8_640 },
  ],
});

async function firstBatch(tell: Teller, ask: Asker): Promise<void> {
  await tell(WHITEBEAR, 'countHandoffs', handed('W3-D0001', { 2000: 2 }));
  const counted = { handoff: 'W3-D0001-cash', pieces: { 2000: 2, 1000: 1 } };
  const found = { counted, reason: 'One note stuck, one is gone' };
  const { mark } = await ask(FINANCE)('resolution', found);
  await tell(FINANCE, 'resolveHandoff', found, yesOf(SOLHEIM, mark));
  await approved(tell, ask, 'W3-B0001');
  await tell(FINANCE, 'sendBackBatch', { batch: 'W3-B0001', reason: 'Where is the ten?' });
  await approved(tell, ask, 'W3-B0001');
}

async function approved(tell: Teller, ask: Asker, batch: string): Promise<void> {
  const { mark } = await ask(SOLHEIM)('batch', { batch });
  await tell(SOLHEIM, 'approveBatch', { batch, mark: mark ?? '' });
}

async function firstDeposit(tell: Teller, ask: Asker): Promise<void> {
  const check = { batch: 'W3-B0001', tender: 'check' as const, checkNumber: '1010', cents: 8_640 };
  const pieces = { 2000: 2, 1000: 1 };
  const batches = ['W3-B0001'];
  const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
  await tell(WHITEBEAR, 'prepareDeposit', { bankAccount: 'operating', batches, pieces, checks: [check], ...bag });
  const deposit = 'L-P0001';
  await tell('l.haddad', 'witnessDeposit', { deposit, pieces, checks: NONE, moneyOrders: NONE });
  const third = { deposit, pieces, missing: [check], reason: 'The check is not to be found' };
  const { mark } = await ask(FINANCE)('depositResolution', third);
  await tell(FINANCE, 'resolveDeposit', third, yesOf(SOLHEIM, mark));
  await tell(FINANCE, 'courierMissed', { deposit, seal: 'S-991', reason: 'The road was flooded' });
  await tell(WHITEBEAR, 'handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
  await tell(FINANCE, 'confirmDeposit', { deposit, reference: '20261123-0917-7', day: '2026-11-23', cents: 5_000 });
}

async function secondDeposit(tell: Teller, ask: Asker): Promise<void> {
  await tell(WHITEBEAR, 'countHandoffs', handed('W3-D0002', SIXTY));
  await approved(tell, ask, 'W3-B0002');
  const checks = [{ batch: 'W3-B0002', tender: 'check' as const, checkNumber: '1030', cents: 8_640 }];
  const bag = { bag: 'QB 0081 4474', seal: 'S-992' };
  const batches = ['W3-B0002'];
  await tell(FINANCE, 'prepareDeposit', { bankAccount: 'operating', batches, pieces: SIXTY, checks, ...bag });
  const deposit = 'L-P0002';
  const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
  await tell('l.haddad', 'witnessDeposit', { deposit, pieces: SIXTY, ...papers });
  await tell(WHITEBEAR, 'handToCourier', { deposit, carrier: { person: SOLHEIM } });
}

async function takenBack(tell: Teller, ask: Asker): Promise<void> {
  await tell(WHITEBEAR, 'countHandoffs', handed('W3-D0003', SIXTY));
  await approved(tell, ask, 'W3-B0003');
  const checks = [{ batch: 'W3-B0003', tender: 'check' as const, checkNumber: '1050', cents: 8_640 }];
  const told = { bankAccount: 'operating', batches: ['W3-B0003'], pieces: SIXTY, checks };
  await tell(FINANCE, 'prepareDeposit', { ...told, bag: 'QB 0081 4475', seal: 'S-993' });
  await tell(FINANCE, 'withdrawDeposit', { deposit: 'L-P0003', reason: 'The bag is torn' });
  await tell(FINANCE, 'prepareDeposit', { ...told, bag: 'QB 0081 4476', seal: 'S-994' });
}

async function lastDeposits(tell: Teller, ask: Asker, context: TestContext): Promise<void> {
  await tell(WHITEBEAR, 'countHandoffs', handed('W3-D0004', SIXTY));
  await approved(tell, ask, 'W3-B0004');
  const checks = [{ batch: 'W3-B0004', tender: 'check' as const, checkNumber: '1070', cents: 8_640 }];
  const batches = ['W3-B0004'];
  const bag = { bag: 'QB 0081 4479', seal: 'S-999' };
  await tell(FINANCE, 'prepareDeposit', { bankAccount: 'county', batches, pieces: SIXTY, checks: [], ...bag });
  await tell(FINANCE, 'prepareDeposit', { bankAccount: 'images', batches, pieces: {}, checks });
  const [cash, images] = [{ deposit: 'L-P0005' }, { deposit: 'L-P0006' }];
  await tell('l.haddad', 'witnessDeposit', { ...cash, pieces: SIXTY, checks: NONE, moneyOrders: NONE });
  const one = { items: 1, cents: 8_640 };
  await tell('l.haddad', 'witnessDeposit', { ...images, pieces: {}, checks: one, moneyOrders: NONE });
  await tell(FINANCE, 'transmitDeposit', { ...images, confirmation: 'RDC 20261124-88' });
  await tell(FINANCE, 'handToCourier', { ...cash, carrier: { courier: 'Northwest Armored' } });
  const receipt = { ...cash, reference: 'Receipt 20417', day: '2026-11-24', cents: 5_900 };
  const differs = await ask(FINANCE)('confirmation', receipt);
  await tell(FINANCE, 'confirmDeposit', receipt, yesOf(SOLHEIM, differs.mark));
  await tell(FINANCE, 'confirmDeposit', { ...images, reference: 'RDC 20261124-88', day: '2026-11-24', cents: 8_640 });
  context.at.now += 15 * 24 * HOUR;
  const { mark } = await ask(FINANCE)('destruction', images);
  await tell(FINANCE, 'destroyChecks', images, yesOf(SOLHEIM, mark));
}

/** Two weeks late and with a batch that nobody approved: the station's day by itself, then the district's, which goes
 * out to finance once that batch is counted. */
async function daysClosed(tell: Teller, ask: Asker): Promise<void> {
  const [day, station, reason] = ['2026-11-23', 'W3', 'A batch waits for its bag'];
  const own = await ask(FINANCE)('dayClose', { day, station, reason });
  await tell(FINANCE, 'closeStationDay', { day, station, mark: own.mark, reason }, yesOf(SOLHEIM, own.mark));
  const all = await ask(FINANCE)('dayClose', { day, reason });
  await tell(FINANCE, 'closeDay', { day, mark: all.mark, reason }, yesOf(SOLHEIM, all.mark));
  await tell(FINANCE, 'countHandoffs', handed('W3-D0005', SIXTY));
  await tell(FINANCE, 'exportGl', { through: day, layout: 'batch' });
}

async function changeFromTheBank(tell: Teller, ask: Asker): Promise<void> {
  const out = { pieces: { 2000: 10 }, reference: 'Skagit Bank' };
  const ordered = await ask(WHITEBEAR)('orderMark', out);
  await tell(WHITEBEAR, 'orderChange', out, yesOf(SOLHEIM, ordered.mark));
  const back = { order: 'L-G0001', pieces: { 25: 400, 10: 999 }, reason: 'A dime is missing' };
  const received = await ask(FINANCE)('receivingMark', back);
  await tell(FINANCE, 'receiveChange', back, yesOf(SOLHEIM, received.mark));
}

async function brokenSeal(tell: Teller, ask: Asker): Promise<void> {
  const deposit = 'L-P0002';
  const [less, bag] = [{ 2000: 2 }, { bag: 'QB 0081 4480', seal: 'S-1000' }];
  await tell(FINANCE, 'courierMissed', {
    deposit,
    seal: 'S-1001',
    reason: 'The bank was shut, and it came back',
    isBack: true,
  });
  await tell(FINANCE, 'recountDeposit', { deposit, pieces: less, missing: [], ...bag });
  const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
  await tell('l.haddad', 'witnessDeposit', { deposit, pieces: less, ...papers });
  const third = { deposit, pieces: less, missing: [], reason: 'A note is gone' };
  const { mark } = await ask(WHITEBEAR)('depositResolution', third);
  await tell(WHITEBEAR, 'resolveDeposit', third, yesOf(SOLHEIM, mark));
  await tell(WHITEBEAR, 'handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
}

async function slipPutRight(tell: Teller, ask: Asker): Promise<void> {
  const slip = { deposit: 'L-P0005', reference: 'Receipt 20417', day: '2026-11-24', cents: 5_990 };
  const right = { ...slip, reason: 'A nine was read as a nought' };
  const { mark } = await ask(FINANCE)('confirmation', right);
  await tell(FINANCE, 'correctConfirmation', right, yesOf(SOLHEIM, mark));
}

async function floatsBack(tell: Teller, ask: Asker): Promise<void> {
  await tell(FINANCE, 'takeFloatBack', { handoff: 'L-F0001', pieces: TWO_HUNDRED });
  const { handoff } = await tell(FINANCE, 'issueFloat', { to: 'l.haddad', station: 'W3', pieces: TWO_HUNDRED });
  await tell(SOLHEIM, 'takeFloatBack', { handoff, pieces: { 2000: 8 } });
  const found = { counted: { handoff, pieces: { 2000: 9 } }, reason: 'A note had slipped out of the bag' };
  const { mark } = await ask(FINANCE)('resolution', found);
  await tell(FINANCE, 'resolveHandoff', found, yesOf(WHITEBEAR, mark));
}

/** The safe holds 979.90 by then. */
async function safeCounted(tell: Teller, ask: Asker): Promise<void> {
  const pieces = { 2000: 48, 1000: 1, 100: 9, 10: 9 };
  await tell(FINANCE, 'countSafe', { pieces });
  const float = { to: 'm.ortiz', station: 'W3', pieces: { 10000: 10 } };
  await expect(tell(SOLHEIM, 'issueFloat', float)).rejects.toMatchObject({ code: 'safe_short' });
  await tell(SOLHEIM, 'countSafe', { pieces: { ...pieces, 10: 8 } });
  const found = { count: 'L-S0001', pieces: { ...pieces, 10: 8 }, reason: 'A dime rolled away' };
  const { mark } = await ask(FINANCE)('safeResolution', found);
  await tell(FINANCE, 'resolveSafeCount', found, yesOf(WHITEBEAR, mark));
}

/** A note is gone from the tray, and one more was not seen by who counted what it handed over. */
async function drawerEnded(tell: Teller, ask: Asker): Promise<void> {
  const checks = [{ checkNumber: '1110', cents: 8_640 }];
  const count = { cash: { 2000: 12 }, checks, moneyOrders: [], cardTotalCents: 0 };
  const ending = { batch: 'W3-B0006', count, reason: 'The disk of W3 is dead' };
  const end = await ask(WHITEBEAR)('drawerEnding', ending);
  await tell(WHITEBEAR, 'endDrawer', ending, yesOf(SOLHEIM, end.mark));
  await tell(FINANCE, 'countHandoffs', handed('W3-D0006', { 2000: 1 }));
  const found = { counted: { handoff: 'W3-D0006-cash', pieces: { 2000: 2 } }, reason: 'Two notes stuck together' };
  const { mark } = await ask(WHITEBEAR)('resolution', found);
  await tell(WHITEBEAR, 'resolveHandoff', found, yesOf(SOLHEIM, mark));
}

async function straysDecided(tell: Teller, ask: Asker, context: TestContext): Promise<void> {
  const late = await createTestStation(context, { district: DISTRICT, series: 'W4' });
  const opened = late.journal.openDrawer();
  await late.send();
  const anew = await createTestStation(context, { district: DISTRICT, series: 'W4' });
  const copy = createJournal({ ...late.key, funds: districtFile(DISTRICT).funds });
  copy.openDrawer();
  copy.pay([{ kind: 'account', accountNumber: FIRST, charges: [], namedWhy: null, cents: 100, unappliedCents: 100 }]);
  late.journal.closeDrawer();
  await late.send(late.journal.entries.slice(opened));
  await late.send(copy.entries.slice(opened));
  for (const [name, decision] of [
    ['adoptStrays', 'adopt'],
    ['dismissStrays', 'dismiss'],
  ] as const) {
    const { branches } = await ask(FINANCE)('heldEntries', {});
    const strays = branches.find(({ can }) => can === decision)?.strays ?? [];
    const about = { station: 'W4', epoch: 1, digests: strays.map(({ digest }) => digest), reason: 'W4 was replaced' };
    const { mark } = await ask(FINANCE)('strayDecision', { decision, ...about });
    await tell(FINANCE, name, about, yesOf(SOLHEIM, mark));
  }
  await parkedExplained(anew, tell, ask);
}

/** A receipt made void twice: the second time there is nothing left of it to be undone. */
async function parkedExplained(station: TestStation, tell: Teller, ask: Asker): Promise<void> {
  const { journal } = station;
  journal.openDrawer();
  const paid = journal.pay([
    { kind: 'account', accountNumber: FIRST, charges: [], namedWhy: null, cents: 100, unappliedCents: 100 },
  ]);
  journal.voidReceipt(paid);
  const sequence = journal.voidReceipt(paid);
  await station.send();
  const about = { station: 'W4', epoch: 2, sequence, reason: 'Told twice; the money went back once' };
  const { mark } = await ask(FINANCE)('parkedMark', about);
  await tell(FINANCE, 'explainParked', about, yesOf(SOLHEIM, mark));
}
