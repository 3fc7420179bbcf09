import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Output } from '#contract/contract';
import { balanceOf, entryAt } from '#db/station/journal';
import { entries } from '#db/station/schema';
import type { ReceiptLine } from '#domain/line';
import { cents } from '#domain/money';
import { account, CHECK_KEY, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { unseal } from '../support/unseal.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const ROUTING = '021000021';

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8640),
        charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1500),
      ]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [
        charge('service', 'Jul–Aug 2026', '2026-09-30', 8640),
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8640),
      ]),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5, 1000: 10 } }));
});

afterEach(() => station.close());

const chargesIn = (line: ReceiptLine | undefined) => (line?.kind === 'account' ? line.charges : []);
const cash = (amount: number) => ({ kind: 'cash' as const, cents: amount });
const check = (amount: number, more = {}) => ({
  kind: 'check' as const,
  cents: amount,
  checkNumber: '1187',
  routing: ROUTING,
  bankAccount: '4000123412',
  ...more,
});
const card = (amount: number) => ({
  kind: 'card' as const,
  cents: amount,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});

describe('a payment', () => {
  test('in cash gives change, numbers the receipt, fills the drawer and prints', async () => {
    const taken = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 10_140 }],
      tenders: [cash(12_000)],
    });
    expect(taken).toMatchObject({
      label: 'W3-000001',
      totalCents: 10_140,
      changeCents: 1_860,
      change: { 1000: 1, 500: 1, 100: 3, 25: 2, 10: 1 },
    });
    expect(balanceOf(station.look, `drawer:${drawer}:cash`)).toBe(20_000 + 10_140);
    expect(await station.lastSlip()).toContain('W3-000001');
    expect((await ortiz.ask('paper', {})).slips[0]?.kicked).toBe(true);
  });

  test('over several accounts and all tenders at once says which tender paid which line', async () => {
    const taken = await ortiz.tell('takePayment', {
      drawer,
      lines: [
        { kind: 'account', accountNumber: HALE, cents: 10_140 },
        { kind: 'account', accountNumber: NGUYEN, cents: 17_280 },
      ],
      tenders: [check(20_000), card(5_000), cash(2_500)],
    });
    expect(taken.changeCents).toBe(80);
    const { receipt } = await ortiz.ask('receipt', { label: taken.label });
    expect(receipt.payments).toEqual([
      { line: 0, tender: 0, cents: 10_140 },
      { line: 1, tender: 0, cents: 9_860 },
      { line: 1, tender: 1, cents: 5_000 },
      { line: 1, tender: 2, cents: 2_420 },
    ]);
    expect(['cash', 'check', 'card'].map((kind) => balanceOf(station.look, `drawer:${drawer}:${kind}`))).toEqual([
      22_420, 20_000, 5_000,
    ]);
  });

  test('in part pays by the district’s order: the penalty first, then the service', async () => {
    const { label } = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }],
      tenders: [cash(5_000)],
    });
    const { receipt } = await ortiz.ask('receipt', { label });
    expect(chargesIn(receipt.lines[0]).map((paid) => [paid.kind, paid.cents])).toEqual([
      ['penalty', 1_500],
      ['service', 3_500],
    ]);
    const owed = await ortiz.ask('account', { accountNumber: HALE });
    expect(owed.charges.map((open) => [open.kind, open.openCents])).toEqual([['service', 5_140]]);
  });

  test('of a charge that the payer names pays that one and nothing else', async () => {
    const open = (await ortiz.ask('account', { accountNumber: NGUYEN })).charges;
    const newest = open.find((known) => known.period === 'Sep–Oct 2026');
    await ortiz.tell('takePayment', {
      drawer,
      lines: [
        {
          kind: 'account' as const,
          accountNumber: NGUYEN,
          cents: 8_640,
          charges: [{ chargeId: newest?.chargeId ?? 0, cents: 8_640 }],
        },
      ],
      tenders: [cash(8_640)],
    });
    const left = (await ortiz.ask('account', { accountNumber: NGUYEN })).charges;
    expect(left.map((known) => known.period)).toEqual(['Jul–Aug 2026']);
  });

  test('of more than is owed keeps the rest as unapplied credit', async () => {
    await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 12_000 }],
      tenders: [cash(12_000)],
    });
    const owed = await ortiz.ask('account', { accountNumber: HALE });
    expect({ charges: owed.charges, unapplied: owed.unappliedCents, balance: owed.balanceCents }).toEqual({
      charges: [],
      unapplied: 1_860,
      balance: -1_860,
    });
    expect(balanceOf(station.look, `unapplied:${HALE}`)).toBe(-1_860);
  });

  test('by check seals the bank account, so that only finance can read it again', async () => {
    const { label } = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 8_640 }],
      tenders: [check(8_640)],
    });
    const { receipt } = await ortiz.ask('receipt', { label });
    const [kept] = receipt.tenders;
    if (kept?.kind !== 'check') throw new Error('not a check');
    expect(kept.lastFour).toBe('3412');
    expect(unseal(kept.sealedAccount, CHECK_KEY)).toBe('4000123412');
    const everything = JSON.stringify(
      station.look.$client
        .prepare(
          'SELECT text FROM entries UNION ALL SELECT reply FROM commands UNION ALL SELECT input_digest FROM commands',
        )
        .raw()
        .all(),
    );
    expect(everything).not.toContain('4000123412');
  });

  test('takes the account holder as payer unless another is named', async () => {
    const first = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: NGUYEN, cents: 100 }],
      tenders: [cash(100)],
    });
    const second = await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: NGUYEN, cents: 100 }],
      tenders: [cash(100)],
      payer: 'Rainier Court HOA',
    });
    const rows = (await ortiz.ask('receipts', {})).receipts;
    expect(rows.map((row) => [row.label, row.payer])).toEqual([
      [second.label, 'Rainier Court HOA'],
      [first.label, 'Nguyễn, Minh Châu'],
    ]);
  });
});

