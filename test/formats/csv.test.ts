import { ACCOUNT_COLUMNS } from '#formats/accountsFile';
import { CHARGE_COLUMNS } from '#formats/chargesFile';
import { type Columns, type Row, readCsv } from '#formats/csv';

const ACCOUNTS = 'account,customer,service_address,mailing_address,parcel,phone,email,status,language,flags';
const CHARGES = 'account,kind,period,due,amount,fund,bars';
const GOOD = '40-11872-03,"Nguyen, Thi ""Kim""",812 Marine Dr,,00434,206-555-0142,,active,vi,no-checks lien';

async function read<C extends Columns>(columns: C, content: string | Uint8Array[], file = 'accounts.csv') {
  async function* chunks() {
    if (typeof content === 'string') yield Buffer.from(content);
    else yield* content;
  }
  const rows: Row<C>[] = [];
  for await (const batch of readCsv(file, chunks(), columns)) rows.push(...batch);
  return rows;
}

const accounts = (content: string | Uint8Array[]) => read(ACCOUNT_COLUMNS, content);
const charges = (content: string) => read(CHARGE_COLUMNS, content, 'charges.csv');
const account = (over: Partial<Record<string, string>>) => {
  const cells: Record<string, string> = {
    account: '40-11872-03',
    customer: 'Ann Lee',
    service_address: '',
    mailing_address: '',
    parcel: '',
    phone: '',
    email: '',
    status: 'active',
    language: 'en',
    flags: '',
    ...over,
  };
  return `${ACCOUNTS}\n${Object.values(cells).join(',')}\n`;
};
const charge = (over: Partial<Record<string, string>>) => {
  const cells: Record<string, string> = {
    account: '40-11872-03',
    kind: 'service',
    period: 'Sep–Oct 2026',
    due: '2026-11-20',
    amount: '86.40',
    fund: '401',
    bars: '3435001',
    ...over,
  };
  return `${CHARGES}\n${Object.values(cells).join(',')}\n`;
};

test('reads quotes, CRLF, a BOM and columns in any order', async () => {
  const [row] = await accounts(`\uFEFF${ACCOUNTS}\r\n${GOOD}\r\n`);
  expect(row).toEqual({
    line: 2,
    values: {
      account: '40-11872-03',
      customer: 'Nguyen, Thi "Kim"',
      service_address: '812 Marine Dr',
      mailing_address: '',
      parcel: '00434',
      phone: '206-555-0142',
      email: '',
      status: 'active',
      language: 'vi',
      flags: ['no-checks', 'lien'],
      // Columns that may be left out are empty then.
      contract: '',
      permits: [],
      notes: '',
    },
  });
  const turned = await charges(
    'bars,fund,amount,due,period,kind,account\n3435001,401,"1,264.65",2026-11-20,Q3,fee,A12\n',
  );
  expect(turned[0]?.values).toEqual({
    account: 'A12',
    kind: 'fee',
    period: 'Q3',
    due: '2026-11-20',
    amount: 126465,
    fund: '401',
    bars: '3435001',
  });
});

test('a letter cut in two by the network is one letter', async () => {
  const bytes = Buffer.from(account({ customer: 'Đặng Thị Hoa' }));
  const rows = await accounts([...bytes].map((byte) => Uint8Array.of(byte)));
  expect(rows[0]?.values.customer).toBe('Đặng Thị Hoa');
});

test('hands on many rows in batches and counts every line', async () => {
  let content = `${ACCOUNTS}\n`;
  for (let place = 0; place < 4_500; place++) content += `A${place}00,Ann,,,,,,active,en,\n`;
  async function* chunks() {
    yield Buffer.from(content);
  }
  const batches: { rows: number; last: number | undefined }[] = [];
  for await (const batch of readCsv('accounts.csv', chunks(), ACCOUNT_COLUMNS))
    batches.push({ rows: batch.length, last: batch.at(-1)?.line });
  expect(batches).toEqual([
    { rows: 2_000, last: 2_001 },
    { rows: 2_000, last: 4_001 },
    { rows: 500, last: 4_501 },
  ]);
});

