import type { Dispatch } from 'react';
import { usePage } from '../../page.ts';
import type { Trouble } from '../../refusal.ts';

/** The journal keeps what was refused: said again, it is another command. */
export type BegunAnew = { did: 'begunAnew'; commandId: string };

/** The same dispatch, which begins the command anew where the journal keeps that it was refused. */
export function useBegunAnew<A extends { did: string; trouble?: Trouble }>(send: Dispatch<A | BegunAnew>): Dispatch<A> {
  const { host } = usePage();
  return (action) => {
    send(action);
    if (action.trouble?.facts.kept) send({ did: 'begunAnew', commandId: host.newId() });
  };
}
