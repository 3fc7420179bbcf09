import { sql } from 'drizzle-orm';
import { balanceOf } from '#db/station/journal';
import type { BusinessDay } from '#domain/businessDay';
import { breakdown } from '#domain/denominations';
import { drawerAccount } from '#domain/drawerPostings';
import type { Payload } from '#domain/entry';
import { cents } from '#domain/money';
import type { DrawerTender } from '#domain/tender';
import type { Chance } from './chance.ts';
import { cameOf } from './day.ts';
import { approved, type Day, known, tell } from './dayCallers.ts';
import { VERBS } from './dayVerbs.ts';
import type { DistrictAtWork } from './districtAtWork.ts';
import type { Caller } from './station.ts';
import { atWallTime } from './wallClock.ts';
import { at, OFFICE_VERBS, type OfficeAtWork } from './weekVerbs.ts';

/*
 * Days of a district as chance has them: whatever a counter and an office can do to money between a receipt and the
 * bank, in any order. What is refused does not happen.
 */

type Paper = { kind: DrawerTender; number: string; cents: number };
type Taken = { name: string; tenders: Paper[]; isOpen: boolean };
/** One drawer of a day: its name, its station, and what was taken into it. */
type Tray = { name: string; today: Day; taken: Taken[] };

const CASHIERS = new Map([
  ['W1', 'Haddad'],
  ['W2', 'Kowalczyk'],
]);
const words = (value: number) => (value / 100).toFixed(2);

export type DaysByChance = { office: OfficeAtWork; chance: Chance; papers: number };

/** Lives one day of it: two counters, then the office. */
export async function dayByChance(days: DaysByChance, district: DistrictAtWork, day: BusinessDay): Promise<void> {
  const { clock, stations } = district;
  const until = (time: string) => clock.advance(Math.max(0, atWallTime(time, clock.now(), day) - clock.now()));
  until('08:00');
  const trays: Tray[] = [];
  for (const [series, today] of stations) {
    const tray = { name: `${series}-${day}`, today, taken: [] };
    await does(today, 'open', [`${tray.name} ${CASHIERS.get(series)}`, 'float 100.00']);
    trays.push(tray);
    for (let receipts = 3 + days.chance.below(4); receipts > 0; receipts -= 1) await oneReceipt(days, tray);
  }
  until('16:30');
  for (const tray of trays) await closed(days, tray);
  await district.settled();
  until('17:00');
  for (const tray of trays) await counted(days, tray);
  for (const tray of trays) await putRight(days, tray);
  await district.settled();
  for (const tray of trays)
    await cameOf('', () => known(asMap(OFFICE_VERBS), 'approve')(days.office, [tray.name, 'Solheim']));
  await deposited(days, day);
}

const asMap = <V>(verbs: Readonly<Record<string, V>>) => new Map(Object.entries(verbs));

async function does(today: Day, verb: string, about: string[]): Promise<string> {
  await today.station.quiet();
  return cameOf('', () => known(asMap(VERBS), verb)(today, about));
}

async function oneReceipt(days: DaysByChance, tray: Tray): Promise<void> {
  const { chance } = days;
  const tenders = Array.from({ length: chance.oneIn(3) ? 2 : 1 }, (): Paper => {
    days.papers += 1;
    const kind = chance.pick(['cash', 'cash', 'check', 'check', 'money-order', 'card'] as const);
    return { kind, number: String(7_000 + days.papers), cents: 500 + chance.below(15_000) };
  });
  const total = tenders.reduce((sum, one) => sum + one.cents, 0);
  const name = `R${days.papers}`;
  const by = tenders.map(tenderWords).join(', ');
  const came = await does(tray.today, 'take', [`${name} ${tray.name}`, `misc ${words(total)}`, by]);
  if (came.startsWith('refused')) return;
  const taken: Taken = { name, tenders, isOpen: true };
  tray.taken.push(taken);
  await alsoBefore(days, tray, taken);
}

function tenderWords({ kind, number, cents: amount }: Paper): string {
  if (kind === 'cash') return `cash ${words(amount)}`;
  return `${{ check: 'check', 'money-order': 'order', card: 'card' }[kind]} ${number} ${words(amount)}`;
}

