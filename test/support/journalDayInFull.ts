import type { CommandName, Input } from '#contract/contract';
import type { Caller, TestStation } from './station.ts';

/* What the golden day has beside a plain day's receipts: every other kind of line, tender, undoing and form. */

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
export const IVANOV = '40-11902-01';

const approvedBy = { person: 'j.whitebear', pin: '8153' };

const found = {
  kind: 'suspense' as const,
  cents: 5_000,
  name: 'Tran, Linh',
  address: '7 Slate Ln, Quarry Bay',
  parcel: '0418-22-0017',
};
const copies = { kind: 'fee' as const, code: 'copies', quantity: 4, cents: 100, told: [] };
const permit = {
  kind: 'fee' as const,
  code: 'side-sewer-permit',
  quantity: 1,
  cents: 116_325,
  told: ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'],
  accountNumber: HALE,
};
const onAccount = (accountNumber: string, cents: number) => ({ kind: 'account' as const, accountNumber, cents });
const drawnCheck = (checkNumber: string, cents: number, form: 'check' | 'cashiers') => ({
  kind: 'check' as const,
  cents,
  form,
  checkNumber,
  routing: '021000021',
  bankAccount: '4000123412',
});
const card = (cents: number) => ({
  kind: 'card' as const,
  cents,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});

/**
 * Goes on in an open drawer: payments set aside, taken up and dropped, a form left, a tender turned away, lunch; then
 * receipts 6 to 8 with every kind of line and tender; then corrections, refunds, and a reversal of receipt 4, whose
 * drawer closed before.
 */
export async function goOnInFull(caller: Caller, drawer: string): Promise<void> {
  const resumed = await formsIn(caller, drawer);
  const take = (payment: Omit<Input<'takePayment'>, 'commandId' | 'drawer'>) =>
    caller.tell('takePayment', { drawer, ...payment });
  await take({
    lines: [permit, found, { ...onAccount(IVANOV, 2_000), charges: [{ chargeId: 5, cents: 2_000 }] }],
    tenders: [
      { kind: 'money-order', cents: 100_000, issuer: 'usps', serial: '26011874453' },
      drawnCheck('700412', 20_000, 'cashiers'),
      { kind: 'cash', cents: 4_000 },
    ],
    resumed,
  });
  await take({
    lines: [onAccount(HALE, 1_000), copies],
    tenders: [{ kind: 'credit', cents: 600, accountNumber: NGUYEN }, card(500)],
  });
  await take({ lines: [onAccount(HALE, 3_000)], tenders: [card(3_000)], entryMode: 'phone', delivery: 'none' });
  await undoneIn(caller, drawer);
}

/** Lays payments aside and takes them up. Answers the label of the one that goes on. */
async function formsIn(caller: Caller, drawer: string): Promise<string> {
  const aside = { drawer, tenderedCents: 0 };
  const first = await caller.tell('suspendPayment', { ...aside, lines: [onAccount(HALE, 500), found, copies] });
  await caller.tell('resumePayment', { drawer, label: first.label });
  const second = await caller.tell('suspendPayment', {
    ...aside,
    lines: [permit, found],
    payer: 'Tran, Linh',
    resumed: first.label,
  });
  const third = await caller.tell('suspendPayment', { ...aside, lines: [copies] });
  await caller.tell('dropSuspension', { drawer, label: third.label });
  await caller.tell('leaveForm', { drawer, cashCents: 2_000, dueCents: 1_500, accounts: 1 });
  await caller.tell('refuseTender', {
    drawer,
    refused: { tender: 'cash', why: 'counterfeit', cents: 10_000 },
    steps: ['kept_it', 'noted_the_passer', 'in_an_envelope'],
    words: 'Grey coat, left on foot',
  });
  await caller.tell('parkDrawer', { drawer });
  await caller.tell('unparkDrawer', { drawer });
  return second.label;
}

async function undoneIn(caller: Caller, drawer: string): Promise<void> {
  await corrected(caller, {
    label: 'W3-000006',
    correction: { what: 'line', place: 1, to: onAccount(NGUYEN, 5_000) },
    reason: 'wrong_account',
    words: 'It was hers all along',
  });
  await corrected(caller, {
    label: 'W3-000007',
    correction: { what: 'tender', place: 1, to: drawnCheck('1190', 500, 'check') },
    reason: 'wrong_tender',
  });
  await corrected(caller, {
    label: 'W3-000001',
    correction: { what: 'tender', place: 0, to: drawnCheck('1191', 10_140, 'check') },
    reason: 'wrong_tender',
  });
  const paidBack = (label: string, cents: number, means: Input<'refundProposal'>['refund']['means']) =>
    refunded(caller, { label, refund: { parts: [{ place: 0, cents }], means }, reason: 'overpaid' });
  await paidBack('W3-000005', 2_000, { kind: 'cash', drawer });
  await paidBack('W3-000008', 1_000, { kind: 'card', brand: 'visa', lastFour: '8841', approvalCode: '05512C' });
  await paidBack('W3-000008', 500, { kind: 'warrant' });
  await reversed(caller, { label: 'W3-000004', reason: 'keyed_twice' });
}

/** Counts what is there and closes, with nothing over or short. */
export async function closeInFull(caller: Caller, drawer: string): Promise<void> {
  await caller.tell('startCount', { drawer });
  const checks = [
    { checkNumber: '700412', cents: 20_000 },
    { checkNumber: '1190', cents: 500 },
  ];
  const moneyOrders = [{ checkNumber: '26011874453', cents: 100_000 }];
  const cash = { 5000: 3, 2000: 2, 500: 1, 100: 4, 25: 2, 5: 3 };
  await caller.tell('submitCount', { drawer, count: { cash, checks, moneyOrders, cardTotalCents: 3_000 } });
  const { countNumber } = await caller.ask('comparison', { drawer });
  await caller.tell('closeDrawer', { drawer, countNumber });
}

/** The day's last drawer, still open: it reverses a receipt that was paid with credit and whose drawer is closed now. */
export async function fourthDrawer(station: TestStation): Promise<void> {
  const haddad = await station.signedIn('l.haddad');
  await haddad.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await reversed(haddad, { label: 'W3-000007', reason: 'never_was', words: 'The payer had left' });
}

type Asked<N extends CommandName> = Omit<Input<N>, 'commandId' | 'approval'>;

async function corrected(caller: Caller, asked: Asked<'correctReceipt'>): Promise<void> {
  const { mark } = await caller.ask('correctionProposal', asked);
  await caller.tell('correctReceipt', { ...asked, approval: await yes(caller, mark) });
}

async function refunded(caller: Caller, asked: Asked<'refundReceipt'>): Promise<void> {
  const { mark } = await caller.ask('refundProposal', asked);
  await caller.tell('refundReceipt', { ...asked, approval: await yes(caller, mark) });
}

async function reversed(caller: Caller, asked: Asked<'reverseReceipt'>): Promise<void> {
  const { mark } = await caller.ask('reversalProposal', asked);
  await caller.tell('reverseReceipt', { ...asked, approval: await yes(caller, mark) });
}

async function yes(caller: Caller, mark: string): Promise<string> {
  return (await caller.ask('approve', { mark, ...approvedBy })).approval;
}
