import { readFileSync, writeFileSync } from 'node:fs';
import { canonical, type Json } from '#domain/canonical';
import { GENESIS, preimage } from '#domain/entry';
import { sha256Hex } from '#main/chain/sha256';
import { verifyJournal } from '#main/verify/verifyJournal';

/** One line of an exported journal. */
export type Line = { text: string; hash: string; personal: Record<string, Json> | null };

/** An exported journal in memory, to be bent and written again. */
export type Journal = { header: Record<string, Json>; lines: Line[] };

/** An entry to be changed at will. */
// biome-ignore lint/suspicious/noExplicitAny: a forger asks no types
export type Forged = any;

export function readJournal(file: string): Journal {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return { header: JSON.parse(header), lines: lines.map((line) => JSON.parse(line)) };
}

/** What is said of a journal once it is written to a file: its sentences, or the one complaint. */
export async function verdict(file: string, { header, lines }: Journal, head: string | null = null): Promise<string> {
  writeFileSync(file, `${[header, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`);
  return verifyJournal(file, head).then(
    (sentences) => sentences.join('\n'),
    (error: Error) => error.message,
  );
}

/** The same first line, but for how many entries it names, over other lines. */
export function holding(journal: Journal, lines: Line[]): Journal {
  return { header: { ...journal.header, entries: lines.length }, lines };
}

/**
 * What a forger with the program at hand would do: changes one entry, then seals it and all that follow again, so that
 * every hash and the chain are right.
 * @param place from 0
 */
export function forged(journal: Journal, place: number, change: (entry: Forged, line: Line) => void): Journal {
  const lines = structuredClone(journal.lines);
  const line = lines[place];
  if (!line) throw new Error(`there is no entry ${place}`);
  const entry = JSON.parse(line.text);
  change(entry, line);
  line.text = canonical(entry);
  return { header: journal.header, lines: resealed(lines, place) };
}

/** The same lines with every hash right again from a place on. */
export function resealed(lines: Line[], from: number): Line[] {
  let previous = lines[from - 1]?.hash ?? GENESIS;
  for (const [place, line] of lines.entries()) {
    if (place < from) continue;
    if (place > from) line.text = canonical({ ...JSON.parse(line.text), previousHash: previous });
    line.hash = sha256Hex(preimage(line.text));
    previous = line.hash;
  }
  return lines;
}

/** Puts a value, or what a function makes of the one that is there, at a path such as `payload.lines.0.cents`. */
export function put(entry: Forged, path: string, value: unknown): void {
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((within, key) => within[key], entry);
  const key = keys.at(-1) ?? '';
  holder[key] = typeof value === 'function' ? value(holder[key]) : value;
}

/** The path of every value in an entry that is not itself an object or a list. */
export function leavesOf(value: Json | undefined, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member as Json, [...path, key]));
}

/** Another value of the same kind. */
export function bent(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return 'somebody';
  const digit = value.search(/\d(?!.*\d)/);
  if (digit < 0) return `${value.slice(0, -1)}${value.endsWith('a') ? 'b' : 'a'}`;
  return `${value.slice(0, digit)}${(Number(value[digit]) + 1) % 10}${value.slice(digit + 1)}`;
}
