import * as z from 'zod';
import { CommandId } from '#domain/entry';
import type { Role } from '#domain/role';

/** What a call reads or touches. When a command touches a topic, everyone who listens asks its queries again. */
export type Topic = 'session' | 'station' | 'drawer' | 'receipts' | 'accounts' | 'sync' | 'printer' | 'mail' | 'forms';

/** Who may call: anybody at the station, anybody signed in, or these roles. */
export type Who = 'anyone' | 'signed-in' | readonly Role[];

/** Station calls work offline; office calls are relayed to the ledger and refused while it does not answer. */
export type Where = 'station' | 'office';

/**
 * A `command` writes to the journal, once for each command id. An `action` changes only this station's own state (a
 * session, an approval, a printer). A `query` changes nothing.
 */
export type Definition = {
  kind: 'command' | 'action' | 'query';
  where: Where;
  who: Who;
  input: z.ZodType;
  output: z.ZodType;
  reads: readonly Topic[];
  touches: readonly Topic[];
};

type Shape = z.core.$ZodLooseShape;

/** A command: its input always carries the command id, made where the intention was made. */
export function command<I extends Shape, O extends z.ZodType>(about: {
  who: Who;
  input: I;
  output: O;
  touches: readonly Topic[];
}) {
  return {
    kind: 'command',
    where: 'station',
    who: about.who,
    // One id whichever way its letters are written: the ledger holds them equal too.
    input: z.strictObject({ commandId: CommandId.transform((id) => id.toLowerCase()), ...about.input }),
    output: about.output,
    reads: [],
    touches: about.touches,
  } as const;
}

export function action<I extends Shape, O extends z.ZodType>(about: {
  who: Who;
  input: I;
  output: O;
  touches: readonly Topic[];
}) {
  return { kind: 'action', where: 'station', reads: [], ...about, input: z.strictObject(about.input) } as const;
}

export function query<I extends Shape, O extends z.ZodType>(about: {
  who: Who;
  input: I;
  output: O;
  reads: readonly Topic[];
}) {
  return { kind: 'query', where: 'station', touches: [], ...about, input: z.strictObject(about.input) } as const;
}