describe('what is refused in the first line', () => {
  test.each([
    ['an empty file', '', 'accounts.csv: is empty'],
    ['a missing column', `${ACCOUNTS.replace(',flags', '')}\n`, 'line 1, column flags: is missing'],
    ['an unknown column', `${ACCOUNTS},pin\n`, 'line 1, column pin: is not one of account, customer'],
    ['a column without a name', `${ACCOUNTS},\n`, 'line 1, column 11: is not one of'],
    ['a column named twice', `${ACCOUNTS},phone\n`, 'line 1, column phone: is named twice'],
    ['semicolons', ACCOUNTS.replaceAll(',', ';'), 'line 1, column account;customer'],
    ['another code', Buffer.from(account({ customer: 'Jos\u00e9 Ruiz' }), 'latin1'), 'is not UTF-8 text'],
    ['UTF-16', Buffer.from('\uFEFFaccount', 'utf16le'), 'is not UTF-8 text'],
    ['half a letter at the end', Buffer.from(`${account({})}Ж`).subarray(0, -1), 'is not UTF-8 text'],
  ])('%s', async (_what, content, says) => {
    const sent = typeof content === 'string' ? content : [content];
    await expect(accounts(sent)).rejects.toThrow(says);
  });
});

describe('what is refused in a row of accounts', () => {
  test.each([
    [
      'too few values',
      `${ACCOUNTS}\nA12,Ann\n`,
      'line 2, column service_address: the row has 2 values where 10 belong',
    ],
    ['too many values', `${account({}).trimEnd()},x\n`, 'line 2, column 11: the row has 11 values where 10 belong'],
    ['an open quote', `${ACCOUNTS}\n"A12,Ann,,,,,,active,en,\n`, 'a quote is opened and never closed'],
    ['a quote out of place', `${ACCOUNTS}\nA12,Ann "B" C,,,,,,active,en,\n`, 'a quote stands where none may'],
    ['no number', account({ account: '' }), 'line 2, column account: must be 3 to 20 digits'],
    ['a number with a space', account({ account: '40 11' }), 'column account'],
    ['nobody', account({ customer: ' ' }), 'column customer: must be a name'],
    ['a name on two lines', account({ customer: '"Ann\nLee"' }), 'line 3, column customer: must be a name'],
    ['writing turned round', account({ customer: 'Ann\u202Eeel' }), 'column customer'],
    ['a card number as a name', account({ customer: '4111 1111 1111 1111' }), 'without a card number'],
    ['an unknown status', account({ status: 'open' }), 'column status: must be active or closed'],
    ['an unknown language', account({ language: 'de' }), 'column language: must be en, es, ru or vi'],
    ['an unknown flag', account({ flags: 'lien vip' }), 'column flags: must be some of no-checks'],
    ['an endless value', account({ customer: 'x'.repeat(30_000) }), 'longer than 20000 characters'],
  ])('%s', async (_what, content, says) => {
    await expect(accounts(content)).rejects.toThrow(says);
  });
});

describe('what is refused in a row of charges', () => {
  test.each([
    ['three decimals', { amount: '86.405' }, 'column amount: must have at most two decimals'],
    ['a negative amount', { amount: '-86.40' }, 'column amount: must not be negative'],
    ['nothing', { amount: '0.00' }, 'column amount: must be above zero'],
    ['no amount', { amount: '' }, 'column amount: must be above zero'],
    ['a sum', { amount: '20+5' }, 'column amount: must be an amount in dollars'],
    ['words', { amount: 'free' }, 'column amount: must be an amount in dollars'],
    ['an enormous amount', { amount: '999999999999999' }, 'column amount: is more than any charge can be'],
    ['an unknown kind', { kind: 'gift' }, 'column kind: must be one of fee'],
    ['a day that is none', { due: '2026-02-30' }, 'column due: must be a day'],
    ['an American day', { due: '11/20/2026' }, 'column due: must be a day'],
    ['a short code', { bars: '34350' }, 'column bars: must be seven digits'],
    ['a long fund', { fund: '4010' }, 'column fund: must be three digits'],
    ['a card number', { period: '4111-1111-1111-1111' }, 'column period'],
  ])('%s', async (_what, over, says) => {
    await expect(charges(charge(over))).rejects.toThrow(`charges.csv, line 2, ${says}`);
  });
});
