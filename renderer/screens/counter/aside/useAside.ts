import type { Dispatch } from 'react';
import { aside } from '../../../messages/options.ts';
import { usePage, useSend } from '../../../page.ts';
import { troubleOf } from '../../../refusal.ts';
import { resumedLine } from '../lines/lineForm.ts';
import type { Send } from '../useCounter.ts';
import type { AsideAction } from './asideForm.ts';
import { knownAgain } from './knownAgain.ts';

/** Takes a payment up again, or drops it. Both are in the journal with who did it. */
export function useAside(drawer: string, sendForm: Send, send: Dispatch<AsideAction>) {
  const { client, host, notice } = usePage();
  const ask = useSend();
  async function resume(label: string) {
    send({ did: 'sent' });
    const answer = await ask('resumePayment', { commandId: host.newId(), drawer, label });
    if (!answer) return;
    if (!answer.ok) {
      const trouble = troubleOf(answer);
      if (trouble) send({ did: 'refused', trouble });
      return;
    }
    const { lines: asked, payer, language } = answer.value;
    const known = await knownAgain(client, drawer, asked);
    if ('trouble' in known) {
      send({ did: 'refused', trouble: known.trouble });
      return;
    }
    const lines = asked.flatMap((line) => resumedLine(line, known) ?? []);
    const gone = asked.length - lines.length;
    notice.tell(gone > 0 ? aside.gone(gone) : null);
    sendForm({ did: 'resumed', label, lines, payer, language });
  }
  async function drop(label: string) {
    send({ did: 'sent' });
    const answer = await ask('dropSuspension', { commandId: host.newId(), drawer, label });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    else if (answer) send({ did: 'dropped' });
  }
  return { resume, drop };
}
