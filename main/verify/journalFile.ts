import { createReadStream } from 'node:fs';
import { Complaint, canonical, complain, type Fields, fields, text, whole } from './reading.ts';

/** The first line of an export. */
export type Header = { district: string; series: string; exportedAt: string; entries: number };

/** No entry is larger; a longer line is no journal's, and must not fill the memory. */
const LINE_BYTES_MAX = 8_000_000;
const LINE_FEED = 0x0a;

/**
 * The lines of a file as JSON objects, one at a time, so that a journal of any length needs little memory. Lines end
 * with a line feed and with nothing else.
 */
export async function* jsonLines(file: string): AsyncGenerator<Fields> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
    const bytes: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      yield parsed(bytes.subarray(from, to), ++line);
      from = to + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LINE_BYTES_MAX) complain(`Line ${line + 1} is too long for a journal.`);
  }
  if (rest.length > 0) complain(`Line ${line + 1} does not end: the file was cut short.`);
}

/** Reads the first line, and complains when it is not that of a journal this program knows. */
export function headerOf(first: Fields | undefined): Header {
  if (first === undefined) complain('The file is empty.');
  if (first.counterfoil !== 'journal') complain('This file is not an exported journal.');
  if (first.version !== 1)
    complain(`This journal has format ${canonical(first.version)}; this program reads format 1.`);
  return {
    district: text(first, 'district'),
    series: text(first, 'series'),
    exportedAt: text(first, 'exportedAt'),
    entries: whole(first, 'entries'),
  };
}

function parsed(bytes: Buffer, line: number): Fields {
  try {
    // A damaged byte must not turn into a letter that looks right.
    return fields(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)), `Line ${line}`);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    return complain(`Line ${line} is not readable: the file is damaged or was cut short.`);
  }
}
