import { entries } from '#db/station/schema';
import { createClock } from './clock.ts';
import { ACCOUNTS, type Day } from './dayCallers.ts';
import { VERBS } from './dayVerbs.ts';
import type { FakeLedger } from './fakeLedger.ts';
import { account, charge } from './quarryBay.ts';
import { createStation, type StationOptions, type TestStation } from './station.ts';
import { atWallTime } from './wallClock.ts';

/*
 * A day at the counter, as text. Each line is a time, a verb, what it is about, and as the last column what came of it:
 *
 *   08:00  open     D1 Ortiz  float 200.00                          ok
 *   08:10  take     R1        Hale 86.40     cash 100.00            change 13.60
 *   08:12  take     R2 D1     Hale 5.00, Nguyen 10.00   check 1187 15.00   change 0.00
 *   08:15  void     R1        wrong account                         back 86.40
 *   08:16  void     R1        wrong account                         refused receipt_already_voided
 *   17:00  count    D1        cash 200.00, check 1187 15.00         even
 *   17:01  close    D1                                              Z1 of 101.40
 *
 * Lines are for accounts (`Hale 86.40`, `Nguyen names 86.40`, `Ivanov plan 50.00`), or for `permit for Hale`, `copies 4`,
 * `inspection`, `deposit for Hale 500.00`, `misc 4.35`, `suspense 45.00`; tenders are `cash`, `check`, `cashiers`, `order`,
 * `card`, and `credit Hale 12.00`. A line with a day alone says which day it is. Columns stand two spaces apart. Where nothing else is said a drawer is
 * the last that opened, a supervisor agrees to whatever needs one, and `alone` means that none does.
 */

/** The accounts of a day, and what they owe in the morning. */
export function dayAccounts() {
  return [
    account(ACCOUNTS.Hale, 'Hale, Dorothea', [
      charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
      charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
    ]),
    account(ACCOUNTS.Nguyen, 'Nguyễn, Minh Châu', [
      charge('service', 'Jul–Aug 2026', '2026-09-30', 8_640),
      charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
    ]),
    account(ACCOUNTS.Ivanov, 'Иванов, Алексей', [charge('contract', 'installment 3 of 6', '2026-12-01', 5_000)]),
    account(ACCOUNTS.Cannery, 'Quarry Bay Cannery', [charge('service', 'Sep–Oct 2026', '2026-11-30', 1_264_000)]),
  ];
}

/**
 * Lives a day and holds every line's last column against what came of it. Afterwards the ledger holds the whole journal
 * and the invariants are checked.
 * @param after looks at the station before it closes
 */
export async function day(
  text: string,
  after?: (day: Day<FakeLedger>) => Promise<void>,
  options: Partial<StationOptions> = {},
): Promise<void> {
  const lines = linesOf(text);
  const begins = lines.find((line) => line.time !== null);
  const calendar = lines[0]?.day ?? '2026-11-23';
  const start = atWallTime(begins?.time ?? '08:00', Date.parse(calendar), calendar) - 600_000;
  const station = await createStation({ accounts: dayAccounts(), clock: createClock(start), ...options });
  const today: Day<FakeLedger> = {
    station,
    receipts: new Map(),
    suspensions: new Map(),
    drawers: new Map(),
    callers: new Map(),
  };
  try {
    const came: string[] = [];
    let on: string | null = calendar;
    for (const line of lines) {
      if (line.day !== null) on = line.day;
      if (line.time === null) continue;
      const { clock } = station;
      clock.advance(atWallTime(line.time, clock.now(), on) - clock.now());
      on = null;
      await station.quiet();
      came.push(said(line.columns, await outcomeOf(today, line)));
    }
    expect(came).toEqual(
      lines.filter((line) => line.time !== null).map(({ columns, expected }) => said(columns, expected)),
    );
    await after?.(today);
    station.ledger.line = 'up';
    await station.settled();
    expect(station.ledger.entries.map((sealed) => sealed.text)).toEqual(textsOf(station));
  } finally {
    await station.close();
  }
}

/** One line of a day: a date alone, or a time with its columns. */
export type Line = {
  day: string | null;
  time: string | null;
  verb: string;
  columns: string[];
  about: string[];
  expected: string;
};

export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(line))
        return { day: line, time: null, verb: '', columns: [], about: [], expected: '' };
      const columns = line.split(/ {2,}/);
      const [time = '', verb = '', ...rest] = columns;
      if (rest.length === 0) throw new Error(`this line says nothing: ${line}`);
      return {
        day: null,
        time,
        verb,
        columns: columns.slice(0, -1),
        about: rest.slice(0, -1),
        expected: rest.at(-1) ?? '',
      };
    });
}

export const said = (columns: string[], outcome: string) => [...columns, outcome].join('  ');

/** Does what a line says. */
function outcomeOf(today: Day, { verb, about, expected }: Line): Promise<string> {
  const does = VERBS[verb];
  if (!does) throw new Error(`nobody can ${verb} here`);
  return cameOf(expected, () => does(today, about));
}

/** What came of it, or the code of its refusal. `ok` stands for anything that was not refused. */
export async function cameOf(expected: string, does: () => Promise<string>): Promise<string> {
  try {
    const outcome = await does();
    return expected === 'ok' ? 'ok' : outcome;
  } catch (error) {
    const code = /^\w+: ([a-z_]+)$/.exec(error instanceof Error ? error.message : '')?.[1];
    if (code === undefined) throw error;
    return `refused ${code}`;
  }
}

function textsOf({ look }: TestStation): string[] {
  return look
    .select({ text: entries.text })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ text }) => text);
}
