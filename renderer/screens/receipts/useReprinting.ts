import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { ReceiptsAction } from './receiptsForm.ts';

/** Prints a receipt again, marked DUPLICATE. An auditor changes nothing, so not for her. */
export function useReprinting(label: string | null, send: Dispatch<ReceiptsAction>): (() => void) | undefined {
  const { host } = usePage();
  const { station } = useStation();
  const ask = useSend();
  if (label === null || station.person?.role === 'auditor') return undefined;
  async function reprint(of: string) {
    send({ did: 'sent' });
    const answer = await ask('reprintReceipt', { commandId: host.newId(), label: of });
    if (answer) send({ did: 'answered', sentence: troubleOf(answer)?.sentence ?? null });
  }
  return () => void reprint(label);
}
