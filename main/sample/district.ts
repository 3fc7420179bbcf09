import type { BusinessDay } from '#domain/businessDay';
import type { DistrictFile, FirstPerson, Policy, ScanlineTemplate } from '#domain/district';
import type { ReceiptType } from '#domain/receiptType';
import { COMMERCIAL_SEWER, CONNECTION_PLAN, FEE, INTEREST, PAYMENT_PLAN, PENALTY, PERMIT, SEWER } from './billing.ts';

const RECEIVABLE = '1220000';
/** Each fund's own code of the pooled cash: cash by fund. */
const CASH_ON_HAND = '1113000';
const DEPOSIT = { fund: '401', bars: '2393000' };
const INSPECTION = { fund: '401', bars: '3424000' };

/** The foot of a Quarry Bay bill: 42 digits, every second one doubled, as many bill printers do. */
export const BILL_LINE: ScanlineTemplate = {
  name: 'Quarry Bay bill',
  fields: [
    { field: 'account', digits: 11 },
    { field: 'date', digits: 6 },
    { field: 'rate', digits: 4 },
    { field: 'gross', digits: 10 },
    { field: 'net', digits: 10 },
    { field: 'check', digits: 1 },
  ],
  weights: [2, 1],
  digitSum: true,
  modulus: 10,
  grossAfter: 'mmddyy',
};

/** The people of the first day. On a training station the sign-in screen shows their PINs. */
const PEOPLE: FirstPerson[] = [
  { person: 'm.ortiz', name: 'Marisol Ortiz', role: 'cashier', firstPin: '4172' },
  { person: 'l.haddad', name: 'Layla Haddad', role: 'cashier', firstPin: '5309' },
  { person: 'p.kowalczyk', name: 'Paweł Kowalczyk', role: 'cashier', firstPin: '6284' },
  { person: 's.tuiasosopo', name: 'Sione Tuiasosopo', role: 'cashier', firstPin: '7461' },
  { person: 'j.whitebear', name: 'Joseph Whitebear', role: 'supervisor', firstPin: '8153' },
  { person: 'i.solheim', name: 'Ingrid Solheim', role: 'supervisor', firstPin: '9026' },
  { person: 'e.lindqvist', name: 'Ebba Lindqvist', role: 'finance', firstPin: '3718' },
  { person: 's.park', name: 'Soo-ah Park', role: 'auditor', firstPin: '1947' },
];

const CHART: Policy['chart'] = [
  { fund: '401', bars: RECEIVABLE, name: 'Customer accounts receivable' },
  { ...SEWER, name: 'Sewer service charges, homes' },
  { ...COMMERCIAL_SEWER, name: 'Sewer service charges, commercial' },
  { ...PAYMENT_PLAN, name: 'Payment plans' },
  { ...PENALTY, name: 'Penalties on late charges' },
  { ...INTEREST, name: 'Interest on late charges' },
  { ...FEE, name: 'Miscellaneous sewer fees' },
  { ...INSPECTION, name: 'Inspection fees' },
  { ...PERMIT, name: 'Side sewer permits' },
  { ...CONNECTION_PLAN, name: 'Connection charges by installment' },
  { fund: '402', bars: '3790000', name: 'Connection charges' },
  { fund: '401', bars: '3611100', name: 'Investment interest' },
  { fund: '401', bars: '3698100', name: 'Cashiers’ overages and shortages' },
  { fund: '401', bars: '3699100', name: 'Cash rounding' },
  { fund: '401', bars: '2391000', name: 'Unapplied customer credit' },
  { fund: '401', bars: '2392000', name: 'Suspense' },
  { ...DEPOSIT, name: 'Refundable deposits' },
  { fund: '401', bars: '5358031', name: 'Office and operating supplies' },
  { fund: '401', bars: CASH_ON_HAND, name: 'Cash on hand' },
  { fund: '402', bars: CASH_ON_HAND, name: 'Cash on hand' },
  { fund: '401', bars: '1111000', name: 'Cash in bank' },
  { fund: '401', bars: '1112000', name: 'Cash with the county treasurer' },
  { fund: '402', bars: '1112000', name: 'Cash with the county treasurer' },
  { fund: '401', bars: '1118000', name: 'Change fund' },
  { fund: '401', bars: '1119000', name: 'Deposits in transit' },
  { fund: '402', bars: '1119000', name: 'Deposits in transit' },
  { fund: '401', bars: '1221000', name: 'Card receipts awaited' },
  { fund: '401', bars: '1229000', name: 'Differences to be explained' },
  { fund: '401', bars: '2139000', name: 'Refunds payable' },
];

const FROM = '2026-01-01';
const AT_THE_TRAY = ['cashier', 'supervisor'] as const;
const field = (name: string, kind: ReceiptType['fields'][number]['kind'], required = true) => ({
  name,
  kind,
  required,
});
const each = (cents: number): ReceiptType['prices'] => [{ from: FROM, price: { kind: 'each', cents } }];
const open: ReceiptType['prices'] = [{ from: FROM, price: { kind: 'open' } }];
const plain = { unit: '', account: 'none', prints: 'nothing' } as const;

