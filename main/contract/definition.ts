import * as z from 'zod';
import { CommandId } from '#domain/entry';
import type { Role } from '#domain/role';

/** What a call reads or touches. When a command touches a topic, everyone who listens asks its queries again. */
export type Topic =
  | 'session'
  | 'station'
  | 'drawer'
  | 'receipts'
  | 'accounts'
  | 'sync'
  | 'printer'
  | 'mail'
  | 'forms'
  | 'office';

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

type About<I extends Shape, O extends z.ZodType> = { who: Who; input: I; output: O };
type Touching<I extends Shape, O extends z.ZodType> = About<I, O> & { touches: readonly Topic[] };
type Reading<I extends Shape, O extends z.ZodType> = About<I, O> & { reads: readonly Topic[] };

/** A command: its input always carries the command id, made where the intention was made. */
export function command<I extends Shape, O extends z.ZodType>(about: Touching<I, O>) {
  return { kind: 'command', where: 'station', reads: [], ...about, input: withCommandId(about.input) } as const;
}

export function action<I extends Shape, O extends z.ZodType>(about: Touching<I, O>) {
  return { kind: 'action', where: 'station', reads: [], ...about, input: z.strictObject(about.input) } as const;
}

export function query<I extends Shape, O extends z.ZodType>(about: Reading<I, O>) {
  return { kind: 'query', where: 'station', touches: [], ...about, input: z.strictObject(about.input) } as const;
}

/** A command of the office: an entry of its journal, which the ledger keeps. */
export function officeCommand<I extends Shape, O extends z.ZodType>(about: Touching<I, O>) {
  return { kind: 'command', where: 'office', reads: [], ...about, input: withCommandId(about.input) } as const;
}

/** A query that only the ledger can answer. */
export function officeQuery<I extends Shape, O extends z.ZodType>(about: Reading<I, O>) {
  return { kind: 'query', where: 'office', touches: [], ...about, input: z.strictObject(about.input) } as const;
}

function withCommandId<I extends Shape>(input: I) {
  // One id whichever way its letters are written: the ledger holds them equal too.
  return z.strictObject({ commandId: CommandId.transform((id) => id.toLowerCase()), ...input });
}
