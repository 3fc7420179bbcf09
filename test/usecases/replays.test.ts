import { randomUUID } from 'node:crypto';
import type { StationCommand } from '#contract/contract';
import { entries } from '#db/station/schema';
import { type AtWork, COMMANDS, HALE, tellersOf } from '../support/everyCommand.ts';
import { account, charge } from '../support/quarryBay.ts';
import { createStation } from '../support/station.ts';

let at: AtWork;
beforeEach(async () => {
  const accounts = [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])];
  const station = await createStation({ accounts });
  at = { station, ortiz: await station.signedIn('m.ortiz') };
});
afterEach(() => at.station.close());

const written = () => at.station.look.select().from(entries).all().length;

/** What makes a command another one, whichever it is. */
function otherThan(input: object): object {
  if ('label' in input) return { ...input, label: 'W3-000099' };
  return 'drawer' in input ? { ...input, drawer: 'W3-D0099' } : { ...input, float: {} };
}

test.each(Object.keys(COMMANDS) as StationCommand[])(
  '%s told twice answers the same and writes once; the same id for something else is refused (F55, F56)',
  async (name) => {
    const { station } = at;
    const [person, another] = tellersOf(name);
    const teller = await station.signedIn(person);
    const input = { commandId: randomUUID(), ...(await COMMANDS[name](at)) } as never;
    const before = written();
    const reply = await teller.ask(name, input);
    expect(written()).toBe(before + 1);
    station.clock.advance(1_900);
    expect(await teller.ask(name, input)).toEqual(reply);
    expect(await teller.refused(name, otherThan(input))).toBe('command_reused');
    expect(await (await station.signedIn(another)).refused(name, input)).toBe('command_reused');
    await station.restart();
    expect(await (await station.signedIn(person)).ask(name, input)).toEqual(reply);
    expect(written()).toBe(before + 1);
  },
);
