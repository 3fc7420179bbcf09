import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { until } from './eyes.ts';
import { countPieces, FLOAT, openDrawer, signIn } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { type Sitting, SMALL, step, USUAL } from './sitting.ts';

/* Seventeen checks in the close-out: heads and sums stay, and no row is cut. */

jest.setTimeout(180_000);

const SIZES = [SMALL, USUAL];

let me: Sitting;
sitAtStation('long-piles', counterAccounts, (seated) => {
  me = seated;
});

/** What of the two passes over the checks is not whole in sight, in sentences. */
function cutOff(): Promise<string[]> {
  return me.page.evaluate(() => {
    const passes = document.querySelector('.passes');
    const isSeen = (one: Element, y: number) => {
      const { left, width } = one.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, y);
      return there !== null && (one.contains(there) || there.contains(one));
    };
    const found: string[] = [];
    for (const one of passes?.querySelectorAll('h3, .pass-total') ?? []) {
      const { top, bottom } = one.getBoundingClientRect();
      if (!isSeen(one, top + 3) || !isSeen(one, bottom - 3)) found.push(`“${one.textContent}” is out of sight`);
    }
    for (const one of passes?.querySelectorAll('.pass-row') ?? []) {
      const { top, bottom, height } = one.getBoundingClientRect();
      if (height > 26) found.push(`“${one.textContent}” takes two lines`);
      const room = one.closest('.pass-rows') as Element;
      const [from, to] = [room.getBoundingClientRect().top, room.getBoundingClientRect().bottom];
      const marks = [...room.querySelectorAll('.rows-above > p, .rows-below > p')].map((it) =>
        it.getBoundingClientRect(),
      );
      const isHid = (y: number) => y <= from || y >= to || marks.some((mark) => y >= mark.top && y <= mark.bottom);
      if (isHid(top + 2) !== isHid(bottom - 2)) found.push(`“${one.textContent}” is sliced`);
    }
    return found;
  });
}

/** Holds the passes to it in every size, each drawn anew. */
async function staysWhole(look: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await me.page.setViewportSize({ width, height });
    await until(async () => (await cutOff()).map((one) => `${width}: ${one}`).join('; ') || null, 5_000);
  }
  await me.look(look, SMALL, USUAL);
}

step('a cashier counts her drawer', async () => {
  await signIn(me, 'Marisol Ortiz', PINS.get('m.ortiz') ?? '');
  await openDrawer(me);
  await me.press('F10');
  await me.hand('Loose pieces of 100.00');
  await countPieces(me, FLOAT);
  await me.hand('Card');
  await me.enter('0');
});

step('bug: the money orders take one line while there are none', async () => {
  const title = await me.page.getByRole('heading', { name: 'Money orders' }).boundingBox();
  const serial = await me.page.getByLabel('Serial of the next money order').boundingBox();
  expect(Math.abs((serial?.y ?? 0) - (title?.y ?? 0))).toBeLessThan(16);
});

step('bug: of seventeen checks the heads went while they were typed, and rows were cut', async () => {
  for (let check = 1; check <= 17; check += 1) {
    await me.hand('Number of the next check');
    await me.enter(String(check % 3 === 1 ? 30_111 + check : 1_200 + 37 * check));
    await me.hand('Amount of the next check, pass 1');
    await me.enter(String((8_640 * check) / 100));
  }
  await me.hand('Number of the next check');
  await staysWhole('count-17');
});

step('bug: of the sums of both passes none was in sight', async () => {
  await me.press('Enter');
  for (let check = 1; check <= 12; check += 1) await me.enter(String((8_640 * check) / 100));
  await me.hand('Amount of the next check, pass 2');
  await staysWhole('count-17-12');
  await me.page.setViewportSize({ width: SMALL[0], height: SMALL[1] });
  await me.sees('more above');
});
