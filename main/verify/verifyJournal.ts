import { type Entry, follows, type Link, unsealed } from './chain.ts';
import type { Checker } from './checker.ts';
import { EXPORT_AGAIN, type Header, headerOf, jsonLines } from './journalFile.ts';
import { OFFICE_SERIES, officeChecker } from './officeChecker.ts';
import { agree, Complaint, complain, counted, countOf, type Fields } from './reading.ts';
import { stationChecker } from './stationChecker.ts';

/** What a good journal came to. */
type Verified = {
  header: Header;
  entries: number;
  redacted: number;
  epochs: number;
  head: Link | null;
  /** The entry whose hash a slip bears, where one was asked for. */
  upTo: Link | null;
  checker: Checker;
};

/**
 * Reads an exported journal to its end and says in a few sentences that it is good. Throws a {@link Complaint} that
 * names the first bad entry and why, or says what is wrong with the file.
 * @param head the hash of an entry in lower-case hexadecimal, whole or its first digits as they are printed
 */
export async function verifyJournal(file: string, head: string | null): Promise<string[]> {
  const lines = jsonLines(file);
  const header = headerOf((await lines.next()).value ?? undefined);
  const verified = await readEntries(lines, header, head);
  const { entries, upTo } = verified;
  if (entries < header.entries)
    complain(
      `The file ends after ${counted(entries)} of ${countOf(header.entries, 'entry', 'entries')}: it was cut short. ${EXPORT_AGAIN}`,
    );
  if (head !== null && upTo === null)
    complain(
      `No entry has the hash ${grouped(head)}: the journal was edited or cut after that slip was printed, or the slip is another station’s.`,
    );
  return sentences(verified, head);
}

async function readEntries(lines: AsyncIterable<Fields>, header: Header, head: string | null): Promise<Verified> {
  let checker: Checker | null = null;
  let last: Link | null = null;
  let upTo: Link | null = null;
  let entries = 0;
  let redacted = 0;
  let epochs = 0;
  for await (const line of lines) {
    entries += 1;
    if (entries > header.entries)
      complain(`The file holds more than the ${countOf(header.entries, 'entry', 'entries')} it names.`);
    try {
      const entry: Entry = unsealed(line);
      agree('district', entry.district, header.district);
      agree('series', entry.series, header.series);
      const before: Link | null = last;
      last = follows(entry, before);
      checker ??= checkerOf(header, entry.epoch);
      if (before === null || entry.epoch > before.epoch) {
        epochs += 1;
        checker.beginEpoch();
      }
      checker.enter(entry);
      if (entry.isRedacted) redacted += 1;
      if (head !== null && entry.hash.startsWith(head)) upTo = last;
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complain(`Entry ${counted(entries)} (line ${entries + 1}${nameOf(line)}) is bad: ${error.message}`);
    }
  }
  return { header, entries, redacted, epochs, head: last, upTo, checker: checker ?? checkerOf(header, 1) };
}

function checkerOf({ series }: Header, firstEpoch: number): Checker {
  return series === OFFICE_SERIES ? officeChecker() : stationChecker(series, firstEpoch);
}

function sentences(verified: Verified, asked: string | null): string[] {
  const { header, entries, redacted, epochs, head, upTo, checker } = verified;
  if (head === null) return [`The journal of ${checker.whose} in ${header.district} is empty.`];
  const span = epochs === 1 ? '' : ` in ${epochs} epochs`;
  return [
    `Journal of ${checker.whose} in ${header.district}, exported ${header.exportedAt}.`,
    `Contiguous: ${countOf(entries, 'entry', 'entries')}${span}, ${checker.numbered()} without a gap.`,
    `Chained: every hash is right. The last is ${head.hash}.`,
    `Balanced: ${checker.balanced()}`,
    `Totals agree: ${checker.totals()}.`,
    ...(redacted === 0
      ? []
      : [
          `Redacted: the payer and what else was personal is missing from ${countOf(redacted, 'entry', 'entries')} (allowed: personal data may be erased).`,
        ]),
    ...(asked === null || upTo === null
      ? []
      : [
          `Unedited up to entry ${counted(upTo.sequence)} of epoch ${upTo.epoch}, whose hash begins with ${grouped(asked.slice(0, 12))}.`,
        ]),
  ];
}

/** What a bad line says it is, where that can be read at all. */
function nameOf(line: Fields): string {
  try {
    const { series, epoch, sequence, kind } = JSON.parse(String(line.text)) as Fields;
    const named = [series, of('epoch', epoch), of('sequence', sequence), kind].filter((part) => part !== undefined);
    const said = named.join(' ');
    return /^[\w ,]{1,80}$/.test(said) ? `, ${said}` : '';
  } catch {
    return '';
  }
}

function of(what: string, value: unknown): string | undefined {
  return value === undefined ? undefined : `${what} ${String(value)}`;
}

/** `7C1E 90B4 A2F8`, as slips print it, and in the same way as many digits as there are. */
function grouped(digits: string): string {
  return (digits.match(/.{1,4}/g) ?? []).join(' ').toUpperCase();
}
