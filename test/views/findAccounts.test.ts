import fc from 'fast-check';
import type { Output } from '#contract/contract';
import { storeAccount, storeAccounts } from '#db/station/accounts';
import { openStation, type StationDb, writing } from '#db/station/open';
import type { AccountDelta } from '#domain/account';
import { cents } from '#domain/money';
import { REFUSAL_CODES } from '#domain/refusal';
import { writeScanline } from '#formats/scanline';
import { BILL_LINE } from '#main/sample/district';
import type { ReadyContext } from '#main/views/context';
import { findAccounts } from '#main/views/findAccounts';
import { account, charge, POLICY } from '../support/quarryBay.ts';

let db: StationDb;
beforeEach(() => {
  db = openStation(':memory:');
});
afterEach(() => db.$client.close());

const at = {
  now: Date.UTC(2026, 10, 23, 18),
  policy: POLICY,
  sync: { accountsAsOf: 1_795_000_000_000 },
} as ReadyContext;
const find = (text: string): Output<'findAccounts'> => findAccounts(db, { text }, at);
const found = (text: string) => find(text).hits.map((hit) => `${hit.foundIn} ${hit.accountNumber}`);

function store(...deltas: AccountDelta[]): void {
  writing(db, (tx) => {
    for (const delta of deltas) storeAccount(tx, delta);
  });
}

const hale = account('40-11872-03', 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)], {
  phone: '(360) 555-0142',
});
const nguyen = account('40-12093-01', 'Nguyễn, Minh Châu', [], {
  serviceAddress: '2214 Alder Ct NE',
  mailingAddress: 'c/o Ruiz Property, PO Box 17, Quarry Bay WA 98379',
  parcel: '0418-22-0093',
  phone: '(360) 555-0187',
  email: 'minh.chau@example.org',
  contract: 'PP-4012093',
  unappliedCents: 2_500,
  flags: ['no-checks', 'autopay'],
});
const sullivan = account('40-12871-01', 'O’Sullivan, Niamh', [], {
  serviceAddress: '312 Tide St, Unit 4',
  mailingAddress: '312 Tide St, Unit 4, Quarry Bay WA 98379',
  parcel: '0512-03-1187',
  phone: '206.555.9931',
  notes: 'Earlier owner: Kowalczyk, Paweł. Gate is locked: call before a visit.',
  status: 'closed',
});
const ivanov = account('40-12503-01', 'Иванов, Пётр', [], {
  serviceAddress: '7 Point Hudson Rd',
  mailingAddress: '',
  parcel: '',
  phone: '',
});
const permit = account('SSP-2026-0097', 'Bergström, Åsa', [], {
  serviceAddress: '930 Osprey Ct',
  mailingAddress: '930 Osprey Ct, Quarry Bay WA 98379',
  permits: ['SS-2025-1187', 'SS-2026-0412'],
  parcel: '0418-22-0097',
  phone: '',
});

