import * as z from 'zod';
import type { HandoffKind } from './handoff.ts';

/**
 * How somebody knew what a drawer held before she counted it, or what it handed over: she tried to take out more than it
 * held, read its totals (X), counted it by surprise, counted it again, closed it for its cashier, or agreed to its close;
 * or she tried to take more out of the safe than that held, and so what floats were on their way.
 */
export const KnewBy = z.enum(['tried', 'read', 'checked', 'counted', 'closed', 'agreed', 'safe']);
export type KnewBy = z.infer<typeof KnewBy>;

/** Where an entry stands in its station's journal. */
type Place = { epoch: number; sequence: number };

/** What a drawer's station tells of who learned what it holds. `at` is an instant (ms) by the station's clock. */
export type Knowing = Place & { person: string; how: KnewBy; at: number };

/** The office's count of a handoff, at an instant (ms) by the ledger's clock, and where the drawer's own half stands. */
export type OfficeCount = { handoff: string; what: HandoffKind; person: string; at: number; half: Place | null };

/** Somebody who counted and was not blind: since when, how often she had looked, and what she counted afterwards. */
export type Foreknown = { person: string; how: KnewBy; at: number; times: number; handoffs: string[] };

/**
 * Who knew beforehand what she counted, in the order in which they learned it. Of what was tried nothing was counted
 * at the office: the drawer itself was, by its cashier.
 */
export function foreknown(knowings: readonly Knowing[], counts: readonly OfficeCount[]): Foreknown[] {
  const told = new Map<string, Foreknown>();
  for (const knowing of knowings) {
    const { person, how, at } = knowing;
    const known = counts.filter((count) => count.person === person && tells(knowing, count));
    if (how !== 'tried' && known.length === 0) continue;
    const before = told.get(`${how} ${person}`) ?? { person, how, at, times: 0, handoffs: [] };
    const handoffs = [...new Set([...before.handoffs, ...known.map(({ handoff }) => handoff)])];
    told.set(`${how} ${person}`, { ...before, times: before.times + 1, handoffs });
  }
  return [...told.values()];
}

/** Whether who learned this knew of a handoff, and counted it later. */
function tells(knowing: Knowing, { what, at, half }: OfficeCount): boolean {
  const { how } = knowing;
  if (how === 'tried') return false;
  if (how === 'safe') return what === 'float-return' && knowing.at <= at;
  // A surprise count is compared with what is in the drawer: not with what went out of it before, nor with its float.
  if (how === 'checked' && (what === 'drop' || what === 'float')) return false;
  const wasThere = half !== null && isBefore(half, knowing);
  // A drop that came later was not among what she saw. What the close hands over was: the drawer held it, or most of it.
  if (what === 'drop' && !wasThere) return false;
  // What was handed over later was counted later. Otherwise the clocks of station and ledger must say so.
  return (half !== null && !wasThere) || knowing.at <= at;
}

function isBefore(one: Place, other: Place): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.sequence < other.sequence);
}
