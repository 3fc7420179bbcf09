import { render } from '@testing-library/react';
import type { ReceiptView } from '#contract/shapes';
import { GivenBack } from '../../renderer/screens/receipts/GivenBack.tsx';

type Tenders = ReceiptView['receipt']['tenders'];
const cash: Tenders[number] = {
  kind: 'cash',
  cents: 158_640,
  tenderedCents: 160_000,
  changeCents: 1_360,
  roundingCents: 0,
};
const card: Tenders[number] = {
  kind: 'card',
  cents: 5_000,
  brand: 'visa',
  lastFour: '8841',
  approvalCode: '204417',
};

const shown = (...tenders: Tenders) => {
  const receipt = { tenders } as ReceiptView['receipt'];
  return render(<GivenBack view={{ drawer: 'W3-D0001', receipt }} />).container;
};

test('bug: the receipt of a void tells the cash that it gives back, loud, and what else goes back', () => {
  const view = shown(cash, card);
  expect(view.querySelector('.loud')?.textContent).toBe('1,586.40');
  expect(view.querySelector('h2')?.textContent).toBe('Cash given back');
  expect([...view.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual([
    'Visa ··8841',
    'on the terminal',
    '50.00',
  ]);
});

test('where no cash goes back, no number is loud', () => {
  expect(shown(card).querySelector('.loud')).toBeNull();
  expect(shown(cash).querySelector('table')).toBeNull();
});
