import { type Movements, movements } from './movements.ts';
import type { OfficeDeposit } from './officeBooks.ts';
import { agreeAmounts, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/** What a part tells of funds, as its bank account takes it by them; together they are the part. Nothing where it tells none. */
export function fundsTold(part: Fields, cents: number, what: string): Movements {
  if (part.funds === undefined) return movements([]);
  const told = sharesIn(part.funds);
  agreeAmounts(`What ${what} is of funds`, sum([...told.values()]), cents);
  return told;
}

/**
 * In which funds a deposit ends with the county: in the one that is named, or in those of what it holds. Together that is
 * what the county's receipt says; where that is what was deposited, each fund has its own.
 */
export function endsIn(deposit: OfficeDeposit, payload: Fields, received: number): Movements | null {
  if (payload.treasurerFund !== undefined) return movements([[text(payload, 'treasurerFund'), received]]);
  if (payload.treasurerFunds === undefined) return null;
  const ends = sharesIn(payload.treasurerFunds);
  agreeAmounts('What ends in the county’s funds', sum([...ends.values()]), received);
  const held = movements(deposit.parts.flatMap(({ funds }) => [...funds]));
  if (sum([...held.values()]) !== received) return ends;
  for (const fund of new Set([...held.keys(), ...ends.keys()]))
    agreeAmounts(`What ends in fund ${fund}`, ends.get(fund) ?? 0, held.get(fund) ?? 0);
  return ends;
}

function sharesIn(value: unknown): Movements {
  const shares = list(value, 'funds').map((said) => {
    const share = fields(said, 'A share of a fund');
    return [text(share, 'fund'), whole(share, 'cents', 1)] as const;
  });
  if (new Set(shares.map(([fund]) => fund)).size < shares.length) complain('A fund is told twice.');
  return movements(shares);
}
