import type { Handoff } from '#contract/custodyCalls';
import type { Focus } from '../../ui/focus.ts';

/** Which handoff of the list is chosen, by its name. */
export type SafeForm = { chosen: string | null; focus: Focus };

export type SafeAction =
  | { did: 'chose'; handoff: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; handoffs: readonly string[] };

export const BLANK_SAFE: SafeForm = { chosen: null, focus: { on: 'handoffs', turn: 0 } };

export function safeReducer(form: SafeForm, action: SafeAction): SafeForm {
  switch (action.did) {
    case 'chose':
      return { ...form, chosen: action.handoff };
    case 'moved': {
      const at = Math.max(0, action.handoffs.indexOf(action.from ?? ''));
      const to = Math.min(Math.max(at + action.by, 0), action.handoffs.length - 1);
      return { ...form, chosen: action.handoffs[to] ?? null };
    }
  }
}

/** What is in transit of one drawer; of none where a float waits for one. */
export type TransitGroup = { drawer: string | null; handoffs: Handoff[] };

/** What is in transit, drawer by drawer in the order of their oldest handoff. */
export function byDrawer(handoffs: readonly Handoff[]): TransitGroup[] {
  const groups = new Map<string | null, Handoff[]>();
  for (const handoff of handoffs) groups.set(handoff.drawer, [...(groups.get(handoff.drawer) ?? []), handoff]);
  return [...groups].map(([drawer, its]) => ({ drawer, handoffs: its }));
}

/** The one on show: what was chosen, else the first in the order of the list. */
export function handoffShown(form: SafeForm, groups: readonly TransitGroup[]): Handoff | undefined {
  const listed = groups.flatMap(({ handoffs }) => handoffs);
  return listed.find(({ handoff }) => handoff === form.chosen) ?? listed[0];
}

/** What is to be done about a handoff: settled, counted with all that its drawer handed over, or, where no drawer took a float, taken back. */
export function deedFor({ state, drawer }: Handoff): 'settle' | 'count' | 'takeBack' {
  if (state === 'differs') return 'settle';
  return drawer === null ? 'takeBack' : 'count';
}

/** All of a drawer that waits for the office's count. */
export function toCount(handoffs: readonly Handoff[], drawer: string): Handoff[] {
  return handoffs.filter((one) => one.drawer === drawer && one.state === 'waiting');
}
