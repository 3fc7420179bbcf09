import { createHash } from 'node:crypto';
import * as z from 'zod';
import { SealedEntry } from '#domain/entry';

/*
 * A line of the twin: sixteen hex digits of the SHA-256 over its JSON, a space, the JSON. A line that does not hold its own
 * digest was torn or damaged.
 */

/** What a station was in one epoch: stands before the first entry of that epoch. */
export const TwinStation = z.strictObject({
  district: z.string(),
  series: z.string(),
  epoch: z.int().positive(),
  training: z.boolean(),
  ledgerUrl: z.string(),
  enrolledAt: z.int(),
  lastZ: z.int().min(0),
  issuedBeforeCents: z.int().min(0),
});
export type TwinStation = z.infer<typeof TwinStation>;

/** What a command was told and answered, as the station keeps it. */
export const TwinCommand = z.strictObject({
  commandId: z.string(),
  name: z.string(),
  inputDigest: z.string(),
  reply: z.string(),
});
export type TwinCommand = z.infer<typeof TwinCommand>;

/** An entry, and the command that wrote it; null where none did. */
export const TwinEntry = z.strictObject({ entry: SealedEntry, command: TwinCommand.nullable() });
export type TwinEntry = z.infer<typeof TwinEntry>;

export const TwinLine = z.union([TwinEntry, z.strictObject({ station: TwinStation })]);
export type TwinLine = z.infer<typeof TwinLine>;

const DIGITS = 16;

/** The text of a line, with its end. */
export function textOfLine(line: TwinLine): string {
  const json = JSON.stringify(line);
  return `${digest(json)} ${json}\n`;
}

/** Reads a line without its end; null where it is not what was written. */
export function readLine(text: string): TwinLine | null {
  const json = text.slice(DIGITS + 1);
  if (text[DIGITS] !== ' ' || text.slice(0, DIGITS) !== digest(json)) return null;
  const read = TwinLine.safeParse(JSON.parse(json));
  return read.success ? read.data : null;
}

function digest(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, DIGITS);
}
