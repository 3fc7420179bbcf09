import type { StoppedWhy } from '#domain/stopped';

/** A station that has stopped for good. */
export const stopped = {
  title: 'This station has stopped',
  why: {
    restored: 'Its data is older than what the ledger has of it: somebody put back an old copy.',
    replaced: 'Another machine was enrolled in its place.',
    forked: 'Its two copies of the journal tell different things, and it cannot know which one is right.',
    damaged: 'Its database is damaged. All that was recorded is in its journal and in the second copy.',
  } satisfies Record<StoppedWhy | 'damaged', string>,
  station: 'Station',
  since: 'Stopped',
  at: (day: string, time: string) => `${day} at ${time}`,
  from: 'In doubt from entry',
  unsent: 'Not sent to the ledger',
  what: 'What to do',
  steps: [
    'Take no money at this counter. Another station can take it.',
    'Leave what is in a tray where it is, and lock it.',
    'Call finance, and read them this screen.',
  ],
  stepsOfDamaged: [
    'Take no money at this counter until it runs again.',
    'Close this program, and start it again: its database is made again from what was recorded.',
    'If it stops again, call finance, and read them this screen. Its disk may be failing.',
  ],
  kept: 'Nothing was deleted. Everything that was recorded here lies in the station’s folder as it was.',
} as const;
