import { handOn, until } from './eyes.ts';
import type { Office } from './office.ts';
import type { Sitting } from './sitting.ts';

/** What cashiers do every day, by keyboard alone. */

/** Chooses a person by the digit that stands before the name, and types a PIN. */
export async function signIn(me: Sitting, name: string, pin: string): Promise<void> {
  await me.sees('Who is at this station?');
  // Whoever has the drawer is chosen already, and a digit would be one of her PIN.
  if ((await handOn(me.page)) === 'PIN') await me.press('Escape');
  const row = await me.page.getByRole('option', { name }).innerText();
  await me.press(/^\s*(\d)/.exec(row)?.[1] ?? '');
  await me.hand('PIN');
  await me.enter(pin);
}

/** Signs in who has no tray: she begins at the day, which the ledger must be heard for. */
export async function signInToLook(me: Sitting, name: string, pin: string): Promise<void> {
  await until(async () => {
    const { sync } = await me.call('station', {});
    return sync.state === 'online' ? null : `the line to the ledger is ${sync.state}`;
  });
  await signIn(me, name, pin);
  await me.hand('Drawers of the day');
}

/** The PIN that a person was given first. */
export function pinOf(office: Office, person: string): string {
  return office.pins.get(person) ?? '';
}

/** Counts pieces into the rows of a count, from 100.00 down to 0.01; each is accepted with Enter. */
export async function countPieces(me: Sitting, pieces: Readonly<Record<string, number>>): Promise<void> {
  for (const worth of ['100.00', '50.00', '20.00', '10.00', '5.00', '1.00', '0.25', '0.10', '0.05', '0.01']) {
    await me.hand(`Loose pieces of ${worth}`);
    if (pieces[worth]) await me.enter(String(pieces[worth]));
    else await me.press('Enter');
  }
}

/** 200.00 in small notes and quarters. */
export const FLOAT = { '20.00': 4, '10.00': 6, '5.00': 8, '1.00': 15, '0.25': 20 };

/** Opens a drawer with {@link FLOAT}. */
export async function openDrawer(me: Sitting): Promise<void> {
  await me.sees('count the float you were given');
  await countPieces(me, FLOAT);
  await me.press('Control+Enter');
  await me.sees('Take a payment');
}

/** Finds an account by what is typed, sees that it is the payer's, and puts all it owes on the receipt. */
export async function addAccount(me: Sitting, words: string, customer: string): Promise<void> {
  await me.hand('Add item');
  await me.type(words);
  await me.page.getByRole('heading', { name: customer }).waitFor();
  await me.press('Enter');
  await me.hand('Cash');
}

/** Takes cash for all that an account owes, and goes on to the next payer. An empty amount is the exact one. */
export async function takeCash(me: Sitting, words: string, customer: string, cash = ''): Promise<void> {
  await addAccount(me, words, customer);
  await me.enter(cash);
  await me.hand(/^Receipt .* and print/);
  await me.press('Control+Enter');
  await nextPayer(me);
}

/** Turns from a receipt just recorded to the next payer. A hand that has just pressed is not heard at once: the change is to be seen. */
export async function nextPayer(me: Sitting): Promise<void> {
  await me.hand(/^Next payer/);
  await me.page.waitForTimeout(450);
  await me.press('Enter');
  await me.hand('Add item');
}

/** Strikes keys as a scanner does, which keeps its own time however busy this machine is, then Enter. */
export async function scan(me: Sitting, text: string): Promise<void> {
  await me.page.evaluate((keys) => {
    let now = performance.now();
    const strike = (key: string) => {
      const at = document.activeElement ?? document.body;
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      now += 5;
      Object.defineProperty(event, 'timeStamp', { value: now });
      const isKept = at.dispatchEvent(event);
      if (isKept && key.length === 1 && at instanceof HTMLInputElement) document.execCommand('insertText', false, key);
    };
    for (const key of keys) strike(key);
    strike('Enter');
  }, text);
}