describe('among a few accounts', () => {
  beforeEach(() => store(hale, nguyen, sullivan, ivanov, permit));

  test.each([
    // Account number: whole, without dashes, as it stands on a bill, from any of its parts on, as it is being typed.
    ['40-11872-03', ['account 40-11872-03']],
    ['401187203', ['account 40-11872-03']],
    ['00401187203', ['account 40-11872-03']],
    ['11872', ['account 40-11872-03']],
    ['1187203', ['account 40-11872-03']],
    ['40-12', ['account 40-12093-01', 'account 40-12503-01', 'account 40-12871-01']],
    ['ssp-2026-0097', ['account SSP-2026-0097']],
    ['SSP2026', ['account SSP-2026-0097']],
    // Name: accents, script, apostrophes and the order of words do not matter.
    ['nguyen', ['name 40-12093-01']],
    ['NGUYỄN', ['name 40-12093-01']],
    ['chau ngu', ['name 40-12093-01']],
    ['n', ['name 40-12093-01', 'name 40-12871-01']],
    ['os', ['name 40-12871-01', 'address SSP-2026-0097']],
    ['sullivan', ['name 40-12871-01']],
    ['sul nia', ['name 40-12871-01']],
    ['o sullivan', ['name 40-12871-01']],
    ["o'sullivan", ['name 40-12871-01']],
    ['ivan', ['name 40-12503-01']],
    ['Иванов', ['name 40-12503-01']],
    ['asa b', ['name SSP-2026-0097']],
    // Service address.
    ['2214', ['address 40-12093-01']],
    ['alder', ['address 40-12093-01']],
    ['118 Quarry Rd', ['address 40-11872-03']],
    ['unit 4', ['address 40-12871-01']],
    // Phone: whole, without brackets, without its area code, its last digits.
    ['(360) 555-0142', ['phone 40-11872-03']],
    ['3605550142', ['phone 40-11872-03']],
    ['5550142', ['phone 40-11872-03']],
    ['0142', ['phone 40-11872-03']],
    ['206 555', ['phone 40-12871-01']],
    // Parcel.
    ['0418-22-0093', ['parcel 40-12093-01']],
    ['0418220093', ['parcel 40-12093-01']],
    ['220093', ['parcel 40-12093-01']],
    // Permit, contract, e-mail: whole, in one piece, as they are being typed.
    ['SS-2026-0412', ['permit SSP-2026-0097']],
    ['ss20260412', ['permit SSP-2026-0097']],
    ['0412', ['permit SSP-2026-0097']],
    ['PP-4012093', ['contract 40-12093-01']],
    ['pp4012', ['contract 40-12093-01']],
    ['minh.chau@example.org', ['email 40-12093-01']],
    ['minh.c', ['name 40-12093-01']],
    ['MINH.CHAU@', ['email 40-12093-01']],
    ['@example.org', []],
    ['@', []],
    // Where bills go when that is elsewhere, and the office's notes: tenants, agents, earlier owners.
    ['ruiz', ['mailing 40-12093-01']],
    ['po box 17', ['mailing 40-12093-01']],
    ['98379', ['mailing 40-12093-01']],
    ['kowalczyk', ['notes 40-12871-01']],
    ['gate locked', ['notes 40-12871-01']],
    // One and two characters, of a number and of a word.
    ['5', ['phone 40-11872-03', 'phone 40-12093-01', 'phone 40-12871-01']],
    ['i', ['name 40-12503-01', 'notes 40-12871-01']],
    ['иv', ['name 40-12503-01']],
    // Words of several fields at once.
    ['hale quarry', ['name 40-11872-03']],
    ['niamh tide', ['name 40-12871-01']],
    ['alder 0187', ['address 40-12093-01']],
    // What is in no account, and what is no word at all.
    ['hale alder', []],
    ['zzz', []],
    ['99999', []],
    ['ale', []],
    ['', []],
    ['   ', []],
    ['-- ,', []],
    ['"*"', []],
    ['hale OR nguyen', []],
    ['name:hale', []],
  ])('%s finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('an exact number comes before those that only begin so', () => {
    store(account('40-1187', 'Old, Number', []));
    expect(found('40-1187').slice(0, 2)).toEqual(['account 40-1187', 'account 40-11872-03']);
  });

  test('a number comes before a name, a name before an address, an address before a phone and a parcel', () => {
    store(
      account('40-55501-01', 'Aa, One', [], { parcel: '', phone: '' }),
      account('40-30001-01', '555 Quarry Club', [], { serviceAddress: '', parcel: '', phone: '' }),
      account('40-30002-01', 'Bb, Two', [], { serviceAddress: '555 Tide St', parcel: '', phone: '' }),
      account('40-30003-01', 'Cc, Three', [], { serviceAddress: '', parcel: '', phone: '555-1111' }),
      account('40-30004-01', 'Dd, Four', [], { serviceAddress: '', parcel: '0555-1-1', phone: '' }),
    );
    expect(found('555').slice(0, 3)).toEqual(['account 40-55501-01', 'name 40-30001-01', 'address 40-30002-01']);
    expect(found('555')).toContain('phone 40-30003-01');
    expect(found('0555')).toEqual(['parcel 40-30004-01']);
  });

  test('who is called just so comes before who has an O’ before it', () => {
    store(account('40-30005-01', 'Sullivan, Zoe', [], { phone: '', parcel: '' }));
    expect(found('sulliv')).toEqual(['name 40-30005-01', 'name 40-12871-01']);
  });

  test('a hit carries what the list shows', () => {
    expect(find('hale').hits).toEqual([
      {
        accountNumber: '40-11872-03',
        customer: 'Hale, Dorothea',
        serviceAddress: '118 Quarry Rd',
        status: 'active',
        flags: [],
        balanceCents: 8_640,
        foundIn: 'name',
        foundText: 'Hale, Dorothea',
        alike: null,
      },
    ]);
    expect(find('0187').hits).toMatchObject([
      { balanceCents: -2_500, flags: ['no-checks', 'autopay'], foundText: '(360) 555-0187' },
    ]);
    expect(find('niamh').hits).toMatchObject([{ status: 'closed' }]);
    expect(find('niamh').asOf).toBe(1_795_000_000_000);
  });

  test('a new name is found and the old one is not', () => {
    store({ ...hale, customer: 'Hale-Okafor, Thea', phone: '' });
    expect(found('okafor')).toEqual(['name 40-11872-03']);
    expect(found('dorothea')).toEqual([]);
    expect(found('0142')).toEqual([]);
  });

  describe('a scanned bill line', () => {
    const line = (accountNumber: string) =>
      writeScanline(BILL_LINE, { account: accountNumber, netCents: cents(8_640) });

    test('finds its account and says what it asks for', () => {
      const { hits, billLine } = find(` ${line('40-11872-03')}\n`);
      expect(hits).toMatchObject([{ accountNumber: '40-11872-03', foundIn: 'account' }]);
      expect(billLine).toEqual({ accountNumber: '40-11872-03', billCents: 8_640 });
    });

    test('asks for the gross amount once its due date is past', () => {
      const parts = { account: '40-11872-03', netCents: cents(8_640), grossCents: cents(9_504) };
      const asked = (date: string) => find(writeScanline(BILL_LINE, { ...parts, date })).billLine?.billCents;
      expect(asked('112326')).toBe(8_640);
      expect(asked('112226')).toBe(9_504);
    });

    test('that was misread is refused', () => {
      const wrong = line('40-11872-03').replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
      expect(() => find(wrong)).toThrow(expect.objectContaining({ code: 'bill_line_wrong' }));
    });

    test('of an account that is not here is refused, and tells what it asks for: the money goes into suspense', () => {
      const refusal = { code: 'account_unknown', facts: { accountNumber: '409999901', billCents: 8_640 } };
      expect(() => find(line('40-99999-01'))).toThrow(expect.objectContaining(refusal));
    });

    test('that fits two accounts shows both and chooses neither', () => {
      store(account('401-18720-3', 'Hale, Frank', []));
      const { hits, billLine } = find(line('40-11872-03'));
      expect(hits.map((hit) => hit.accountNumber).sort()).toEqual(['40-11872-03', '401-18720-3']);
      expect(billLine).toBeNull();
    });
  });
});

