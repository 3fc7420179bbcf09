import { breakdown } from '#domain/denominations';
import { cents, formatAmount, formatSigned } from '#domain/money';
import { approved, known, personOf, tell } from './dayCallers.ts';
import { amountOf, parts } from './dayWords.ts';
import type { DistrictAtWork } from './districtAtWork.ts';
import type { Caller } from './station.ts';

/* What the office does in a week, at a station's screen. A second person says yes where one is needed. */

/** Who sits at the office, and what its lines have called by name so far. */
export type OfficeAtWork = {
  district: DistrictAtWork;
  deposits: Map<string, string>;
  callers: Map<string, Caller>;
};

export function officeAtWork(district: DistrictAtWork): OfficeAtWork {
  return { district, deposits: new Map(), callers: new Map() };
}

type OfficeVerb = (office: OfficeAtWork, about: string[]) => Promise<string>;

export const OFFICE_VERBS: Record<string, OfficeVerb> = {
  /** `fund  1,000.00  Resolution 2026-14`: Whitebear puts it in, Solheim says yes. */
  async fund(office, [amount = '', resolution = '']) {
    const by = await at(office, 'Whitebear');
    const fund = { pieces: breakdown(amountOf(amount)), isGivenBack: false, resolution };
    const { mark } = await by.ask('changeFundMark', fund);
    const { safeCents } = await tell(by, 'changeFund', { ...fund, approval: await approved(by, mark, SOLHEIM) });
    return `safe ${held(safeCents)}`;
  },

  /** `order  100.00  Skagit Bank`: Whitebear sends it for change, Solheim says yes. */
  async order(office, [amount = '', reference = '']) {
    const by = await at(office, 'Whitebear');
    const asked = { pieces: breakdown(amountOf(amount)), reference };
    const { mark } = await by.ask('orderMark', asked);
    return (await tell(by, 'orderChange', { ...asked, approval: await approved(by, mark, SOLHEIM) })).order;
  },

  /** `change  L-G0001  100.00`, `change  L-G0001  95.00  a roll was short`: what came back for it. */
  async change(office, [order = '', amount = '', reason = '']) {
    const by = await at(office, 'Lindqvist');
    const asked = { order, pieces: { 25: amountOf(amount) / 25 }, ...(reason === '' ? {} : { reason }) };
    const { mark } = await by.ask('receivingMark', asked);
    const told = await tell(by, 'receiveChange', { ...asked, approval: await approved(by, mark, SOLHEIM) });
    return told.differenceCents === 0 ? 'even' : formatSigned(cents(told.differenceCents));
  },

  /** `issue  200.00  Haddad W1`. */
  async issue(office, [amount = '', to = '']) {
    const [person = '', station = ''] = to.split(' ');
    const asked = { to: personOf(person), station, pieces: breakdown(amountOf(amount)) };
    return (await tell(await at(office, 'Whitebear'), 'issueFloat', asked)).handoff;
  },

  /** `counted  A1  float 200.00, cash 60.00, check 2 86.40, drop-1 500.00, float-return 200.00  Whitebear`. */
  async counted(office, [name = '', what = '', who = '']) {
    const drawer = drawerOf(office, name);
    const counted = parts(what).map(([kind = '', ...words]) => partCounted(`${drawer}-${kind}`, words));
    const { parts: both } = await tell(await at(office, who), 'countHandoffs', { parts: counted });
    const off = both.filter(({ givenCents, countedCents }) => givenCents !== countedCents);
    const differs = off.map(({ handoff, givenCents, countedCents }) => {
      const more = formatSigned(cents(countedCents - givenCents));
      return `${handoff.slice(drawer.length + 1)} ${more}`;
    });
    return differs.join(', ') || 'agrees';
  },

  /** `settle  A1 cash  55.00  one note is gone`, `settle  L-F0001  190.00  …`: Lindqvist looked again, Solheim says yes. */
  async settle(office, [which = '', found = '', reason = '']) {
    const [name = '', kind = ''] = which.split(' ');
    const by = await at(office, 'Lindqvist');
    const handoff = name.startsWith('L-') ? name : `${drawerOf(office, name)}-${kind}`;
    const counted = partCounted(handoff, found.split(' '));
    const { mark } = await by.ask('resolution', { counted, reason });
    const yes = { approval: await approved(by, mark, SOLHEIM) };
    const { unexplainedCents } = await tell(by, 'resolveHandoff', { counted, reason, ...yes });
    return formatSigned(cents(unexplainedCents));
  },

  async approve(office, [name = '', who = '']) {
    const batch = batchOf(office, name);
    const by = await at(office, who);
    const { mark } = await by.ask('batch', { batch });
    return (await tell(by, 'approveBatch', { batch, mark: mark ?? '0'.repeat(64) })).state;
  },

  async back(office, [name = '', reason = '', who = '']) {
    return (await tell(await at(office, who), 'sendBackBatch', { batch: batchOf(office, name), reason })).state;
  },

  /** `deposit  P1  A1, B1  cash 120.00  QB 0081 4473  Whitebear  to capital`: with every check that goes there. */
  async deposit(office, [name = '', of = '', cash = '', bag = '', who = '', to = 'to operating']) {
    const by = await at(office, who);
    const batches = of.split(', ').map((drawer) => batchOf(office, drawer));
    const { batches: there } = await by.ask('depositable', {});
    const bankAccount = to.replace('to ', '');
    const checks = there
      .filter(({ batch }) => batches.includes(batch))
      .flatMap((batch) => batch.checks.filter(({ account }) => account === bankAccount))
      .map(({ account: _, ...check }) => check);
    const pieces = breakdown(amountOf(cash.replace('cash ', '')));
    const asked = { bankAccount, batches, pieces, checks, bag, seal: `S ${bag}` };
    const { deposit, totalCents } = await tell(by, 'prepareDeposit', asked);
    office.deposits.set(name, deposit);
    return `${formatAmount(cents(totalCents))} with ${checks.length} checks`;
  },

  /** `witness  P1  cash 120.00, check 3 259.20  Haddad`. */
  async witness(office, [name = '', what = '', who = '']) {
    const counted = new Map(parts(what).map(([kind, ...words]) => [kind, words]));
    const [cash = '0'] = counted.get('cash') ?? [];
    const { state } = await tell(await at(office, who), 'witnessDeposit', {
      ...{ deposit: known(office.deposits, name), pieces: breakdown(amountOf(cash)) },
      ...{ checks: paper(counted.get('check')), moneyOrders: paper(counted.get('order')) },
    });
    return state;
  },

  /** `resolve  P1  cash 100.00  a twenty is gone`: Lindqvist looked again, Solheim says yes. */
  async resolve(office, [name = '', cash = '', reason = '']) {
    const by = await at(office, 'Lindqvist');
    const pieces = breakdown(amountOf(cash.replace('cash ', '')));
    const asked = { deposit: known(office.deposits, name), pieces, missing: [], reason };
    const { mark } = await by.ask('depositResolution', asked);
    const { totalCents } = await tell(by, 'resolveDeposit', { ...asked, approval: await approved(by, mark, SOLHEIM) });
    return formatAmount(cents(totalCents));
  },

  /** `hand  P1  Northwest Armored`. */
  async hand(office, [name = '', courier = '']) {
    const asked = { deposit: known(office.deposits, name), carrier: { courier } };
    return (await tell(await at(office, 'Lindqvist'), 'handToCourier', asked)).isLate ? 'late' : 'in time';
  },

  /** `missed  P1  S QB 0081 4473  the road was flooded`. */
  async missed(office, [name = '', seal = '', reason = '']) {
    const asked = { isBack: true, deposit: known(office.deposits, name), seal, reason };
    return (await tell(await at(office, 'Lindqvist'), 'courierMissed', asked)).isSealWhole
      ? 'seal whole'
      : 'seal broken';
  },

  /** `confirm  P1  379.20  2026-11-24`; of another amount Solheim says yes. */
  async confirm(office, [name = '', amount = '', on = '']) {
    const deposit = known(office.deposits, name);
    const asked = { deposit, reference: `slip of ${deposit}`, day: on, cents: amountOf(amount) };
    const by = await at(office, 'Lindqvist');
    const { differenceCents, mark } = await by.ask('confirmation', asked);
    const yes = differenceCents === 0 ? {} : { approval: await approved(by, mark, SOLHEIM) };
    await tell(by, 'confirmDeposit', { ...asked, ...yes });
    return differenceCents === 0 ? 'even' : formatSigned(cents(differenceCents));
  },

  /** `closes  2026-11-27  the bank is shut`: Whitebear closes the days up to it; with loose ends Solheim says yes. */
  async closes(office, [day = '', reason = '']) {
    const by = await at(office, 'Whitebear');
    const asked = { day, ...(reason === '' ? {} : { reason }) };
    const { mark, looseEndsInAll } = await by.ask('dayClose', asked);
    const yes = looseEndsInAll === 0 ? {} : { approval: await approved(by, mark, SOLHEIM) };
    const { number } = await tell(by, 'closeDay', { ...asked, mark, ...yes });
    return `close ${number}, ${looseEndsInAll} loose`;
  },

  /** `exports  2026-11-27  batch`. */
  async exports(office, [through = '', layout = '']) {
    const asked = { through, layout: layout === 'day' ? ('day' as const) : ('batch' as const) };
    const { number, debitCents } = await tell(await at(office, 'Lindqvist'), 'exportGl', asked);
    return `export ${number} of ${formatAmount(cents(debitCents))}`;
  },

  /** `stands  A1`: how far the batch has come. */
  async stands(office, [name = '']) {
    return (await (await at(office, 'Park')).ask('batch', { batch: batchOf(office, name) })).state;
  },

  async safe(office) {
    const { safeCents, inTransit } = await (await at(office, 'Park')).ask('safe', {});
    return `${held(safeCents)}, ${inTransit.length} in transit`;
  },
};

