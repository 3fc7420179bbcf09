/**
 * Why a station has stopped for good. `restored`: its data is older than what the ledger has of it. `replaced`: its
 * series was enrolled on another machine since. `forked`: its two copies of the journal tell different things.
 */
export const STOPPED_WHYS = ['restored', 'replaced', 'forked'] as const;
export type StoppedWhy = (typeof STOPPED_WHYS)[number];

/** What goes on, after “This station has stopped:”. */
export const STOPPED_WORDS: Record<StoppedWhy, string> = {
  restored: 'its data is older than what the ledger has of it',
  replaced: 'another machine was enrolled in its place',
  forked: 'its two copies of the journal tell different things',
};