/** What the counter takes beside bills; the numbers are made up, the shapes are those of real fee schedules. */
const RECEIPT_TYPES: ReceiptType[] = [
  {
    ...plain,
    code: 'side-sewer-permit',
    name: 'Side sewer permit',
    names: { es: 'Permiso de conexión al alcantarillado', ru: 'Разрешение на подключение к канализации' },
    prices: each(116_325),
    distribution: [
      { ...PERMIT, percent: 94 },
      { ...INSPECTION, percent: 6 },
    ],
    fields: [
      field('Permit number', 'text'),
      field('Parcel', 'parcel'),
      field('Address', 'text'),
      field('Contractor', 'text'),
      field('Kind of work', 'text'),
    ],
    account: 'optional',
    prints: 'permit',
    roles: [...AT_THE_TRAY],
  },
  {
    ...plain,
    code: 'inspection',
    name: 'Repeat inspection',
    names: { es: 'Inspección repetida', ru: 'Повторный осмотр' },
    prices: each(7_500),
    distribution: [{ ...INSPECTION, percent: 100 }],
    fields: [field('Permit number', 'text')],
    roles: [...AT_THE_TRAY],
  },
  {
    ...plain,
    code: 'nsf-fee',
    name: 'Returned check fee',
    names: { es: 'Cargo por cheque devuelto', ru: 'Сбор за возвращённый чек' },
    prices: each(4_000),
    distribution: [{ ...FEE, percent: 100 }],
    account: 'required',
    fields: [],
    roles: [...AT_THE_TRAY],
  },
  {
    ...plain,
    code: 'copies',
    name: 'Copies and maps',
    names: { es: 'Copias y mapas', ru: 'Копии и карты' },
    unit: 'page',
    prices: [
      {
        from: FROM,
        price: {
          kind: 'tiers',
          tiers: [
            { upTo: 10, eachCents: 25 },
            { upTo: null, eachCents: 15 },
          ],
        },
      },
    ],
    distribution: [{ ...FEE, percent: 100 }],
    fields: [],
    roles: [...AT_THE_TRAY],
  },
  {
    ...plain,
    code: 'construction-deposit',
    name: 'Construction deposit',
    names: { es: 'Depósito de construcción', ru: 'Залог на время строительства' },
    prices: open,
    distribution: [{ ...DEPOSIT, percent: 100 }],
    fields: [field('Permit number', 'text')],
    account: 'required',
    roles: [...AT_THE_TRAY],
  },
  {
    ...plain,
    code: 'misc-receipt',
    name: 'Miscellaneous receipt',
    names: { es: 'Cobro vario', ru: 'Прочий платёж' },
    prices: open,
    distribution: null,
    fields: [field('What for', 'text')],
    account: 'optional',
    roles: [...AT_THE_TRAY],
  },
];

const LIMITS: Policy['limits'] = {
  receiptMaxCents: 10_000_000,
  overShortReasonBeyondCents: 100,
  overShortApprovalBeyondCents: 1_000,
  floatMaxCents: 200_000,
  pinAttemptsMax: 5,
  pinLockMinutes: 5,
  tenders: {
    cash: { onlineMaxCents: 1_000_000, offlineMaxCents: 300_000 },
    check: { onlineMaxCents: 5_000_000, offlineMaxCents: 2_000_000 },
    'money-order': { onlineMaxCents: 300_000, offlineMaxCents: 100_000 },
    card: { onlineMaxCents: 500_000, offlineMaxCents: 150_000 },
  },
  currencyReportCents: 1_000_000,
  refundCashMaxCents: 10_000,
  dropAskedAtCents: 100_000,
  checkClearsAfterDays: 10,
};

const STANDING: Policy['standing'] = {
  overShort: { fund: '401', bars: '3698100' },
  unapplied: { fund: '401', bars: '2391000' },
  suspense: { fund: '401', bars: '2392000' },
  rounding: { fund: '401', bars: '3699100' },
  cashOnHand: { fund: '401', bars: CASH_ON_HAND },
  changeFund: { fund: '401', bars: '1118000' },
  changeFundSource: { fund: '401', bars: '1111000' },
  depositsInTransit: { fund: '401', bars: '1119000' },
  cardClearing: { fund: '401', bars: '1221000' },
  difference: { fund: '401', bars: '1229000' },
  refundsPayable: { fund: '401', bars: '2139000' },
  treasurer: '1112000',
  pool: { fund: '401', claim: CASH_ON_HAND, owed: CASH_ON_HAND },
};

/**
 * `district.json` of the Quarry Bay Sewer District, in force since the first of the year of `day`.
 * @param checkSealingKey X25519 public key, base64 of its SPKI form
 * @param checkMatchingKey 32 bytes in base64
 */
export function sampleDistrict(day: BusinessDay, checkSealingKey: string, checkMatchingKey: string): DistrictFile {
  const year = day.slice(0, 4);
  return {
    district: 'quarry-bay',
    name: 'Quarry Bay Sewer District',
    header: ['1200 Quarry Rd, Quarry Bay WA 98379', '(360) 555-0100'],
    footer: ['Questions? Ask at the counter, 8 to 5.'],
    timeZone: 'America/Los_Angeles',
    effectiveFrom: `${year}-01-01`,
    resolution: `${year}-01`,
    funds: [
      { fund: '401', name: 'Sewer operating', basis: { kind: 'accrual', receivable: RECEIVABLE } },
      { fund: '402', name: 'Sewer capital', basis: { kind: 'cash' } },
    ],
    chart: CHART,
    standing: STANDING,
    allocationOrder: ['fee', 'interest', 'penalty', 'contract', 'service', 'permit'],
    limits: LIMITS,
    cashRounding: 'exact',
    counting: { blind: true },
    paidOut: null,
    bankAccounts: [
      { account: 'operating', name: 'Operating account', lastFour: '0917', tenders: ['cash', 'check', 'money-order'] },
    ],
    deposits: { hoursMax: 24, exceptions: [], destroyAfterDays: 14 },
    receiptTypes: RECEIPT_TYPES,
    scanlines: [BILL_LINE],
    checkSealingKey,
    checkMatchingKey,
    people: PEOPLE,
  };
}
