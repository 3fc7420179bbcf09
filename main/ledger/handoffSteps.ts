import type { HandoffStep } from '#db/ledger/handoffs';
import type { Entry } from '#domain/entry';
import { type Half, halvesOf } from '#domain/handoffPostings';
import { cents } from '#domain/money';

/** A drawer's half of each handoff that a station's entry posts: its float, its drops, and all that its close hands on. */
export function handoffSteps(entry: Entry): HandoffStep[] {
  const { drawer, batch } = entry.payload as { drawer?: string; batch?: string };
  return [...halvesOf(entry), ...emptyFloat(entry)].map((half) => ({
    ...half,
    drawer: drawer ?? null,
    batch: batch ?? null,
    person: entry.actor,
    at: entry.recordedAt,
    sequence: entry.sequence,
  }));
}

/** An issued float in which a drawer found nothing: no posting says so, and it has been counted all the same. */
function emptyFloat(entry: Entry): Half[] {
  if (entry.kind !== 'drawer_opened' || entry.payload.floatCents > 0) return [];
  const { handoff } = entry.payload;
  return handoff === undefined ? [] : [{ handoff, step: 'counted', what: 'float', cents: cents(0) }];
}