/** What happens to a receipt, or beside it, while its drawer is open. */
async function alsoBefore(days: DaysByChance, tray: Tray, taken: Taken): Promise<void> {
  const { today, name } = tray;
  switch (days.chance.below(8)) {
    case 0:
      taken.isOpen = (await does(today, 'void', [taken.name, 'wrong account'])).startsWith('refused');
      return;
    case 1:
      await correctedToCheck(days, tray, taken);
      return;
    case 2:
      await does(today, 'refund', [taken.name, 'line 1 1.00', 'by cash']);
      return;
    case 3:
      await does(today, 'drop', [name, '20.00']);
      return;
    case 4:
      await does(today, days.chance.pick(['in', 'out']), [name, '3.00']);
  }
}

async function correctedToCheck(days: DaysByChance, { today }: Tray, taken: Taken): Promise<void> {
  const [first, second] = taken.tenders;
  if (!first || second || first.kind !== 'cash') return;
  days.papers += 1;
  const to: Paper = { kind: 'check', number: String(7_000 + days.papers), cents: first.cents };
  const came = await does(today, 'correct', [taken.name, `tender 1 to ${tenderWords(to)}`]);
  if (!came.startsWith('refused')) taken.tenders = [to];
}

/** The count finds what is there, a little more or less, or a paper less. */
async function closed({ chance }: DaysByChance, { name, today, taken }: Tray): Promise<void> {
  const { drawer } = known(today.drawers, name);
  const held = (tender: DrawerTender) => balanceOf(today.station.look, drawerAccount(drawer, tender));
  const cash = chance.oneIn(8) ? 5_000 : held('cash') + chance.pick([0, 0, -425, 1_000]);
  const papers = taken.filter(({ isOpen }) => isOpen).flatMap(({ tenders }) => tenders);
  const there = papers.filter(({ kind }) => kind === 'check' || kind === 'money-order');
  if (chance.oneIn(4)) there.pop();
  const parts = [`cash ${words(Math.max(0, cash))}`, ...there.map(tenderWords)];
  const card = held('card') + chance.pick([0, 0, 100]);
  const counted = [...parts, ...(card > 0 ? [`card ${words(card)}`] : [])].join(', ');
  expect(await does(today, 'count', [name, counted])).not.toMatch('refused');
  expect(await does(today, 'close', [name, 'counted with care'])).not.toMatch('refused');
}

/** The office counts all that a drawer handed over, sometimes otherwise, and settles that or leaves it. */
async function counted({ office, chance }: DaysByChance, { name, today }: Tray): Promise<void> {
  const { drawer } = known(today.drawers, name);
  const given = today.station.look.all<{ account: string; cents: number }>(sql`
    SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END) AS cents FROM postings
    WHERE account LIKE ${`transit:${drawer}-%`} GROUP BY account`);
  const closes = today.station.look.all<{ text: string }>(sql`SELECT text FROM entries
    WHERE kind = 'drawer_closed' AND json_extract(text, '$.payload.drawer') = ${drawer}`);
  const { count } = (JSON.parse(closes[0]?.text ?? '') as { payload: Payload<'drawer_closed'> }).payload;
  const off: string[] = [];
  const parts = given.map(({ account, cents: value }) => {
    const handoff = account.slice('transit:'.length);
    const amount = Math.abs(value);
    const isFloat = handoff.includes('-float');
    const differs = !isFloat && amount > 1_000 && chance.oneIn(4);
    if (differs) off.push(handoff);
    return partCounted(handoff, amount - (differs ? chance.pick([500, -100]) : 0), count);
  });
  await tell(await at(office, 'Whitebear'), 'countHandoffs', { parts });
  for (const handoff of off) {
    if (chance.oneIn(4)) continue;
    const was = given.find(({ account }) => account === `transit:${handoff}`)?.cents ?? 0;
    const asked = { counted: partCounted(handoff, was - chance.pick([0, 500]), count), reason: 'looked again' };
    const by = await at(office, 'Lindqvist');
    const { mark } = await by.ask('resolution', asked);
    await tell(by, 'resolveHandoff', { ...asked, approval: await approved(by, mark, 'i.solheim') });
  }
}