describe('the same command id', () => {
  test('answers the same again and writes nothing, however often (F05, F55, F56)', async () => {
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }],
      tenders: [cash(6_000)],
    };
    const answers = await Promise.all([1, 2, 3].map(() => ortiz.ask('takePayment', input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await ortiz.ask('receipts', {})).receipts).toHaveLength(1);
  });

  test('is the same in capitals: the ledger holds them equal, so the station must', async () => {
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }],
      tenders: [cash(6_000)],
    };
    const first = await ortiz.ask('takePayment', input);
    expect(await ortiz.ask('takePayment', { ...input, commandId: input.commandId.toUpperCase() })).toEqual(first);
    expect((await ortiz.ask('receipts', {})).receipts).toHaveLength(1);
  });

  test('with other content is refused', async () => {
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }],
      tenders: [cash(6_000)],
    };
    await ortiz.ask('takePayment', input);
    expect(await ortiz.refused('takePayment', { ...input, tenders: [cash(7_000)] })).toBe('command_reused');
  });
});

describe('refused, and nothing is left behind', () => {
  const rows: [string, (input: Record<string, unknown>) => unknown, string][] = [
    ['no such drawer', (input) => ({ ...input, drawer: 'W3-D0999' }), 'drawer_unknown'],
    [
      'an account that does not exist',
      (input) => ({ ...input, lines: [{ kind: 'account' as const, accountNumber: '40-99999-99', cents: 100 }] }),
      'account_unknown',
    ],
    [
      'an account twice',
      (input) => ({
        ...input,
        lines: [HALE, HALE].map((accountNumber) => ({ kind: 'account', accountNumber, cents: 100 })),
      }),
      'account_twice',
    ],
    [
      'a charge that is not open',
      (input) => ({
        ...input,
        lines: [
          { kind: 'account' as const, accountNumber: HALE, cents: 100, charges: [{ chargeId: 999_999, cents: 100 }] },
        ],
      }),
      'charge_not_open',
    ],
    [
      'an enormous amount',
      (input) => ({
        ...input,
        lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 999_999_999 }],
        tenders: [cash(999_999_999)],
      }),
      'receipt_too_large',
    ],
    [
      'two enormous amounts, which together are more than one may be',
      (input) => ({
        ...input,
        lines: [HALE, NGUYEN].map((accountNumber) => ({ kind: 'account', accountNumber, cents: 999_999_999 })),
      }),
      'receipt_too_large',
    ],
    [
      'enormous tenders, which together are more than one may be',
      (input) => ({ ...input, tenders: [check(999_999_999), card(999_999_999)] }),
      'tender_too_large',
    ],
    [
      'a scanner’s burst as the cash that was handed over',
      (input) => ({ ...input, tenders: [cash(401_187_203)] }),
      'tender_too_large',
    ],
    ['more than any amount', (input) => ({ ...input, tenders: [cash(1e15)] }), 'bad_input'],
    ['ten million dollars', (input) => ({ ...input, tenders: [cash(1_000_000_000)] }), 'bad_input'],
    ['a part of a cent', (input) => ({ ...input, tenders: [cash(100.5)] }), 'bad_input'],
    ['a negative amount', (input) => ({ ...input, tenders: [cash(-100)] }), 'bad_input'],
    ['a field that nobody knows', (input) => ({ ...input, discount: 5 }), 'bad_input'],
    ['cash twice', (input) => ({ ...input, tenders: [cash(5_000), cash(5_140)] }), 'cash_twice'],
    [
      'a routing number whose check digit is wrong',
      (input) => ({ ...input, tenders: [check(10_140, { routing: '021000022' })] }),
      'routing_wrong',
    ],
    [
      'the same check twice',
      (input) => ({ ...input, tenders: [check(5_070), cash(100), check(4_970, { checkNumber: '001187' })] }),
      'check_twice',
    ],
    ['change from a check', (input) => ({ ...input, tenders: [check(20_000)] }), 'change_from_check'],
    ['too little', (input) => ({ ...input, tenders: [cash(10_139)] }), 'tender_short'],
    ['cash that is not needed', (input) => ({ ...input, tenders: [check(10_140), cash(100)] }), 'cash_not_needed'],
    ['a card number as the payer', (input) => ({ ...input, payer: 'Visa 4111 1111 1111 1111' }), 'card_number_in_text'],
    ['a payer’s name that turns writing around', (input) => ({ ...input, payer: 'Hale \u202Eevil' }), 'bad_input'],
    ['half a letter as the payer’s name', (input) => ({ ...input, payer: 'Hale \uD83D' }), 'bad_input'],
    ['a payer’s name of 10,000 letters', (input) => ({ ...input, payer: 'x'.repeat(10_000) }), 'bad_input'],
  ];

  test.each(rows)('%s', async (_, change, code) => {
    const before = station.look.select().from(entries).all().length;
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 10_140 }],
      tenders: [cash(10_140)],
    };
    expect(await ortiz.refused('takePayment', change(input))).toBe(code);
    expect(station.look.select().from(entries).all()).toHaveLength(before);
    expect(
      (
        await ortiz.tell('takePayment', {
          drawer,
          lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
          tenders: [cash(100)],
        })
      ).label,
    ).toBe('W3-000001');
  });

  test('a charge named twice on one line, however small its parts', async () => {
    const [first] = (await ortiz.ask('account', { accountNumber: HALE })).charges;
    const part = { chargeId: first?.chargeId ?? 0, cents: 100 };
    const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 200, charges: [part, part] }];
    expect(await ortiz.refused('takePayment', { commandId: randomUUID(), drawer, lines, tenders: [cash(200)] })).toBe(
      'charge_twice',
    );
  });

  test('nothing when two checks differ in number, account or bank', async () => {
    const tenders = [
      check(2_000),
      check(2_000, { checkNumber: '1188' }),
      check(2_000, { bankAccount: '4000123413' }),
      check(4_140, { routing: '125000024' }),
    ];
    const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 10_140 }];
    expect(await ortiz.tell('takePayment', { drawer, lines, tenders })).toMatchObject({ totalCents: 10_140 });
  });

  test('named charges that are not the line', async () => {
    const [first] = (await ortiz.ask('account', { accountNumber: HALE })).charges;
    const lines = [
      {
        kind: 'account' as const,
        accountNumber: HALE,
        cents: 200,
        charges: [{ chargeId: first?.chargeId ?? 0, cents: 100 }],
      },
    ];
    expect(await ortiz.refused('takePayment', { commandId: randomUUID(), drawer, lines, tenders: [cash(200)] })).toBe(
      'charges_not_line',
    );
  });

  test('somebody else’s drawer, and one’s own when it is being counted', async () => {
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
      tenders: [cash(100)],
    };
    const haddad = await station.signedIn('l.haddad');
    expect(await haddad.refused('takePayment', input)).toBe('drawer_not_yours');
    await ortiz.tell('startCount', { drawer });
    expect(await ortiz.refused('takePayment', input)).toBe('drawer_counting');
  });

  test('people who do not stand at the tray, and nobody', async () => {
    const input = {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
      tenders: [cash(100)],
    };
    for (const person of ['e.lindqvist', 's.park'])
      expect(await (await station.signedIn(person)).refused('takePayment', input)).toBe('not_permitted');
    expect(await station.caller().refused('takePayment', input)).toBe('not_signed_in');
  });
});

