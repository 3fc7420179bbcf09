import { cents } from '#domain/money';
import { writeScanline } from '#formats/scanline';
import { BILL_LINE } from '#main/sample/district';
import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { addAccount, FLOAT, nextPayer, openDrawer, scan, signIn, takeCash } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { LARGE, type Sitting, type Size, SMALL, step } from './sitting.ts';

/* Everything that a payer can hand over, by keyboard alone, and how few keys it takes. */

jest.setTimeout(180_000);

const ZOOMED: Size = [640, 400];

let me: Sitting;
sitAtStation('tenders', counterAccounts, (seated) => {
  me = seated;
});

async function paste(text: string): Promise<void> {
  await me.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** The receipt that the page shows, once it is recorded. */
async function recorded(label: string) {
  await me.sees(`Receipt ${label}`);
  return (await me.call('receipt', { label })).receipt;
}

step('a cashier opens her drawer', async () => {
  await signIn(me, 'Marisol Ortiz', PINS.get('m.ortiz') ?? '');
  await openDrawer(me);
  expect(Object.keys(FLOAT)).toHaveLength(5);
});

step('three accounts, paid by check, money order, credit, and cash with change', async () => {
  await addAccount(me, 'hale, d', 'Hale, Dorothea');
  await me.press('/');
  await addAccount(me, '40-12155', 'Okafor, Chidi');
  await me.press('/');
  await me.hand('Add item');
  await me.type('40-13307');
  await me.page.getByRole('heading', { name: 'Nguyen, Quoc Bao' }).waitFor();
  await me.press('Enter');
  await me.hand(/^Amount of line 3/);
  await me.enter('10');
  await me.hand('Cash');
  await scan(me, 'T021000021T 4455667U 1187');
  await me.hand('Check');
  await me.enter('200');
  await me.hand('Cash');
  await me.press('Shift+F3');
  await me.hand('Money order');
  await me.enter('50');
  await me.hand('Issuer');
  await me.press('Enter');
  await me.hand('Serial');
  await me.look('money-order', SMALL);
  await me.enter('27155478432');
  await me.hand('Cash');
  await me.press('Shift+F4');
  await me.hand('Credit');
  await me.sees('25.00 of credit on 40-13307-01');
  await me.look('credit', SMALL);
  await me.press('Enter');
  await me.hand('Cash');
  await me.type('5+5+.25');
  await me.sees('1.05');
  await me.look('four-tenders', SMALL, LARGE, ZOOMED);
  await me.press('Enter', 'Control+Enter');
  const { tenders, totalCents, changeCents, payments } = await recorded('W3-000001');
  expect(tenders.map(({ kind, cents: kept }) => [kind, kept])).toEqual([
    ['check', 20_000],
    ['money-order', 5_000],
    ['credit', 2_500],
    ['cash', 920],
  ]);
  expect({ totalCents, changeCents }).toEqual({ totalCents: 28_420, changeCents: 105 });
  expect(payments.filter(({ tender }) => tender === 0)).toHaveLength(2);
  await me.look('four-done');
  await nextPayer(me);
});

step('a cashier’s check whose account stands first is put in order by its check digit', async () => {
  await addAccount(me, '41-00507', 'Rainier Court HOA');
  await me.press('F3', 'F3');
  await me.hand('Cashier’s check');
  await me.press('Enter');
  await me.hand('Number');
  await me.enter('7701');
  await me.hand('Routing');
  await me.enter('9988776655');
  await me.hand('Bank account');
  await me.look('cashiers', SMALL);
  await me.enter('121042882');
  await me.sees('routing 1210 4288 2');
  await me.press('Control+Enter');
  expect((await recorded('W3-000002')).tenders).toMatchObject([
    { kind: 'check', form: 'cashiers', routing: '121042882', lastFour: '6655', checkNumber: '7701' },
  ]);
  await nextPayer(me);
});

step('a line that was not read whole leaves blank what is not certain; a pasted card number is refused', async () => {
  await addAccount(me, '40-10304', 'Łukasik, Zofia');
  await scan(me, 'T02100?021T 4455667U 1188');
  await me.hand('Routing');
  await me.sees('does not tell for certain: the routing');
  await me.look('line-in-doubt', SMALL);
  await paste('4111 1111 1111 1111');
  await me.sees('looks like a payment card number');
  await me.look('card-number-pasted');
  await paste('T021000021T 4455667U 1188');
  await me.hand('Check');
  await me.press('Enter');
  await me.hand(/^Receipt .* and print/);
  // A line with spaces over the button presses nothing: it is another check, and everything is paid already.
  await scan(me, 'T121042882T 77 88U 0042');
  await me.sees('Everything is paid');
  expect((await me.call('receipts', {})).receipts).toHaveLength(2);
});

step('ten-key mode: a scanned bill, exact cash, one scan and two keys', async () => {
  await me.page.reload();
  await me.hand('Add item');
  await me.press('Control+k');
  await me.type('ten-key');
  await me.press('Enter');
  const bill = { account: '40-12502-01', grossCents: cents(8_640), netCents: cents(8_640) };
  await scan(me, writeScanline(BILL_LINE, { ...bill, date: '113026', rate: '0000' }));
  await me.hand('Cash');
  await me.look('ten-key', SMALL);
  await me.press('Enter');
  await me.hand(/^Receipt .* and print/);
  await me.press('Enter');
  expect(await recorded('W3-000003')).toMatchObject({ totalCents: 8_640, tenders: [{ kind: 'cash' }] });
  await nextPayer(me);
});

step('… and its signs open and remove tenders in an empty amount only', async () => {
  await addAccount(me, '40-11219', 'Castellanos, Inés');
  await me.press('+');
  await me.hand('Check');
  await me.press('-');
  await me.hand('Cash');
  await me.press('*');
  await me.hand('Card');
  await me.press('-');
  await me.hand('Cash');
  await me.type('20+5');
  await me.sees('= 25.00');
  await me.type('+61.40');
  await me.press('Enter');
  await me.hand(/^Receipt .* and print/);
  await me.press('Enter');
  await recorded('W3-000004');
  await nextPayer(me);
});

step('ten receipts by keyboard alone', async () => {
  const begun = performance.now();
  const payers = [
    ['40-11540', 'Nguyen, Kevin D.', ''],
    ['40-12611', 'Nguyen-Okafor, Adaeze', '200'],
    ['41-00418', 'Nguyen Nail & Spa LLC', '420'],
    ['иванова', 'Иванова, Ольга', '20+20+20+20+20+5'],
    ['tkachenko', 'Tkachenko, Dmytro', ''],
    ['lukasik', 'Łukasik, Zofia', '100'],
    ['faasavalu', 'Faʻasavalu, Sione', ''],
    ['40-10660', 'Иванова, Ольга', '5'],
    ['bjornsdottir', 'Björnsdóttir, Katrín', '10'],
    ['castell', 'Castellanos, Inés', '10'],
  ] as const;
  for (const [words, customer, cash] of payers.slice(0, 7)) await takeCash(me, words, customer, cash);
  for (const [words, customer, cash] of payers.slice(7)) {
    await me.type(words);
    await me.page.getByRole('heading', { name: customer }).waitFor();
    await me.press('Enter');
    await me.hand(/^Amount of line 1/);
    await me.enter(cash);
    await me.hand('Cash');
    await me.press('Enter');
    await me.hand(/^Receipt .* and print/);
    await me.press('Enter');
    await nextPayer(me);
  }
  const seconds = (performance.now() - begun) / 1_000;
  process.stdout.write(`ten receipts by keyboard: ${seconds.toFixed(1)} s, ${(seconds / 10).toFixed(2)} s each\n`);
  expect((await me.call('receipts', {})).receipts).toHaveLength(14);
});

step('the money order is counted like a check, and the drawer agrees', async () => {
  await me.press('F10');
  await me.hand('Loose pieces of 100.00');
  for (let row = 0; row < 10; row += 1) await me.press('Enter');
  await me.hand('Card');
  await me.enter('0');
  const paper = async (kind: string, field: string, number: string, amount: string) => {
    await me.hand(`${field} of the next ${kind}`);
    await me.enter(number);
    await me.hand(`Amount of the next ${kind}, pass 1`);
    await me.enter(amount);
  };
  await paper('check', 'Number', '1187', '200');
  await paper('check', 'Number', '7701', '1036.80');
  await me.press('Enter');
  await me.enter('1036.80');
  await me.enter('200');
  await paper('money order', 'Serial', '27155478432', '50');
  await me.press('Enter');
  await me.hand('Amount of the next money order, pass 2');
  await me.look('count', SMALL, ZOOMED);
  await me.enter('50');
  await me.hand(/^Submit the count/);
  await me.press('Control+Enter');
  await me.sees('50.00 money orders');
  await me.look('compare', SMALL);
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