const SOLHEIM = 'i.solheim';

/** What the safe holds, where whoever asks is told. */
const held = (safeCents: number | null) => (safeCents === null ? 'hidden' : formatAmount(cents(safeCents)));

/** Somebody at the screen of the first station that has a line. */
export async function at(office: OfficeAtWork, name: string): Promise<Caller> {
  const person = personOf(name);
  const day = [...office.district.stations.values()].find(({ station }) => station.ledger.line === 'up');
  if (!day) throw new Error('no station has a line to the office');
  const there = office.callers.get(person);
  if (there) return there;
  const caller = await day.station.signedIn(person);
  office.callers.set(person, caller);
  return caller;
}

function drawerOf({ district }: OfficeAtWork, name: string): string {
  for (const { drawers } of district.stations.values()) {
    const drawer = drawers.get(name);
    if (drawer) return drawer.drawer;
  }
  throw new Error(`no drawer is called ${name}`);
}

const batchOf = (office: OfficeAtWork, name: string) => drawerOf(office, name).replace('-D', '-B');

/** Cash as `60.00`, paper as `2 86.40`. */
function partCounted(handoff: string, [first = '', second]: string[]) {
  return second === undefined
    ? { handoff, pieces: breakdown(amountOf(first)) }
    : { handoff, ...paper([first, second]) };
}

function paper([items = '0', worth = '0']: string[] = []) {
  return { items: Number(items), cents: amountOf(worth) };
}
