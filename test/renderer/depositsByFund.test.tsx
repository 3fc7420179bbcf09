import { counterAccounts } from '#test/support/counterAccounts';
import { type DepositsOffice, depositsOffice } from '#test/support/depositsOffice';
import { createStation, type TestStation } from '#test/support/station';
import { depositByFund, waitingByFund } from '#test/support/waitingByFund';
import {
  batchesIn,
  blankMakeDeposit,
  hasCash,
  makeDepositReducer,
  papersIn,
  toldDeposit,
} from '../../renderer/screens/deposits/makeDepositForm.ts';
import { pageAt, signIn, type TestPage } from '../support/pageAt.tsx';

test('each account has its own share of a batch and its own papers, and is told without where they go', () => {
  const form = blankMakeDeposit('id', waitingByFund());
  const numbers = (of: typeof form) => papersIn(of).map(({ paper }) => paper.checkNumber);
  expect([form.account, hasCash(form), numbers(form)]).toEqual(['operating', true, ['4419', '209817745511']]);
  const capital = makeDepositReducer(form, { did: 'choseAccount', account: 'capital' });
  expect([batchesIn(capital).length, hasCash(capital), numbers(capital)]).toEqual([1, true, ['1187']]);
  const ticked = makeDepositReducer(capital, { did: 'tickedPaper', place: 1 });
  expect(toldDeposit(ticked)).toMatchObject({
    ...{ bankAccount: 'capital', batches: ['W1-B0411'] },
    checks: [{ batch: 'W1-B0411', tender: 'check', checkNumber: '1187', cents: 980 }],
  });
  expect(toldDeposit(ticked).checks[0]).not.toHaveProperty('account');
});

describe('on the screen', () => {
  let station: TestStation;
  let page: TestPage;
  let office: DepositsOffice;
  beforeEach(async () => {
    office = depositsOffice([depositByFund()], waitingByFund());
    station = await createStation({ accounts: counterAccounts(), host: office.line });
    await station.settled();
    page = await pageAt(station);
    await signIn(page, 'j.whitebear');
    await page.press('F2', { shiftKey: true });
  });
  afterEach(async () => {
    page.close();
    await station.close();
  });
  const says = (words: string) => document.body.textContent?.includes(words) ?? false;

  test('whoever prepares a deposit reads which account it is for and whose money goes there', async () => {
    await page.press('F2');
    expect(says('Operating account ··0917')).toBe(true);
    expect(says('all that no other account takes by fund')).toBe(true);
    await page.press('F2');
    expect(says('Capital account ··4402')).toBe(true);
    expect(says('402 Sewer capital')).toBe(true);
  });

  test('what went to other accounts is explained in its tie, and what is of which fund is told', async () => {
    await page.press('F8');
    expect(says('1,000.00 to other accounts')).toBe(true);
    expect(document.querySelector('.tie')?.textContent).not.toContain('≠');
    expect(document.querySelector('.side')?.textContent).toContain('403 Debt service596.80');
  });
});
