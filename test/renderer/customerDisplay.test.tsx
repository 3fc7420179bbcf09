import { cleanup, render, screen } from '@testing-library/react';
import type { CustomerView, Shown } from '#renderer/customer/customerView';
import { CustomerDisplay } from '../../renderer/customer/CustomerDisplay.tsx';

afterEach(cleanup);

const paying = {
  language: 'ru',
  purposes: [
    { kind: 'charge', charge: { kind: 'service', period: 'Sep–Oct 2026' }, cents: 8_640 },
    { kind: 'fee', name: 'Side sewer permit', quantity: 1, cents: 116_325 },
  ],
  totalCents: 124_965,
  tenders: [
    { tender: { kind: 'check', form: 'check' }, number: '1187', cents: 120_000 },
    { tender: { kind: 'cash' }, number: '', cents: 8_000 },
  ],
  tails: ['872-03'],
} as const;

function shown(shows: unknown, more: Partial<CustomerView> = {}): string {
  const view = { district: 'Quarry Bay', station: 'W3', training: false, theme: 'light' as const };
  render(<CustomerDisplay view={{ ...view, ...more, shows: shows as Shown }} />);
  return document.body.textContent ?? '';
}

test('before a station speaks, nothing stands there', () => {
  render(<CustomerDisplay view={null} />);
  expect(document.body.textContent).toBe('');
});

test.each([
  ['welcome', 'Welcome', 'Bienvenidos', 'Добро пожаловать'],
  ['closed', 'This counter is closed', 'Esta ventanilla está cerrada', 'Эта касса закрыта'],
])('while it is %s, that is said in every language', (state, ...texts) => {
  shown({ state });
  for (const text of texts) expect(screen.getByText(text)).toBeTruthy();
});

test('a payment stands in English with the payer’s language under it, and says what is still to pay', () => {
  const text = shown({ state: 'payment', missingCents: 4_965, ...paying });
  expect(text).toContain('Sewer service Sep–Oct 2026Канализация, сентябрь–октябрь 202686.40');
  expect(text).toContain('Check no. 1187Банковский чек № 11871,200.00');
  expect(text).toContain('To payК оплате49.65');
  expect(text).toContain('Account ending 872-03Лицевой счёт, последние цифры 872-03');
  expect(screen.getByText('Итого').lang).toBe('ru');
});

test('with all that is due on the counter there is no change yet: a moment', () => {
  const text = shown({ state: 'payment', missingCents: 0, ...paying });
  expect(text).toContain('One moment, pleaseОдну минуту, пожалуйста');
  expect(text).not.toMatch(/change|сдач/i);
});

test('recorded, the change is there with what to do', () => {
  const text = shown({ state: 'paid', changeCents: 3_035, ...paying });
  expect(text).toContain('Your changeВаша сдача30.35');
  expect(text).toContain('Please check your change before you leave');
});

test('recorded without change, it is paid', () => {
  const text = shown({ state: 'paid', changeCents: 0, ...paying, language: 'vi' });
  expect(text).toContain('Paid1,249.65');
  expect(text).toContain('Thank you');
  expect(document.querySelector('.also')).toBeNull();
});

test('more lines and accounts than there is room for are counted, with their sum', () => {
  const purposes = Array.from({ length: 10 }, (_, place) => ({
    kind: 'charge',
    charge: { kind: 'service', period: `Sep–Oct ${2010 + place}` },
    cents: 100 + place,
  }));
  const tails = ['001-01', '002-01', '003-01', '004-01', '005-01', '006-01', '007-01'];
  const text = shown({ state: 'payment', missingCents: 1_045, ...paying, purposes, tails });
  expect(text).toContain('4 earlier lines4 предыдущие строки4.06');
  expect(text).toContain('Accounts ending 001-01, 002-01 and 5 more accounts');
  expect(text).toContain('последние цифры 001-01, 002-01 и ещё 5 счетов');
});

test('training says so', () => {
  expect(shown({ state: 'welcome' }, { training: true })).toContain('TRAINING: not money');
  expect(document.querySelector('[data-training]')).not.toBeNull();
});
