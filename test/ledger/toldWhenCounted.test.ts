import type { Output } from '#contract/contract';
import type { Day } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, chargesCsv, districtFile, FIRST } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { PINS } from '../support/quarryBay.ts';
import type { Caller } from '../support/station.ts';
import { atWallTime } from '../support/wallClock.ts';

/* What a drawer handed over, at its own station: told to nobody else before the office has counted it. */

let district: DistrictAtWork;
let counter: Day['station'];
let drawer: string;
let z: string;

const by = (person: string): Promise<Caller> => counter.signedIn(person);

async function begin(blind: boolean, whileOpen = async () => {}): Promise<void> {
  district = await districtAtWork({
    file: { ...districtFile('quarry-bay', { people: PEOPLE }), counting: { blind } },
    accounts: accountsCsv(accountRow(FIRST)),
    charges: chargesCsv(),
    series: ['W3', 'W4'],
    start: atWallTime('08:00', Date.parse('2026-11-23'), '2026-11-23'),
  });
  counter = district.stations.get('W3')?.station as Day['station'];
  const ortiz = await by('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: FIRST, cents: 23_456 }],
    tenders: [{ kind: 'cash', cents: 23_456 }],
  });
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3 } });
  await whileOpen();
  await ortiz.tell('startCount', { drawer });
  const cash = { 2000: 18, 1000: 1, 100: 3, 25: 7, 5: 1, 1: 1 };
  await ortiz.tell('submitCount', { drawer, count: { cash, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  const reason = 'A dollar fell behind the cupboard';
  ({ z } = await ortiz.tell('closeDrawer', { drawer, countNumber: 1, reason }));
  await counter.lastSlip();
  await district.settled();
}
afterEach(() => district.close());

/** All that a person is told of the drawer by slips, lists and paper. */
async function told(person: string): Promise<string> {
  const caller = await by(person);
  const documents = [
    { kind: 'z', label: z },
    { kind: 'drop', label: `${drawer}-drop-1` },
  ] as const;
  const slips: Output<'slip'>[] = [];
  for (const document of documents) slips.push(await caller.ask('slip', { document }));
  return JSON.stringify([
    slips,
    await caller.ask('otherSlips', {}),
    await caller.ask('zReports', {}),
    (await caller.ask('paper', {})).slips.filter(({ rows }) => !rows.join().includes('Receipt W3-')),
  ]);
}
/** Amounts of the drawer in any form; its float, takings, drop and pile; what came of it, and why. */
const AMOUNT = /\d\.\d\d|23456|6000|cupboard|(Cents|cents)":-?[1-9]/;
const OTHERS = ['l.haddad', 'i.solheim', 'e.lindqvist', 's.park'];

async function count(parts: (handed: string) => object[]): Promise<void> {
  const whitebear = await by('j.whitebear');
  await whitebear.tell('countHandoffs', { parts: parts(drawer) as never });
  await district.settled();
}
const counted = (handed: string) => [
  { handoff: `${handed}-cash`, pieces: { 2000: 8, 1000: 1, 100: 3, 25: 7, 5: 1, 1: 1 } },
  { handoff: `${handed}-float-return`, pieces: { 2000: 10 } },
];

async function fund(): Promise<void> {
  const whitebear = await by('j.whitebear');
  const input = { pieces: { 10000: 10 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark } = await whitebear.ask('changeFundMark', input);
  const pin = PINS.get('i.solheim') ?? '';
  const { approval } = await whitebear.ask('approve', { mark, person: 'i.solheim', pin });
  await whitebear.tell('changeFund', { ...input, approval });
}

test('bug: a Z report told others what a drawer handed over before the office had counted it', async () => {
  await begin(true);
  for (const person of OTHERS) {
    const seen = await told(person);
    expect([person, seen.match(AMOUNT)?.[0]]).toEqual([person, undefined]);
    expect(seen).toContain('Amounts are hidden until the office has');
    expect(seen).toMatch(/Issued +1\b/);
  }
  const own = await told('m.ortiz');
  for (const amount of ['234.56', '60.00', 'cupboard', '"issuedCents":23456']) expect(own).toContain(amount);

  // As paper and as a PDF it is no other.
  const solheim = await by('i.solheim');
  const asked = { label: z, document: 'z' as const };
  const { mark } = await solheim.ask('reprintProposal', asked);
  const pin = PINS.get('j.whitebear') ?? '';
  await solheim.tell('reprintReceipt', {
    ...asked,
    approval: (await solheim.ask('approve', { mark, person: 'j.whitebear', pin })).approval,
  });
  const paper = await counter.lastSlip();
  expect(paper).toContain('DUPLICATE');
  expect(paper).not.toMatch(AMOUNT);

  // Each handoff is told by itself, the whole of the drawer once all are counted, its float too.
  await fund();
  await count((handed) => [{ handoff: `${handed}-drop-1`, pieces: { 2000: 3 } }]);
  expect(await told('s.park')).toContain('60.00');
  expect(await told('s.park')).not.toContain('234.56');
  await count((handed) => [...counted(handed), { handoff: `${handed}-float`, pieces: { 2000: 10 } }]);
  counter.ledger.line = 'down';
  for (const person of OTHERS) {
    expect(await told(person)).toContain('234.56');
    expect(await told(person)).toContain('cupboard');
  }
});

test('where the district does not count blind, nothing is hidden', async () => {
  await begin(false);
  for (const person of OTHERS) {
    const seen = await told(person);
    for (const amount of ['234.56', '60.00', 'cupboard', '"issuedCents":23456']) expect(seen).toContain(amount);
  }
});

test('an X report is told to others than who read it once the office has counted all of its drawer', async () => {
  let label = '';
  await begin(true, async () => {
    ({ label } = await (await by('j.whitebear')).tell('readTotals', { drawer }));
  });
  const document = () => ({ document: { kind: 'x' as const, label } });
  const solheim = await by('i.solheim');
  expect(await solheim.refused('slip', document())).toBe('totals_not_counted');
  await fund();
  await count((handed) => [...counted(handed), { handoff: `${handed}-float`, pieces: { 2000: 10 } }]);
  expect(await solheim.refused('slip', document())).toBe('totals_not_counted');
  await count((handed) => [{ handoff: `${handed}-drop-1`, pieces: { 2000: 3 } }]);
  expect((await solheim.ask('slip', document())).rows.join()).toContain(label);
});
