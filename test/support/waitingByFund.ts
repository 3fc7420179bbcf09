import type { Output } from '#contract/contract';
import { someDeposit, WAITING } from './depositsOffice.ts';

const TENDERS: Output<'depositable'>['bankAccounts'][number]['tenders'] = ['cash', 'check', 'money-order'];

/** The same batches where the capital fund has an account of its own: of W1-B0411 a share of the cash and one check. */
export function waitingByFund(): Output<'depositable'> {
  const [first, ...rest] = WAITING.batches;
  if (!first) throw new Error('something waits');
  const own = { batch: first.batch, account: 'capital' };
  const parts = [
    { ...own, tender: 'cash' as const, cents: null },
    { ...own, tender: 'cash' as const, cents: null, account: 'operating' },
    { ...own, tender: 'check' as const, cents: 980 },
    { ...own, tender: 'check' as const, cents: 8_640, account: 'operating' },
  ];
  const checks = first.checks.map((check) => (check.checkNumber === '1187' ? { ...check, ...own } : check));
  return {
    ...WAITING,
    bankAccounts: [
      { account: 'operating', name: 'Operating account', lastFour: '0917', tenders: TENDERS },
      { account: 'capital', name: 'Capital account', lastFour: '4402', tenders: TENDERS, funds: ['402'] },
    ],
    batches: [{ ...first, parts, checks }, ...rest],
  };
}

/** A deposit of the capital fund's share of two batches: the rest of them went to another account. */
export function depositByFund(): ReturnType<typeof someDeposit> {
  const one = someDeposit('L-P0232', 'handed', {
    ...{ bankAccount: 'capital', bankAccountName: 'Capital account', lastFour: '4402', bag: 'QB00814474' },
  });
  if (!one.told) throw new Error('it is told');
  const [cash, ...papers] = one.told.tie;
  if (!cash) throw new Error('cash is in it');
  const tie = [{ ...cash, receiptsCents: 449_760, drawersCents: 449_760, elsewhereCents: 100_000 }, ...papers];
  const funds = [
    { fund: '402', name: 'Sewer capital', cents: 600_000 },
    { fund: '403', name: 'Debt service', cents: 59_680 },
  ];
  return { ...one, told: { ...one.told, tie, funds } };
}
