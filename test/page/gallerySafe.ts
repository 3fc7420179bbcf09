import { isOfficeName, type Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { worthOf } from '#domain/denominations';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { signedOver } from '#test/support/fakeWire';
import { askedAtHome } from '#test/support/officeLine';
import { enter, keys, type Sitting, type } from './galleryHands.ts';

const A_MOMENT = 350;
const MORNING = Date.UTC(2026, 10, 23, 16, 2);

const ofDrawer = (drawer: string, what: Handoff['what'], at: number): Handoff => ({
  ...{ handoff: `${drawer}-${what}${what === 'drop' ? '-1' : ''}`, what, drawer, batch: drawer.replace('-D', '-B') },
  ...{ personName: drawer.startsWith('W3') ? 'Marisol Ortiz' : 'Leila Haddad', at: MORNING + at * 60_000 },
  ...{ state: 'waiting', givenCents: null, countedCents: null, returnedCents: null, returnedByName: null },
  notApprovers: [],
});

const HANDOFFS: Handoff[] = [
  { ...ofDrawer('W4-D0031', 'cash', 0), state: 'differs', givenCents: 61_240, countedCents: 59_240 },
  { ...ofDrawer('W4-D0031', 'check', 0), state: 'differs', givenCents: 8_640, countedCents: 17_280 },
  ofDrawer('W3-D0012', 'drop', 96),
  ofDrawer('W3-D0012', 'cash', 421),
  ofDrawer('W3-D0012', 'check', 421),
  ofDrawer('W3-D0012', 'money-order', 421),
  ofDrawer('W3-D0012', 'float-return', 421),
  {
    ...{ handoff: 'L-F0007', what: 'float', drawer: null, batch: null, personName: 'Leila Haddad' },
    ...{ at: MORNING + 430 * 60_000, state: 'waiting', givenCents: null, countedCents: null },
    ...{ returnedCents: null, returnedByName: null, notApprovers: [] },
  },
  {
    ...{ handoff: 'L-F0005', what: 'float', drawer: 'W3-D0011', batch: 'W3-B0011', personName: 'Marisol Ortiz' },
    ...{ at: MORNING, state: 'differs', givenCents: 20_000, countedCents: 20_000 },
    ...{ returnedCents: 20_000, returnedByName: 'Joseph Whitebear', notApprovers: ['j.whitebear', 'm.ortiz'] },
  },
];

type Told = { handoff: string; pieces?: Record<string, number>; cents?: number };
const told = ({ pieces, cents }: Told) => (pieces ? worthOf(pieces) : (cents ?? 0));

const ORDER = {
  ...{ order: 'L-G0007', cents: 20_000, reference: 'Skagit Bank, Monday’s order' },
  ...{ orderedAt: Date.UTC(2026, 10, 23, 16), personName: 'Joseph Whitebear', received: null },
};

/** The count of the safe as it stands: the second person is to count it. */
let counting: Output<'safe'>['counting'] = {
  ...{ count: 'L-S0003', state: 'waiting', isYours: false, notApprovers: [], differences: null },
};

/** What a ledger would answer: the calls of the safe, and nothing kept. */
function answerOf({ call, input, person }: OfficeRequest): unknown {
  switch (call) {
    case 'safe':
      return {
        ...{
          // An auditor counts nothing.
          ...(person === 's.park' ? { safeCents: 148_000, notCounted: 0 } : { safeCents: null, notCounted: 1 }),
          changeFundCents: 200_000,
          undepositedCents: 131_230,
          readyCents: 42_605,
          inTransit: HANDOFFS,
          counting,
          lately: [
            {
              ...{ what: 'float_taken_back', label: 'L-F0005', at: MORNING, personName: 'Joseph Whitebear' },
              ...{ differenceCents: 0, isSettled: false },
            },
          ],
          stations: ['W3', 'W4'],
        },
        people: [
          { person: 'm.ortiz', name: 'Marisol Ortiz' },
          { person: 'l.haddad', name: 'Leila Haddad' },
        ],
      };
    case 'changeOrders':
      return { orders: [ORDER] };
    case 'orderMark':
      return { cents: 20_000, mark: '5e21ab90'.repeat(8) };
    case 'receivingMark':
      return { orderedCents: ORDER.cents, cents: 19_990, mark: '5e21ab90'.repeat(8) };
    case 'orderChange':
      return { order: 'L-G0008', cents: 20_000, safeCents: 128_000 };
    case 'receiveChange':
      return { order: ORDER.order, differenceCents: -10, safeCents: 167_990 };
    case 'changeFundMark':
      return { mark: '3f9ab0c1'.repeat(8) };
    case 'changeFund':
      return { safeCents: 198_000, changeFundCents: 250_000 };
    case 'issueFloat':
      return { handoff: 'L-F0008', cents: worthOf(input.pieces as Record<string, number>) };
    case 'countSafe':
      counting = { count: 'L-S0003', state: 'differs', isYours: false, notApprovers: [], differences: [0, -2_000] };
      return { count: 'L-S0003', cents: 146_000, state: 'differs', differences: [0, -2_000] };
    case 'safeResolution':
      return { foundCents: 146_000, differenceCents: -2_000, mark: '90cc41d7'.repeat(8) };
    case 'resolveSafeCount':
      counting = null;
      return { count: 'L-S0003', differenceCents: -2_000 };
    case 'takeFloatBack':
      return { handoff: 'L-F0007', givenCents: 20_000, returnedCents: told(input as Told) };
    case 'countHandoffs':
      return {
        parts: (input.parts as Told[]).map((part, at) => ({
          handoff: part.handoff,
          ...{ givenCents: told(part) + (at === 1 ? 2_000 : 0), countedCents: told(part) },
        })),
      };
    case 'resolution': {
      const foundCents = told(input.counted as Told);
      const { givenCents, countedCents } = settled((input.counted as Told).handoff);
      return {
        ...{ givenCents, countedCents, foundCents, unexplainedCents: foundCents - givenCents },
        mark: '77c01fe2'.repeat(8),
      };
    }
    default: {
      const counted = input.counted as Told;
      return { handoff: counted.handoff, unexplainedCents: told(counted) - settled(counted.handoff).givenCents };
    }
  }
}

/** What both sides had counted of a handoff that is settled. */
function settled(handoff: string): { givenCents: number; countedCents: number } {
  const { givenCents, countedCents } = HANDOFFS.find((one) => one.handoff === handoff) ?? {};
  return { givenCents: givenCents ?? 0, countedCents: countedCents ?? 0 };
}

let isAway = false;

/** The line of a station to a ledger that answers for the office. */
export function lineToOffice({ fetch: usual }: Host): Partial<Host> {
  return {
    fetch: (async (url, init) => {
      if (!String(url).endsWith('/v1/office')) return usual(url, init);
      if (isAway) throw new TypeError('fetch failed');
      const request = JSON.parse(String(init?.body)) as OfficeRequest;
      const value = isOfficeName(request.call as never) ? answerOf(request) : null;
      return signedOver(init, askedAtHome(request.call) ?? Response.json({ value }));
    }) as typeof fetch,
  };
}

/** All screens of the safe, as a supervisor sees them; the last ones while the ledger does not answer. */
export async function atTheSafe(sitting: Sitting) {
  const { page, shoot } = sitting;
  const rest = () => page.waitForTimeout(A_MOMENT);
  const back = async () => {
    await page.waitForTimeout(500);
    await keys(page, 'Control+Enter');
    await rest();
  };
  await keys(page, 'Shift+F9');
  await rest();
  await shoot('safe');
  await keys(page, 'ArrowDown', 'ArrowDown');
  await shoot('safe-waiting');
  await countedAll(sitting, rest);
  await back();
  await keys(page, 'ArrowUp', 'ArrowUp', 'Control+Enter');
  await rest();
  await enter(page, '5', '', '4', '1');
  await page.locator('[data-focus="reason"]').fill('One note was stuck to another');
  await rest();
  await type(page, '');
  await shoot('safe-settle');
  await keys(page, 'Escape');
  await rest();
  await shoot('safe-leave');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await rest();
  await keys(page, 'ArrowDown', 'Control+Enter');
  await rest();
  await settledChecks(sitting, rest);
  await back();
  await keys(page, 'F2');
  await rest();
  await enter(page, '3', '', '10');
  await page.locator('[data-focus="resolution"]').fill('Resolution 2026-14');
  await rest();
  await shoot('safe-fund');
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-fund-done');
  await back();
  await keys(page, 'F4');
  await rest();
  await enter(page, '', '', '10');
  await page.locator('[data-focus="words"]').fill('Skagit Bank, Tuesday’s order');
  await rest();
  await shoot('safe-order');
  await keys(page, 'Escape');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await rest();
  await keys(page, 'F7');
  await rest();
  await page.getByLabel('Loose pieces of 0.25').fill('400');
  await page.getByLabel('Loose pieces of 0.10').fill('999');
  await page.locator('[data-focus="words"]').fill('A dime is missing');
  await rest();
  await shoot('safe-received');
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-received-done');
  await back();
  await floats(sitting, rest);
  await counts(sitting, rest);
  isAway = true;
  await back();
  await page.waitForTimeout(A_MOMENT);
  await shoot('safe-offline');
  isAway = false;
}

async function countedAll({ page, shoot }: Sitting, rest: () => Promise<void>) {
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-count');
  await enter(page, '2', '', '10');
  await keys(page, 'F6');
  await enter(page, '4', '', '10', '1');
  await keys(page, 'F6');
  await enter(page, '2x');
  await shoot('safe-count-checks');
  await page.locator('[data-focus="items"]').fill('2');
  await page.locator('[data-focus="total"]').fill('172.80');
  await keys(page, 'F6');
  await enter(page, '0', '0');
  await rest();
  await shoot('safe-count-last');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-counted');
}

async function settledChecks({ page, shoot }: Sitting, rest: () => Promise<void>) {
  await enter(page, '2');
  await shoot('safe-settle-checks');
  await page.locator('[data-focus="total"]').fill('172.80');
  await page.locator('[data-focus="reason"]').fill('Two held together');
  await rest();
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-settled');
}

async function floats({ page, shoot }: Sitting, rest: () => Promise<void>) {
  await keys(page, 'F3');
  await rest();
  await keys(page, 'Enter', 'Enter');
  await enter(page, '', '', '4', '6', '8', '15');
  await shoot('safe-float');
  isAway = true;
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-float-offline');
  isAway = false;
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-float-done');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, ...Array.from({ length: 7 }, () => 'ArrowDown'));
  await shoot('safe-float-waits');
  await keys(page, 'F8');
  await rest();
  await enter(page, '', '', '9');
  await shoot('safe-float-back');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-float-back-done');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, ...Array.from({ length: 8 }, () => 'ArrowDown'));
  await shoot('safe-float-twice');
}

async function counts({ page, shoot }: Sitting, rest: () => Promise<void>) {
  await keys(page, 'F6');
  await rest();
  await enter(page, '10', '', '20', '6');
  await shoot('safe-count-second');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-count-differs');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-count-open');
  await keys(page, 'F6');
  await rest();
  await enter(page, '10', '', '20', '6');
  await page.locator('[data-focus="reason"]').fill('A twenty is gone');
  await rest();
  await shoot('safe-count-settle');
  await page.locator('[data-focus="approvalPin"]').fill('9026');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('safe-count-settle-done');
}
