import type { Dispatch } from 'react';
import { usePage } from '../page.ts';

/** A command that was begun, by what it is to do. */
export type Begun = { of: string; commandId: string };

/** The id of a command: pressed again for the same thing, it is the same one, and is done once. */
export function useBegun(begun: Begun | null, send: Dispatch<{ did: 'began'; begun: Begun }>): (of: string) => string {
  const { host } = usePage();
  return (of) => {
    if (begun?.of === of) return begun.commandId;
    const commandId = host.newId();
    send({ did: 'began', begun: { of, commandId } });
    return commandId;
  };
}
