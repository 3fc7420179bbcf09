import type { DocumentRef } from '#contract/shapes';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const permit = {
  kind: 'fee' as const,
  code: 'side-sewer-permit',
  quantity: 1,
  cents: 116_325,
  told: ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'],
};
const onHale = { kind: 'account' as const, accountNumber: HALE, cents: 8_640 };

let station: TestStation;
let ortiz: Caller;
let drawer: string;
const shown: Record<string, DocumentRef> = {};

/** Asks for an undoing's mark, has it approved, and does it. */
async function yes(mark: string): Promise<string> {
  return (await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;
}

beforeAll(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  const first = await ortiz.tell('takePayment', {
    drawer,
    lines: [onHale, permit],
    tenders: [{ kind: 'cash', cents: 124_965 }],
  });
  const receipt = first.label;
  shown.permit = { kind: 'permit', label: receipt };
  const to = { kind: 'suspense' as const, cents: 8_640, name: 'Tran, Linh', address: '7 Slate Ln', parcel: '' };
  const wrong = {
    label: receipt,
    correction: { what: 'line' as const, place: 0, to },
    reason: 'wrong_account' as const,
  };
  const { mark } = await ortiz.ask('correctionProposal', wrong);
  const corrected = await ortiz.tell('correctReceipt', { ...wrong, approval: await yes(mark) });
  shown.correction = { kind: 'correction', label: corrected.label };
  const back = {
    label: receipt,
    refund: { parts: [{ place: 0, cents: 1_000 }], means: { kind: 'cash' as const, drawer } },
    reason: 'overpaid' as const,
  };
  const refunding = await ortiz.ask('refundProposal', back);
  const refunded = await ortiz.tell('refundReceipt', { ...back, approval: await yes(refunding.mark) });
  shown.refund = { kind: 'refund', label: refunded.label };
});
afterAll(() => station.close());

test('what printed is what is shown, each on a slip of its own', async () => {
  await station.lastSlip();
  const printed = (await ortiz.ask('paper', {})).slips.map((slip) => slip.rows);
  expect(printed).toHaveLength(4);
  const [refund, correction, permitRows] = printed;
  expect((await ortiz.ask('slip', { document: shown.refund as DocumentRef })).rows).toEqual(refund);
  expect((await ortiz.ask('slip', { document: shown.correction as DocumentRef })).rows).toEqual(correction);
  expect((await ortiz.ask('slip', { document: shown.permit as DocumentRef })).rows).toEqual(permitRows);
  expect(refund?.join('\n')).toMatch(/Refund W3-R000001.*Overpaid/s);
});

test('each is a PDF of its own name', async () => {
  const names = [];
  for (const document of Object.values(shown)) names.push((await ortiz.ask('slipPdf', { document })).fileName);
  expect(names).toEqual(['W3-000001-permit.pdf', 'W3-C000001.pdf', 'W3-R000001.pdf']);
});

test('a refund or correction is shown by its own label, of its own kind alone', async () => {
  for (const document of [
    { kind: 'refund', label: 'W3-C000001' },
    { kind: 'correction', label: 'W3-R000001' },
    { kind: 'reversal', label: 'W3-V000001' },
    { kind: 'refund', label: 'W3-000001' },
  ] as const)
    expect(await ortiz.refused('slip', { document })).toBe('slip_unknown');
});

test('a permit is shown of a receipt that paid one, and says VOID once that is void', async () => {
  const without = await ortiz.tell('takePayment', {
    drawer,
    lines: [onHale],
    tenders: [{ kind: 'cash', cents: 8_640 }],
  });
  expect(await ortiz.refused('slip', { document: { kind: 'permit', label: without.label } })).toBe('slip_unknown');
  expect(await ortiz.refused('slip', { document: { kind: 'permit', label: 'W3-000099' } })).toBe('slip_unknown');

  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [permit],
    tenders: [{ kind: 'cash', cents: 116_325 }],
  });
  const document = { kind: 'permit' as const, label };
  const rows = async () => (await ortiz.ask('slip', { document })).rows.join('\n');
  expect(await rows()).not.toContain('VOID');
  const about = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
  const { mark } = await ortiz.ask('voidProposal', about);
  await ortiz.tell('voidReceipt', { ...about, approval: await yes(mark) });
  expect(await rows()).toContain('VOID');
});