/** As many papers as the drawer's tape tells: another number of the same total is refused. */
function partCounted(handoff: string, amount: number, { checks, moneyOrders }: Payload<'drawer_closed'>['count']) {
  const papers = handoff.endsWith('-check') ? checks : handoff.endsWith('-money-order') ? moneyOrders : null;
  return papers ? { handoff, items: papers.length, cents: amount } : { handoff, pieces: breakdown(cents(amount)) };
}

/** What turns out after the close: a check taken for cash, a receipt that never was. */
async function putRight(days: DaysByChance, tray: Tray): Promise<void> {
  for (const taken of tray.taken.filter(({ isOpen }) => isOpen)) {
    if (days.chance.oneIn(5)) await correctedToCheck(days, tray, taken);
    else if (days.chance.oneIn(6)) await does(tray.today, 'reverse', [taken.name, 'keyed twice']);
  }
}

/** What may be deposited goes into a bag, or waits a day; a bag is counted again, carried and confirmed, as far as it comes. */
async function deposited({ office, chance }: DaysByChance, day: BusinessDay): Promise<void> {
  const by = await at(office, 'Whitebear');
  const { batches } = await by.ask('depositable', {});
  if (batches.length === 0 || chance.oneIn(3)) return;
  const checks = batches.flatMap((batch) => batch.parts.flatMap((part) => papersOf(part, batch.checks)));
  let cash = 0;
  for (const { batch } of batches) cash += await cashOf(by, batch);
  const bag = `QB ${day}`;
  const { deposit } = await tell(by, 'prepareDeposit', {
    ...{ bankAccount: 'operating', batches: batches.map(({ batch }) => batch), pieces: breakdown(cents(cash)), checks },
    ...{ bag, seal: `S ${bag}` },
  });
  office.deposits.set(deposit, deposit);
  if (chance.oneIn(5)) return;
  const found = cash - (cash > 2_000 ? chance.pick([0, 0, 2_000]) : 0);
  const of = (tender: string) => {
    const papers = checks.filter((check) => check.tender === tender);
    return { items: papers.length, cents: papers.reduce((sum, check) => sum + check.cents, 0) };
  };
  const { state } = await tell(await at(office, 'Haddad'), 'witnessDeposit', {
    ...{ deposit, pieces: breakdown(cents(found)), checks: of('check'), moneyOrders: of('money-order') },
  });
  const verbs = asMap(OFFICE_VERBS);
  if (state === 'differs') await known(verbs, 'resolve')(office, [deposit, `cash ${words(found)}`, 'a note is gone']);
  if (chance.oneIn(4)) return;
  await known(verbs, 'hand')(office, [deposit, 'Northwest Armored']);
  if (chance.oneIn(4)) return;
  const total = found + of('check').cents + of('money-order').cents;
  await known(verbs, 'confirm')(office, [deposit, words(total - chance.pick([0, 0, 300])), day]);
}

/** What the office counted of a batch's cash, or settled: whoever deposits it is not told. */
async function cashOf(by: Caller, batch: string): Promise<number> {
  const { handoffs } = await by.ask('batch', { batch });
  return handoffs
    .filter(({ what }) => what === 'cash' || what === 'drop')
    .reduce((sum, { countedCents, foundCents }) => sum + (foundCents ?? countedCents ?? 0), 0);
}

type Check = { batch: string; tender: 'check' | 'money-order'; checkNumber: string; cents: number };

/** The papers that the close told, or one for all of it where they were settled with another amount. */
function papersOf(part: { batch: string; tender: string; cents: number | null }, told: readonly Check[]): Check[] {
  const { batch, tender } = part;
  if (tender !== 'check' && tender !== 'money-order') return [];
  const own = told
    .filter((check) => check.batch === batch && check.tender === tender)
    .map(({ checkNumber, cents: worth }): Check => ({ batch, tender, checkNumber, cents: worth }));
  const sum = own.reduce((total, check) => total + check.cents, 0);
  return sum === part.cents ? own : [{ batch, tender, checkNumber: '7', cents: part.cents ?? 0 }];
}
