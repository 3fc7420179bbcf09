import { usePage, useSend } from '../../../page.ts';
import { troubleOf } from '../../../refusal.ts';

/** Parks the drawer and signs out: from then on only its cashier opens it again, with her PIN. */
export function useParking(drawer: string): () => Promise<void> {
  const { host, notice } = usePage();
  const ask = useSend();
  return async function park() {
    const answer = await ask('parkDrawer', { commandId: host.newId(), drawer });
    const out = answer?.ok ? await ask('signOut', {}) : answer;
    if (out) notice.tell(troubleOf(out)?.sentence ?? null);
  };
}
