import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { leftOf } from './leaving.ts';

/**
 * Tells the journal that a drawer’s form is left, when cash had been typed on it. Answers whether one may go on: not
 * when the station could not write it down.
 */
export function useLeaving(): (drawer: string) => Promise<boolean> {
  const { forms, host, notice } = usePage();
  const ask = useSend();
  return async function leave(drawer) {
    const left = leftOf(forms.of(drawer).read(), drawer, host.newId());
    if (left === null) return true;
    const answer = await ask('leaveForm', left);
    if (answer) notice.tell(troubleOf(answer)?.sentence ?? null);
    return answer?.ok ?? false;
  };
}
