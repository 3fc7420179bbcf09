import type { HandoffStep } from '#db/ledger/handoffs';
import type { Entry } from '#domain/entry';
import { halvesOf } from '#domain/handoffPostings';

/** A drawer's half of each handoff that a station's entry posts: its float, its drops, and all that its close hands on. */
export function handoffSteps(entry: Entry): HandoffStep[] {
  const { drawer, batch } = entry.payload as { drawer?: string; batch?: string };
  return halvesOf(entry).map((half) => ({
    ...half,
    drawer: drawer ?? null,
    batch: batch ?? null,
    person: entry.actor,
    at: entry.recordedAt,
    sequence: entry.sequence,
  }));
}
