import { fireEvent, within } from '@testing-library/react';
import { cents } from '#domain/money';
import { writeScanline } from '#formats/scanline';
import { BILL_LINE } from '#main/sample/district';
import { find } from '#renderer/messages/find';
import { counterAccounts } from '#test/support/counterAccounts';
import { charge } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts() });
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
  await page.press('Enter', { ctrlKey: true });
});

afterEach(async () => {
  page.close();
  await station.close();
});

const rows = () =>
  within(screen.getByRole('table', { name: 'Accounts found' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
const marked = () => [...document.querySelectorAll('.hits mark')].map((mark) => mark.textContent);
const panel = () => document.querySelector('.side')?.textContent ?? '';
const loud = () => document.querySelector('.loud')?.textContent;

test('what is found in another field stands below, with that field; what is only alike stands last', async () => {
  await page.type('nguyen bao');
  expect(rows()).toEqual([
    'Nguyen, Quoc Bao | 1828 Tide St, Unit 4 | 40-13307-01 | Credit | −25.00',
    'Found in another field',
    'Castellanos, Inés | Earlier owner: Nguyen, Bao. | 40-11219-03 | Note | 86.40',
  ]);
  expect(marked()).toEqual(['Nguyen', 'Bao', 'Nguyen', 'Bao']);
  await page.type('jonson');
  expect(rows()[0]).toBe('Looks or sounds alike');
  expect(rows()[1]).toContain('Johnson, Dorothy');
  expect(marked()).toContain('Johnson');
  expect(screen.getByText(/^no match, \d alike$/)).toBeTruthy();
  await page.press('Enter');
  expect(loud()).toBe('86.40');
});

test('nothing that is like it is said in words, and a piece of a bill line as one', async () => {
  await page.type('zzzzz');
  expect(screen.getByText(/^No account has that in any field/)).toBeTruthy();
  await page.type('004011872031130260100');
  expect(screen.getByText(/^No account has that number\. Of a bill line every digit is needed/)).toBeTruthy();
  await page.press('Enter');
  expect(page.focused()).toBe(screen.getByLabelText('Find'));
});

test('an account shows each flag with its meaning, its note, its plan and how it is reached', async () => {
  await page.type('minh chau');
  for (const words of [
    'No checksA check came back. Take cash, a money order or a card; a supervisor can override.',
    'AutopayPays by itself.',
    'Payment planPays by installments.',
    'NoteCheck № 2204 came back in October.',
    'Contract PP-4012093 6 installments, 2 paid',
    'late 62.50',
    'minh.chau@example.org',
  ])
    expect(panel()).toContain(words);
  await page.type('SSP-2026-0097');
  expect(panel()).toContain('Permits SSP-2025-0412, SSP-2026-0097');
  expect(panel()).toContain('bills go to c/o Nguyen Property, 88 Ferry St');
  await page.type('faas');
  expect(panel()).toContain('Shut-off pendingService will be shut off unless all that is late is paid.');
  expect(panel()).toContain('LienA lien is recorded.');
});

test('bug: Enter put installments on the receipt that were not due yet', async () => {
  const installment = (number: number, dueDay: string) =>
    charge('contract', `installment ${number} of 6`, dueDay, 6_250);
  station.ledger.books.change('40-12093-01', (known) => {
    known.charges.push(installment(4, '2026-12-15'), installment(5, '2027-01-15'));
  });
  await station.wait(12);
  await page.type('minh chau');
  expect(loud()).toBe('368.94');
  expect(screen.getByRole('button', { name: /^Add 4 of 6 charges, 243\.94/ })).toBeTruthy();
  await page.press('Enter');
  expect(loud()).toBe('243.94');
  expect(document.body.textContent).toContain('payment plan');
  expect(page.focused()).toBe(screen.getByLabelText('Cash'));
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  const { receipt } = await (await station.signedIn('s.park')).ask('receipt', { label: 'W3-000001' });
  const periods = ['Jul–Aug 2026', 'installment 3 of 6', 'Jul–Aug 2026', 'Sep–Oct 2026'];
  expect(receipt.lines).toMatchObject([
    { namedWhy: 'payment_plan', cents: 24_394, unappliedCents: 0, charges: periods.map((period) => ({ period })) },
  ]);
});

test('what was paid here stands in the account with how it was paid', async () => {
  await page.type('hale');
  await page.press('Enter');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  station.clock.advance(400);
  await page.press('Enter');
  await page.type('hale');
  expect(panel()).toMatch(/Last paymentsAmountNov 23, 2026W3-000001Cash 101\.40/);
});

test('what was paid elsewhere stands there, too, by its label', async () => {
  const issuedAt = Date.parse('2026-11-18T18:00:00Z');
  station.ledger.books.change('40-11872-03', (known) => {
    known.payments = [{ label: 'W4-000017', issuedAt, cents: 2_000, tenders: ['check'], undone: 'void' }];
  });
  await station.wait(12);
  await page.type('hale');
  expect(panel()).toMatch(/Last paymentsAmountNov 18, 2026W4-000017Check void20\.00/);
});

describe('a bill line', () => {
  const line = (more = {}) =>
    writeScanline(BILL_LINE, {
      account: '40-11872-03',
      date: '113026',
      netCents: cents(10_140),
      grossCents: cents(11_154),
      ...more,
    });

  test.each([
    ['scanned', async () => page.scan(line())],
    ['typed by hand, with Enter', async () => [await page.type(line()), await page.press('Enter')]],
    [
      'typed in groups',
      async () => [await page.type(`${line().slice(0, 11)} ${line().slice(11)} `), await page.press('Enter')],
    ],
  ])('%s goes straight to the payment', async (_, bring) => {
    await bring();
    expect(page.focused()).toBe(screen.getByLabelText('Cash'));
    expect(loud()).toBe('101.40');
  });

  test('that is late says the gross amount', async () => {
    await page.scan(line({ date: '112226' }));
    expect(screen.getByText('the bill says 111.54')).toBeTruthy();
  });

  test('with a wrong check digit is refused where it was scanned, and brings nobody', async () => {
    const wrong = line().replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    await page.scan(wrong);
    expect(screen.getByRole('alert').textContent).toMatch(/^The bill line’s check digit is wrong\./);
    await page.press('Enter');
    expect(page.focused()).toBe(screen.getByLabelText('Find'));
    await page.scan(line());
    expect(page.focused()).toBe(screen.getByLabelText('Cash'));
  });

  test('bug: whose account is not known said so and offered nothing: the money is taken into suspense', async () => {
    await page.scan(line({ account: '40-99999-09' }));
    expect(screen.getByRole('alert').textContent).toMatch(/^There is no account 409999909\./);
    expect(panel()).toContain('The account of this bill is not known here.');
    fireEvent.click(screen.getByRole('button', { name: /^Take it into suspense/ }));
    await page.settle();
    expect(page.focused()).toBe(screen.getByLabelText('Name'));
  });

  test('bug: with a wrong check digit it offered nothing: where the bill cannot be read, suspense', async () => {
    await page.scan(line().replace(/.$/, (digit) => String((Number(digit) + 1) % 10)));
    expect(panel()).toMatch(/^Scan the whole line againA digit of the bill line is wrong\..*Take it into suspense/);
    await page.press('u', { ctrlKey: true });
    expect(page.focused()).toBe(screen.getByLabelText('Name'));
  });

  test('bug: scanned while the change still showed it was dropped: it begins the next payment', async () => {
    await page.type('nguyen kevin');
    await page.press('Enter');
    await page.press('Enter');
    await page.press('Enter', { ctrlKey: true });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Receipt W3-000001');
    station.clock.advance(400);
    await page.scan(line());
    expect(page.focused()).toBe(screen.getByLabelText('Cash'));
    expect(loud()).toBe('101.40');
  });

  test('scanned the very moment the change came up, it does not send the change away unseen', async () => {
    await page.type('nguyen kevin');
    await page.press('Enter');
    await page.press('Enter');
    await page.press('Enter', { ctrlKey: true });
    await page.scan(line());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Receipt W3-000001');
  });
});

test('a check scanned while the change still shows begins the next payment', async () => {
  await page.type('nguyen kevin');
  await page.press('Enter');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  station.clock.advance(400);
  await page.scan('T021000021T 4455667U 1187');
  expect((screen.getByLabelText('Routing') as HTMLInputElement).value).toBe('021000021');
});

test('bug: accounts and items together were counted past the fifty that are listed, as if these were all', () => {
  expect([0, 1, 49, 50, 53].map(find.matches)).toEqual([
    'no match',
    '1 match',
    '49 matches',
    '50 or more',
    '50 or more',
  ]);
});
