import fc from 'fast-check';
import { storeAccount } from '#db/station/accounts';
import { writing } from '#db/station/open';
import { entries } from '#db/station/schema';
import type { AccountDelta } from '#domain/account';
import { Entry } from '#domain/entry';
import { createFakeBooks } from '../support/fakeBooks.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

/*
 * What an account owes is what the ledger sent − this station's own entries after those that are in it already. Here
 * the ledger's figures come down at any moment, of any moment: before or after our payments and voids reached it, and
 * older ones after newer ones, as after a restore. The balance must be right each time.
 */

const RUNS = 100;
const BILLED = 8_640 + 1_500 + 4_000;

let station: TestStation;
let ortiz: Caller;
let drawer: string;
const stock: AccountDelta[] = Array.from({ length: RUNS }, (_, run) =>
  account(`40-${10_000 + run}-01`, `Customer ${run}`, [
    charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
    charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
    charge('service', 'Jul–Aug 2026', '2026-09-30', 4_000),
  ]),
);

beforeAll(async () => {
  station = await createStation({ accounts: stock });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  await station.settled();
  station.ledger.line = 'down';
});
afterAll(() => station.close());

type Step =
  | { do: 'pay'; cents: number; named: boolean }
  | { do: 'void'; which: number }
  | { do: 'feed'; upTo: number; elsewhere: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), cents: fc.integer({ min: 1, max: 9_000 }), named: fc.boolean() }),
  fc.record({ do: fc.constant('void' as const), which: fc.nat(5) }),
  fc.record({
    do: fc.constant('feed' as const),
    upTo: fc.integer({ min: 0, max: 100 }),
    elsewhere: fc.constantFrom(0, 0, 1_500, 9_999, 20_000),
  }),
);

/** The account as a ledger shows it that has heard a part of our journal, and that others have paid at. */
function figures(of: AccountDelta, upTo: number, elsewhere: number): AccountDelta {
  const books = createFakeBooks([of]);
  const ours = station.look
    .select({ text: entries.text })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ text }) => Entry.parse(JSON.parse(text)))
    .filter((entry) => entry.kind.startsWith('receipt_') && JSON.stringify(entry).includes(of.accountNumber));
  if (elsewhere > 0) books.payElsewhere(of.accountNumber, elsewhere);
  for (const entry of ours.slice(0, Math.ceil((ours.length * upTo) / 100))) books.apply(entry);
  return books.account(of.accountNumber);
}

async function pay(
  accountNumber: string,
  { cents, named }: Step & { do: 'pay' },
): Promise<{ label: string; cents: number }> {
  const [first] = (await ortiz.ask('account', { accountNumber })).charges;
  const amount = named && first ? Math.min(first.openCents, cents) : cents;
  const charges = named && first ? { charges: [{ chargeId: first.chargeId, cents: amount }] } : {};
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber, cents: amount, ...charges }],
    tenders: [{ kind: 'cash', cents: amount }],
  });
  return { label, cents: amount };
}

async function voidIt(label: string): Promise<void> {
  const about = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
  const { mark } = await ortiz.ask('voidProposal', about);
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' });
  await ortiz.tell('voidReceipt', { ...about, approval });
}

let runs = 0;

/** Runs random interleavings; `sent` makes the figures that come down. */
async function interleavings(sent: typeof figures, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => interleaved(steps, sent)),
    { numRuns, endOnFailure: true },
  );
}

async function interleaved(steps: readonly Step[], sent: typeof figures): Promise<void> {
  const of = stock[runs++ % RUNS] as AccountDelta;
  const { accountNumber } = of;
  const standing: { label: string; cents: number }[] = [];
  let elsewhere = 0;
  for (const now of steps) {
    if (now.do === 'pay') standing.push(await pay(accountNumber, now));
    else if (now.do === 'void') {
      const [taken] = standing.splice(now.which % Math.max(standing.length, 1), 1);
      if (taken) await voidIt(taken.label);
    } else {
      elsewhere = now.elsewhere;
      writing(station.look, (tx) => storeAccount(tx, sent(of, now.upTo, elsewhere)));
    }
    const shown = await ortiz.ask('account', { accountNumber });
    const ours = standing.reduce((sum, taken) => sum + taken.cents, 0);
    expect(shown.balanceCents).toBe(BILLED - ours - elsewhere);
    expect(shown.charges.every((open) => open.openCents > 0)).toBe(true);
    const [hit] = (await ortiz.ask('findAccounts', { text: accountNumber })).hits;
    expect(hit?.balanceCents).toBe(shown.balanceCents);
  }
}

test('whatever comes down and when, a balance is what was billed − all payments', async () => {
  await interleavings(figures, 60);
}, 30_000);

test('a charge that a void opened again, and that was then paid in part, is open for the rest', async () => {
  const of = stock[runs++ % RUNS] as AccountDelta;
  const { accountNumber } = of;
  const comesDown = () => writing(station.look, (tx) => storeAccount(tx, figures(of, 100, 0)));
  const { label } = await pay(accountNumber, { do: 'pay', cents: BILLED, named: false });
  comesDown();
  await voidIt(label);
  await pay(accountNumber, { do: 'pay', cents: 2_000, named: false });
  const shown = await ortiz.ask('account', { accountNumber });
  expect(shown.charges.map((open) => [open.kind, open.openCents])).toEqual([
    ['service', 3_500],
    ['service', 8_640],
  ]);
  await pay(accountNumber, { do: 'pay', cents: 3_500, named: true });
  comesDown();
  expect((await ortiz.ask('account', { accountNumber })).balanceCents).toBe(8_640);
});

test('figures that did not say how far they go would be subtracted twice, and this would be seen', async () => {
  const silent: typeof figures = (...of) => ({ ...figures(...of), appliedThrough: { epoch: 0, sequence: 0 } });
  await expect(interleavings(silent, 30)).rejects.toThrow(/Property failed/);
}, 30_000);