describe('misspelt', () => {
  const johnson = account('40-20001-01', 'Johnson, Dorothy', [], { serviceAddress: '907 Skagit Ln' });
  const kowalski = account('40-20002-01', 'Kowalczyk, Zofia', [], { serviceAddress: '12 Hemlock St' });
  const shcherbakov = account('40-20003-01', 'Щербаков, Фёдор', [], { serviceAddress: '5 Marina Pl' });
  beforeEach(() => store(hale, nguyen, ivanov, johnson, kowalski, shcherbakov));
  const alike = (text: string) => find(text).hits.map((hit) => [hit.customer, hit.alike]);

  test.each([
    // Swapped, left out, another letter, heard alike, put elsewhere.
    ['Ngyuen', [['Nguyễn, Minh Châu', 'nguyen']]],
    ['Jonson', [['Johnson, Dorothy', 'johnson']]],
    ['johsnon', [['Johnson, Dorothy', 'johnson']]],
    ['Kowalsky', [['Kowalczyk, Zofia', 'kowalczyk']]],
    ['Kovalchik', [['Kowalczyk, Zofia', 'kowalczyk']]],
    ['Ivanof', [['Иванов, Пётр', 'ivanov']]],
    ['Ивонов', [['Иванов, Пётр', 'ivanov']]],
    ['Fyodor Scherbakof', [['Щербаков, Фёдор', 'fedor shcherbakov']]],
    ['dorotea hale', [['Hale, Dorothea', 'dorothea hale']]],
    // One word as it is, another misspelt; a street; a word of an address that is nobody's name.
    ['jonson dor', [['Johnson, Dorothy', 'johnson dor']]],
    ['907 skaggit', [['Johnson, Dorothy', '907 skagit']]],
    ['hemlok', [['Kowalczyk, Zofia', 'hemlock']]],
    // Too short, or too far from anybody.
    ['hle', []],
    ['xqzwv', []],
    ['40-20009', []],
    ['zzz zofia', []],
  ])('%s finds %j', (text, expected) => {
    expect(alike(text)).toEqual(expected);
  });

  test('beside somebody who is called just so only the very likest are listed, and they come last', () => {
    store(account('40-20004-01', 'Jonson, Ann', []), account('40-20005-01', 'Jansen, Per', []));
    expect(alike('jonson')).toEqual([
      ['Jonson, Ann', null],
      ['Johnson, Dorothy', 'johnson'],
    ]);
    expect(alike('jonsson')).toEqual([
      ['Jonson, Ann', 'jonson'],
      ['Johnson, Dorothy', 'johnson'],
      ['Jansen, Per', 'jansen'],
    ]);
  });

  test('with enough who are called just so nobody else is', () => {
    store(...[1, 2, 3].map((place) => account(`40-3000${place}-01`, `Jonson, Ann ${place}`, [])));
    expect(alike('jonson').map(([, words]) => words)).toEqual([null, null, null]);
  });

  test('who has moved away is not found by an old misspelling either', () => {
    store({ ...johnson, customer: 'Park, Ji' });
    expect(alike('jonson')).toEqual([]);
  });
});

