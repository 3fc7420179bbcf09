import { cameOf, linesOf, said } from './day.ts';
import { VERBS } from './dayVerbs.ts';
import type { DistrictAtWork } from './districtAtWork.ts';
import { atWallTime } from './wallClock.ts';
import { OFFICE_VERBS, type OfficeAtWork, officeAtWork } from './weekVerbs.ts';

/*
 * A week of a district, as text: as a day at the counter, and after the time the place. A station does what a counter
 * does; `office` is whatever station's screen the office sits at:
 *
 *   2026-11-23
 *   08:00  W1      open      A1 Haddad   float 200.00                          ok
 *   17:20  office  counted   A1          cash 60.00, check 1 86.40  Whitebear  agrees
 *   17:40  office  approve   A1          Solheim                               approved
 */

/** Lives a week and holds every line's last column against what came of it. */
export async function week(district: DistrictAtWork, text: string): Promise<OfficeAtWork> {
  const office = officeAtWork(district);
  const came: string[] = [];
  const told: string[] = [];
  let on: string | null = null;
  for (const line of linesOf(text)) {
    if (line.day !== null) on = line.day;
    if (line.time === null) continue;
    const { clock, stations } = district;
    // What the line before sent is there before time passes, and another station asks for it.
    for (const { station } of stations.values()) await station.quiet();
    clock.advance(atWallTime(line.time, clock.now(), on) - clock.now());
    on = null;
    const [verb = '', ...about] = line.about;
    const station = stations.get(line.verb);
    await (station ? station.station.quiet() : district.settled());
    const does = station ? () => known(VERBS, verb)(station, about) : () => known(OFFICE_VERBS, verb)(office, about);
    came.push(said(line.columns, await cameOf(line.expected, does)));
    told.push(said(line.columns, line.expected));
  }
  expect(came).toEqual(told);
  await district.settled();
  return office;
}

function known<V>(verbs: Readonly<Record<string, V>>, verb: string): V {
  const does = verbs[verb];
  if (!does) throw new Error(`nobody can ${verb} here`);
  return does;
}
