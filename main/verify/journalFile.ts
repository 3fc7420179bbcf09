import { createReadStream } from 'node:fs';
import { Complaint, complain, type Fields, fields, holdsExactly, text, whole } from './reading.ts';

/** The first line of an export. */
export type Header = { district: string; series: string; exportedAt: string; entries: number };

/** What to do about a file that is no whole journal. */
export const EXPORT_AGAIN = 'Export it again: npm run export -- --data FOLDER FILE.';

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
    if (rest.length > LINE_BYTES_MAX) complain(`Line ${line + 1} is too long for a journal. ${EXPORT_AGAIN}`);
  }
  if (rest.length > 0) complain(`Line ${line + 1} does not end: the file was cut short. ${EXPORT_AGAIN}`);
}

/** Reads the first line, and complains when it is not that of a journal this program knows. */
export function headerOf(first: Fields | undefined): Header {
  if (first === undefined) complain(`The file is empty. ${EXPORT_AGAIN}`);
  if (first.counterfoil !== 'journal') complain(`This file is not an exported journal. ${EXPORT_AGAIN}`);
  try {
    return headerIn(first);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    return complain(`Line 1, which says what the journal is, is bad: ${error.message} ${EXPORT_AGAIN}`);
  }
}

function headerIn(first: Fields): Header {
  const version = whole(first, 'version');
  if (version !== 1) complain(`The journal has format ${version}, and this program reads format 1.`);
  holdsExactly(first, ['counterfoil', 'version', 'district', 'series', 'exportedAt', 'entries'], 'It');
  return {
    district: text(first, 'district'),
    series: text(first, 'series'),
    exportedAt: instant(first, 'exportedAt'),
    entries: whole(first, 'entries'),
  };
}

/** An instant as the export writes it: `2026-11-23T16:03:00.000Z`. */
function instant(from: Fields, name: string): string {
  const value = text(from, name);
  const at = Date.parse(value);
  if (Number.isNaN(at) || new Date(at).toISOString() !== value)
    complain(`The field “${name}” is ${value}, which is no instant such as 2026-11-23T16:03:00.000Z.`);
  return value;
}

function parsed(bytes: Buffer, line: number): Fields {
  try {
    // A damaged byte must not turn into a letter that looks right.
    return fields(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)), `Line ${line}`);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    return complain(`Line ${line} is not readable: the file is damaged or was cut short. ${EXPORT_AGAIN}`);
  }
}
