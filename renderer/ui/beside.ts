/** The row above or under one; the first where that one is not in the list any more. */
export function besideIn<T extends string>(rows: readonly T[], from: T | null, by: 1 | -1): T | null {
  const at = from === null ? -1 : rows.indexOf(from);
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[to] ?? from;
}

/** The next of a round of choices; after the last comes the first. */
export function nextOf<T>(round: readonly T[], one: T): T {
  return round[(round.indexOf(one) + 1) % round.length] ?? one;
}
