import type { OpenCharge } from '#domain/account';
import { dueBesidePlan, plansOf } from '#domain/installments';

const TODAY = '2026-11-23';

function installment(number: number, of: number, dueDay: string, openCents = 6_250): OpenCharge {
  const period = `installment ${number} of ${of}`;
  return { chargeId: number + of * 100, kind: 'contract', period, dueDay, openCents, fund: '401', bars: '3435004' };
}

test('a plan tells how many are paid, what is late and what may wait', () => {
  const charges = [
    installment(3, 6, '2026-11-15'),
    installment(4, 6, '2026-12-15'),
    installment(5, 6, '2027-01-15'),
    installment(6, 6, '2027-02-15'),
  ];
  expect(plansOf(charges, TODAY)).toEqual([
    { of: 6, paid: 2, eachCents: 6_250, lateCents: 6_250, notYetDueCents: 18_750 },
  ]);
});

test('an installment that is paid in part does not tell the usual amount; the others do', () => {
  const first = installment(4, 6, '2026-11-15', 1_000);
  const others = [installment(5, 6, '2026-12-15'), installment(6, 6, '2027-01-15')];
  expect(plansOf([first, ...others], TODAY)).toMatchObject([{ paid: 3, eachCents: 6_250, lateCents: 1_000 }]);
  expect(plansOf([first], TODAY)).toMatchObject([{ eachCents: null }]);
});

test('one due today is neither late nor waits', () => {
  expect(plansOf([installment(5, 6, TODAY, 1_000), installment(6, 6, '2026-12-23')], TODAY)).toEqual([
    { of: 6, paid: 4, eachCents: null, lateCents: 0, notYetDueCents: 6_250 },
  ]);
});

test('two plans stand apart; a plan that is not numbered, and another charge that speaks like one, are none', () => {
  const other = { ...installment(1, 3, TODAY), kind: 'fee' as const };
  const unnumbered = { ...installment(1, 2, TODAY), period: 'down payment' };
  const charges = [installment(2, 6, '2026-12-01'), installment(20, 24, '2026-12-01', 18_750), other, unnumbered];
  expect(plansOf(charges, TODAY).map(({ of, paid }) => [of, paid])).toEqual([
    [6, 1],
    [24, 19],
  ]);
  expect(plansOf([], TODAY)).toEqual([]);
});

describe('what is asked for beside a plan', () => {
  const bill = (chargeId: number, dueDay: string, openCents = 8_640): OpenCharge => ({
    ...{ chargeId, kind: 'service', period: dueDay, dueDay, openCents, fund: '401', bars: '3435001' },
  });
  const [late, next, last] = [
    installment(3, 6, '2026-11-15'),
    installment(4, 6, '2026-12-15'),
    installment(5, 6, '2027-01-15'),
  ];
  const asked = (charges: OpenCharge[], unappliedCents = 0) =>
    dueBesidePlan({ charges, unappliedCents }, TODAY)?.map((part) => [part.chargeId, part.cents]) ?? null;

  test('is all but the installments that are not due; a bill that was sent is paid before its day', () => {
    expect(asked([late, next, last, bill(1, '2026-09-30'), bill(2, '2026-11-30')])).toEqual([
      [late.chargeId, 6_250],
      ...[[1, 8_640] as const, [2, 8_640] as const],
    ]);
    expect(asked([late, { ...next, dueDay: TODAY }, last])).toEqual([
      [late.chargeId, 6_250],
      [next.chargeId, 6_250],
    ]);
  });

  test('is the next installment where nothing else is to be paid, however they are listed', () => {
    expect(asked([last, next])).toEqual([[next.chargeId, 6_250]]);
    expect(asked([next])).toBeNull();
  });

  test('is less by the credit; where that covers what is due, the next installment less the rest of it', () => {
    expect(asked([late, next, bill(1, '2026-11-30')], 2_000)).toEqual([
      [late.chargeId, 6_250],
      [1, 6_640],
    ]);
    expect(asked([late, next, last], 7_000)).toEqual([[late.chargeId, 5_500]]);
    expect(asked([late, next, last], 20_000)).toBeNull();
  });

  test('is not told apart where nothing waits', () => {
    expect(asked([late, bill(1, '2026-11-30')])).toBeNull();
    expect(asked([])).toBeNull();
  });
});
