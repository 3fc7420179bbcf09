import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { balanceOf, type OfficeBooks, type OfficeHandoff } from './officeBooks.ts';
import { mustBeApproved, placeOf, unexplainedBy } from './officeSafe.ts';
import { agree, agreeAmounts, complain, type Fields, text, textOrNull, whole } from './reading.ts';

type Told = { given: number; counted: number; returned: number | null; found: number };

/** A handoff whose halves differ, settled by what was found, approved by somebody who had counted neither. */
export function handoffResolved(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  const handoff = text(payload, 'handoff');
  const ours = books.handoffs.get(handoff);
  if (ours === undefined) complain(`Handoff ${handoff} has no half of the office.`);
  mustBeSettled(ours, payload, handoff);
  const told = toldIn(payload, ours);
  if (told.given === told.counted + (told.returned ?? 0)) complain(`Both halves of handoff ${handoff} are the same.`);
  text(payload, 'mark');
  mustBeApproved(entry);
  for (const by of [ours.by, ours.back?.by])
    if (entry.approver === by) complain(`${by} approved a handoff that they counted.`);
  const theirs = books.given.get(handoff);
  if (theirs) agreeAmounts('The drawer’s half', told.given, theirs.cents);
  if (theirs && entry.approver === theirs.by) complain(`${theirs.by} approved a handoff that they gave.`);
  mustMove(movementsOf(entry.postings), movements(movesOf(handoff, ours, told)));
  const { given, counted, returned } = told;
  const half = balanceOf(books, `transit:${handoff}`) + counted + (returned ?? 0) - given;
  // Both halves stand in this journal where the office ended the drawer.
  const due = theirs ? 0 : -given;
  agreeAmounts('The office’s half of the transit', half, ours.what === 'float' ? counted : due);
  ours.settled = returned !== null && textOrNull(payload, 'drawer') === null ? 'without_drawer' : 'yes';
}

/** Once; and once more where a drawer had taken a float that was taken back and settled by then. */
function mustBeSettled(ours: OfficeHandoff, payload: Fields, handoff: string): void {
  const isLate = ours.settled === 'without_drawer' && textOrNull(payload, 'drawer') !== null;
  if (ours.settled !== 'no' && !isLate) complain(`Handoff ${handoff} is settled twice.`);
  agree('what', text(payload, 'what'), ours.what);
  const drawer = textOrNull(payload, 'drawer');
  // A float that was issued has the drawer that took it, if one did.
  if (ours.drawer !== null) agree('drawer', drawer, ours.drawer);
  agree('batch', textOrNull(payload, 'batch'), drawer?.replace(/-D(?=\d+$)/, '-B') ?? null);
}

/** What it says of both halves: the office's must be what the office said. */
function toldIn(payload: Fields, ours: OfficeHandoff): Told {
  const given = whole(payload, 'givenCents');
  const counted = whole(payload, 'countedCents');
  const isLate = ours.settled === 'without_drawer';
  const half = isLate ? 0 : ours.cents;
  agreeAmounts('The office’s half', ours.what === 'float' ? given : counted, half);
  const back = isLate ? null : (ours.back?.cents ?? null);
  const returned = payload.returnedCents === undefined ? null : whole(payload, 'returnedCents');
  agree('returnedCents', returned, back);
  return { given, counted, returned, found: whole(payload, 'foundCents') };
}

/** Of a float what was found left the safe; of one that was taken back it is what came back; of all else what came. */
function movesOf(handoff: string, { what, batch }: OfficeHandoff, { given, counted, returned, found }: Told) {
  const transit = counted + (returned ?? 0) - given;
  const moves = (place: number, unexplained: number) => [
    [placeOf(what, batch ?? ''), place] as const,
    [unexplainedBy(what), unexplained] as const,
    [`transit:${handoff}`, transit] as const,
  ];
  if (returned !== null) return moves(found - returned, given - counted - found);
  return what === 'float' ? moves(given - found, found - counted) : moves(found - counted, given - found);
}
