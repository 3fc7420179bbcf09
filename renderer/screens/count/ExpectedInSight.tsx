import { amount } from '../../format.ts';
import { drawer as words } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { useQuery } from '../../page.ts';

/** What is expected, tender by tender, where the district counts with open eyes. */
export function ExpectedInSight({ drawer }: { drawer: string }) {
  const asked = useQuery('expected', { drawer });
  return (
    <p className="pad muted num" aria-live="polite">
      {words.count.expected}{' '}
      {asked.value?.tenders.map(({ tender, cents }) => `${say.tender[tender]} ${amount(cents)}`).join(' · ') ?? ''}
    </p>
  );
}
