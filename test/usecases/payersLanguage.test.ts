import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const IVANOVA = '40-10660-02';
const HALE = '40-11872-03';
const cash = (cents: number) => [{ kind: 'cash' as const, cents }];
const permit = {
  kind: 'fee' as const,
  code: 'side-sewer-permit',
  quantity: 1,
  cents: 116_325,
  told: ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'],
};

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  const bill = () => [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)];
  station = await createStation({
    accounts: [account(IVANOVA, 'Иванова, Ольга', bill(), { language: 'ru' }), account(HALE, 'Hale, Dorothea', bill())],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
});
afterEach(() => station.close());

const onAccount = (accountNumber: string) => ({ kind: 'account' as const, accountNumber, cents: 8_640 });
const slipOf = async (label: string, kind: 'receipt' | 'refund' | 'permit' = 'receipt') =>
  (await ortiz.ask('slip', { document: { kind, label } })).rows.join('\n');

test('a slip speaks the language of the first account beside English', async () => {
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [onAccount(IVANOVA), onAccount(HALE)],
    tenders: cash(17_280),
  });
  expect(await slipOf(label)).toMatch(/Sewer service Sep–Oct 2026 +86\.40\n +Канализация, сентябрь–октябрь 2026\n/);
  expect(await slipOf(label)).toMatch(/TOTAL +172\.80\nИтого\n/);
});

test('the payer’s word is kept with the receipt: another language, or English alone', async () => {
  const take = async (accountNumber: string, language: 'en' | 'es') =>
    (await ortiz.tell('takePayment', { drawer, lines: [onAccount(accountNumber)], tenders: cash(8_640), language }))
      .label;
  expect(await slipOf(await take(HALE, 'es'))).toMatch(/Cash +86\.40\nEfectivo\n/);
  expect(await slipOf(await take(IVANOVA, 'en'))).not.toContain('Канализация');
});

test('a receipt type is called as the district says; the receipt keeps that, and the permit prints it', async () => {
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [permit],
    tenders: cash(116_325),
    language: 'ru',
  });
  const { receipt } = await ortiz.ask('receipt', { label });
  expect(receipt.lines[0]).toMatchObject({ names: { ru: 'Разрешение на подключение к канализации' } });
  for (const kind of ['receipt', 'permit'] as const)
    expect(await slipOf(label, kind)).toContain('Разрешение на подключение к канализации');
});

test('what undoes a receipt is in the language of that receipt', async () => {
  const { label } = await ortiz.tell('takePayment', { drawer, lines: [onAccount(IVANOVA)], tenders: cash(8_640) });
  const back = {
    label,
    refund: { parts: [{ place: 0, cents: 1_000 }], means: { kind: 'cash' as const, drawer } },
    reason: 'overpaid' as const,
  };
  const { mark } = await ortiz.ask('refundProposal', back);
  const pin = PINS.get('j.whitebear') ?? '';
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin });
  const refunded = await ortiz.tell('refundReceipt', { ...back, approval });
  expect(await slipOf(refunded.label, 'refund')).toMatch(/Reason +Overpaid\nПричина +Переплата/);
});
