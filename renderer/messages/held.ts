import type { Branch } from '#contract/heldCalls';
import { count } from '../format.ts';
import { say } from './en.ts';

/** What may be decided: about strays, or about an entry that was not applied. */
type Decision = Branch['can'] | 'explain';

const VERBS: Record<Decision, string> = { adopt: 'Adopt', dismiss: 'Dismiss', explain: 'Explain' };

const entries = (n: number) => say.plural(n, 'entry', 'entries');

/** What stations sent and stands in no journal, or stands there and was not applied. */
export const held = {
  title: 'Held entries',
  aside: (n: number) => `${entries(n)}, nothing of them is ever deleted`,
  list: 'Held entries, by station',
  details: 'The entry on show',
  deciding: 'What becomes of it',
  columns: { entry: 'Entry', what: 'What', by: 'By', at: 'Recorded', amount: 'Amount' },
  none: 'Nothing is held. Whatever stations sent stands in a journal and is applied.',
  more: 'There are more. They are listed when these are decided.',
  branch: (station: string, can: Branch['can'], n: number) =>
    `${station}: ${entries(n)} that ${
      can === 'adopt'
        ? `${n === 1 ? 'follows' : 'follow'} on the last one of its journal`
        : `${n === 1 ? 'follows' : 'follow'} on nothing in its journal`
    }`,
  parked: (n: number) => `In their journals, not applied: ${entries(n)}`,
  kind: (kind: string | null) => {
    const words = (kind ?? 'not readable as an entry').replaceAll('_', ' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  },
  copy: 'known here already',
  hidden: 'hidden',
  entry: (station: string, sequence: number | null) => (sequence === null ? station : `${station} ${count(sequence)}`),
  head: { adopt: 'To adopt', dismiss: 'To dismiss', explain: 'To explain' },
  entries,
  slip: 'What it says',
  /** Why it is held: as the ledger noted when it came. */
  came: (why: string, when: string) => `Came ${when}: ${why}.`,
  parkedWhy: (why: string) => `It stands in its journal and was not applied: ${why}.`,
  note: {
    adopt: 'They are added to that journal as they came, and applied as of their own day.',
    dismiss: 'They stay as they came, apply to nothing, and nobody is asked about them again.',
    explain:
      'Settle what it tells first. It stays in its journal and out of the books; nobody is asked about it again.',
  },
  /** Of strays that are dismissed: receipts that somebody may hold and no journal knows. */
  unknown: (n: number) =>
    `${n === 1 ? 'One of them issues a receipt that no journal knows' : `${count(n)} of them issue receipts that no journal knows`}: key what was paid again at a counter before ${n === 1 ? 'it is' : 'they are'} dismissed.`,
  reason: 'Reason',
  reasonHints: {
    adopt: 'what became of the station',
    dismiss: 'what became of the station',
    explain: 'how it was settled',
  },
  only: {
    adopt: 'These entries, and this reason.',
    dismiss: 'These entries, and this reason.',
    explain: 'This entry, and this reason.',
  },
  neither: 'Nor can who recorded one of them.',
  button: (decision: Decision, n: number, station: string) => `${VERBS[decision]} ${entries(n)} of ${station}`,
  instead: { adopt: 'Dismiss them instead', dismiss: 'Adopt them after all' },
  adopted: (n: number, station: string) => `${entries(n)} of ${station} ${n === 1 ? 'is' : 'are'} adopted.`,
  explained: (entry: string) => `Entry ${entry} is explained.`,
  dismissed: (n: number, station: string) => `${entries(n)} of ${station} ${n === 1 ? 'is' : 'are'} dismissed.`,
  looksOnly: 'Supervisors and finance decide about them, two together.',
  why: { reason: 'Give the reason', pin: 'The second person’s PIN', wait: 'The ledger is asked about them' },
} as const;