test('property: whatever is typed, looking for it answers or refuses the bill line, and throws nothing else', () => {
  store(hale, nguyen, sullivan, ivanov, permit);
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ maxLength: 100 }));
  fc.assert(
    fc.property(anything, (text) => {
      expect(find(text.slice(0, 100)).hits.length).toBeLessThanOrEqual(50);
    }),
  );
});

describe('among many of one kind', () => {
  const many = (count: number, of: (place: number) => AccountDelta) =>
    store(...Array.from({ length: count }, (_, i) => of(i)));
  const number = (place: number) => `40-${20_000 + place}-01`;

  test('at most fifty are listed, by name, and none that begins so is missed (F78)', () => {
    many(120, (place) => account(number(place), `Park, Ji-${String(119 - place).padStart(3, '0')}`, []));
    const { hits } = find('park');
    expect(hits).toHaveLength(50);
    expect(hits.map((hit) => hit.customer)).toEqual(
      Array.from({ length: 50 }, (_, i) => `Park, Ji-${String(i).padStart(3, '0')}`),
    );
  });

  test('a name in the middle is found behind hundreds that begin with it in another field (F78)', () => {
    many(300, (place) => account(number(place), 'Smith, John', [], { serviceAddress: `${place} Alder St` }));
    store(account('40-90000-01', 'Jones, Alder', [], { serviceAddress: '5 Tide St' }));
    expect(found('alder')[0]).toBe('name 40-90000-01');
    expect(found('jones alder')).toEqual(['name 40-90000-01']);
  });

  test('short digits give each field its turn, and fill up from one when the others have nothing', () => {
    many(80, (place) => account(number(place), 'Smith, John', [], { serviceAddress: '', phone: '', parcel: '' }));
    store(account('51-00001-01', 'Cannery', [], { serviceAddress: '40 Tide St', phone: '', parcel: '' }));
    expect(found('40')).toContain('address 51-00001-01');
    expect(found('40')).toHaveLength(50);
    expect(found('402')).toHaveLength(50);
  });
});

