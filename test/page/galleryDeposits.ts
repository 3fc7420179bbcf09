import { brokenAt } from '#test/support/dayTies';
import { depositsOffice, everyDeposit, type someDeposit } from '#test/support/depositsOffice';
import { depositByFund, waitingByFund } from '#test/support/waitingByFund';
import { keys, type Sitting, type } from './galleryHands.ts';

/** A deposit of every state, one of them late; of another the tie does not hold. */
export const office = depositsOffice(everyDeposit().map((one) => (one.deposit === 'L-P0228' ? withBreaks(one) : one)));

function withBreaks(one: ReturnType<typeof someDeposit>): ReturnType<typeof someDeposit> {
  if (!one.told) return one;
  const [cash, ...rest] = one.told.tie;
  if (!cash) return one;
  const short = { ...cash, receiptsCents: cash.receiptsCents + 5_425, drawersCents: cash.drawersCents };
  const checks = Array.from({ length: 90 }, (_, at) => ({
    ...{ batch: 'W1-B0411', tender: 'check' as const, checkNumber: String(4400 + at), cents: 8_640 + at },
  }));
  return {
    ...one,
    told: {
      ...one.told,
      checks: [...one.told.checks, ...checks],
      tie: [short, ...rest],
      breaks: [
        brokenAt('paid_out', 'cash', -5_000, { batch: 'W1-B0411', document: 'W1-O0007' }),
        brokenAt('over_short', 'cash', -425, { batch: 'W3-B0412', document: 'W3-D0412' }),
      ],
    },
  };
}

/** All screens of deposits, as a supervisor sees them. */
export async function atTheDeposits({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(350);
  await keys(page, 'Shift+F2');
  await rest();
  await shoot('deposits');
  await keys(page, 'F2');
  await rest();
  await shoot('deposits-make-begun');
  await keys(page, 'ArrowUp', 'ArrowDown', 'ArrowDown', 'F6', 'Enter');
  await keys(page, 'Enter', 'Enter', '3', 'Enter');
  await page.locator('[data-focus="papers"]').focus();
  await type(page, '4419');
  await keys(page, 'Enter');
  await type(page, '55.00');
  await keys(page, 'Enter');
  await shoot('deposits-make-wrong');
  await page.locator('[data-focus="papers"]').fill('');
  await page.locator('[data-focus="bag"]').focus();
  await type(page, 'QB 0081 4473');
  await keys(page, 'Enter');
  await type(page, 'S-991');
  await shoot('deposits-make-missing');
  await page.locator('[data-focus="papers"]').focus();
  await keys(page, 'Enter', 'Enter', 'Enter');
  office.refuses = { code: 'bag_used', facts: { bag: 'QB00814473', deposit: 'L-P0231' } };
  await shoot('deposits-make');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('deposits-make-refused');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('deposits-made');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('deposits-differs');
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, 'Enter', 'Enter', '3', 'Enter');
  await page.locator('[data-focus="reason"]').focus();
  await type(page, 'A twenty stuck to another');
  await page.waitForTimeout(600);
  await shoot('deposits-settle');
  await keys(page, 'Escape');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await rest();
  for (const [name, move] of [
    ['deposits-ready', 1],
    ['deposits-handed', 1],
    ['deposits-late', 1],
    ['deposits-late-said', 1],
  ] as const) {
    for (let at = 0; at < move; at += 1) await keys(page, 'ArrowDown');
    await rest();
    await shoot(name);
    if (name === 'deposits-ready') {
      await keys(page, 'Control+Enter');
      await rest();
      await shoot('deposits-hand');
      await keys(page, 'Escape', 'F3');
      await rest();
      await type(page, 'S-99');
      await shoot('deposits-missed');
      await type(page, '7');
      await keys(page, 'Enter');
      await type(page, 'The bank was shut');
      await keys(page, 'Control+Enter');
      await rest();
      await shoot('deposits-other-seal');
      await keys(page, 'Escape');
      await rest();
      await keys(page, 'Escape');
      await page.getByRole('button', { name: 'Leave it' }).click();
      await rest();
    }
    if (name === 'deposits-handed') {
      await keys(page, 'F8');
      await rest();
      await shoot('deposits-whole');
      await keys(page, 'Escape');
      await rest();
      await keys(page, 'Control+Enter');
      await rest();
      await type(page, '20261123-0917-7');
      await keys(page, 'Enter', 'Enter');
      await type(page, '6596.80');
      await shoot('deposits-confirm');
      await page.locator('[data-focus="amount"]').fill('6558.61');
      await rest();
      await shoot('deposits-confirm-differs');
      await keys(page, 'Escape');
      await page.getByRole('button', { name: 'Leave it' }).click();
      await rest();
    }
  }
  for (let at = 0; at < 3; at += 1) await keys(page, 'ArrowDown');
  await rest();
  await shoot('deposits-broken');
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, 'Enter', 'Enter', '3', 'Enter');
  await page.locator('[data-focus="papers"]').focus();
  await type(page, '4419');
  await keys(page, 'Enter');
  await page.locator('[data-focus="bag"]').focus();
  await type(page, 'QB 0081 4480');
  await keys(page, 'Enter');
  await type(page, 'S-1000');
  await shoot('deposits-recount');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('deposits-recounted');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  office.isAway = true;
  await keys(page, 'F6');
  await rest();
  await shoot('deposits-offline');
  office.isAway = false;
}

/** The second count, by a cashier. */
export async function secondCount({ page, shoot }: Sitting) {
  await keys(page, 'Shift+F2');
  await page.waitForTimeout(350);
  await shoot('deposits-cashier');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(350);
  await keys(page, '1', '2', 'Enter', '6', 'Enter');
  await shoot('deposits-witness');
  await page.locator('[data-focus="check-items"]').focus();
  await type(page, '3');
  await keys(page, 'Enter');
  await type(page, '3012.80');
  await keys(page, 'Enter', '0', 'Enter');
  office.agrees = false;
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await shoot('deposits-witnessed');
}

/** Where an account takes by fund: what is made for each, and one of two funds as a whole. */
export const fundsOffice = depositsOffice([depositByFund(), ...everyDeposit()], waitingByFund());

export async function byFund({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(350);
  await keys(page, 'Shift+F2');
  await rest();
  await shoot('funds-deposits');
  await keys(page, 'F2');
  await rest();
  await shoot('funds-make-rest');
  await keys(page, 'F2');
  await rest();
  await shoot('funds-make');
  await keys(page, 'Enter');
  await page.locator('[data-focus="loose-2000"]').fill('1');
  await page.locator('[data-focus="papers"]').focus();
  await keys(page, 'Enter');
  await type(page, 'QB 0081 4475');
  await keys(page, 'Enter');
  await type(page, 'S-995');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('funds-made');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await rest();
  await keys(page, 'F8');
  await rest();
  await shoot('funds-whole');
}