test('whatever is taken, tenders − change = lines = postings, for every ending', async () => {
  const anyAmount = fc.integer({ min: 1, max: 40_000 });
  let papers = 2_000;
  await fc.assert(
    fc.asyncProperty(
      anyAmount,
      anyAmount,
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 500 }),
      async (first, second, byCheck, byCard, over) => {
        const due = first + second;
        const checked = Math.floor((due * byCheck) / 200);
        const carded = Math.floor((due * byCard) / 200);
        const left = due - checked - carded;
        const tenders = [
          // Each check is another piece of paper.
          ...(checked > 0 ? [check(checked, { checkNumber: String(++papers) })] : []),
          ...(carded > 0 ? [card(carded)] : []),
          ...(left > 0 ? [cash(left + over)] : []),
        ];
        const taken: Output<'takePayment'> = await ortiz.tell('takePayment', {
          drawer,
          lines: [
            { kind: 'account', accountNumber: HALE, cents: first },
            { kind: 'account', accountNumber: NGUYEN, cents: second },
          ],
          tenders,
          // So many payments come to more currency than goes by without a word.
          noted: ['currency_report'],
        });
        const position = station.look.select().from(entries).all().length;
        const { payload, postings } = entryAt(station.look, position, 'receipt_issued').entry;
        const total = (values: number[]) => cents(values.reduce((sum, value) => sum + value, 0));
        expect(total(payload.tenders.map((tender) => tender.cents))).toBe(due);
        expect(total(payload.payments.map((payment) => payment.cents))).toBe(due);
        expect(total(postings.filter((posting) => posting.side === 'credit').map((posting) => posting.cents))).toBe(
          due,
        );
        expect(taken.changeCents).toBe(left > 0 ? over : 0);
      },
    ),
    { numRuns: 60 },
  );
});