describe('however many accounts there are (F78)', () => {
  const asked = (sql: string) =>
    db.$client
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(sql.match(/\?/g) ?? []).map(() => null))
      .map(({ detail }) => detail);

  test('each look is a look into an index: no table is read through, none is sorted, nothing is passed over', () => {
    const seen: string[] = [];
    const prepare = db.$client.prepare.bind(db.$client);
    const spy = jest.spyOn(db.$client, 'prepare').mockImplementation((sql) => {
      seen.push(sql);
      return prepare(sql);
    });
    store(hale, nguyen, ivanov);
    seen.length = 0;
    for (const text of ['40-118', 'hale', 'Ngyuen', '5', 'PP-40', 'a@b', 'hale 118']) find(text);
    spy.mockRestore();
    const looks = seen.filter((sql) => /account_search|account_words|spellings/.test(sql));
    expect(looks.length).toBeGreaterThan(8);
    for (const sql of looks) {
      expect(sql).toMatch(/ limit \?/);
      expect(sql).not.toMatch(/ offset /);
      for (const step of asked(sql).filter((detail) => !/json_each/.test(detail)))
        expect([sql, step]).toEqual([
          sql,
          expect.stringMatching(/^(SEARCH|SCAN account_words VIRTUAL TABLE INDEX|LIST|USE TEMP B-TREE FOR DISTINCT)/),
        ]);
    }
  });

  test('one among 5,000 of the same name is found by any field beyond the first fifty', () => {
    writing(db, (tx) =>
      storeAccounts(
        tx,
        Array.from({ length: 5_000 }, (_, place) =>
          account(`40-${20_000 + place}-01`, 'Smith, John', [], {
            serviceAddress: `${place} Alder St`,
            phone: `360-55${String(place).padStart(5, '0')}`,
            permits: [`SS-2026-${place}`],
          }),
        ),
      ),
    );
    for (const text of ['40-24999-01', '3605504999', 'SS-2026-4999', '4999 alder', 'smith 4999', 'smiht 4999'])
      expect([text, find(text).hits[0]?.accountNumber]).toEqual([text, '40-24999-01']);
    expect(find('smith').hits).toHaveLength(50);
    expect(find('s').hits).toHaveLength(50);
    expect(find('smiht').hits).toHaveLength(20);
  });
});

test('of equal hits one that is closed and paid comes last, and the spelling with accents first', () => {
  store(
    { ...account('40-90001-01', 'Zamora, Ana', []), status: 'closed' },
    account('40-90002-01', 'Zamora, Bea', []),
    {
      ...account('40-90003-01', 'Zamora, Cid', [charge('service', 'Sep–Oct 2026', '2026-11-30', 100)]),
      status: 'closed',
    },
    account('40-90004-01', 'Zámora, Dan', []),
  );
  expect(found('zamora')).toEqual(['name 40-90002-01', 'name 40-90003-01', 'name 40-90004-01', 'name 40-90001-01']);
  expect(found('Zámora')[0]).toBe('name 40-90004-01');
});

test('refusals of this view are in the closed list', () => {
  expect(REFUSAL_CODES).toEqual(expect.arrayContaining(['bill_line_wrong', 'account_unknown']));
});
