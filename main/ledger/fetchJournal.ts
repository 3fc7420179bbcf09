import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Office, openAnswer } from './client.ts';

const LINE_FEED = 0x0a;

/**
 * Takes a journal out of the ledger to a file, which appears whole or not at all. Answers how many entries it holds.
 * @param about.series the office's, `L`, unless a station's is named
 */
export async function fetchJournal(
  office: Office,
  about: { series: string; district?: string },
  file: string,
): Promise<number> {
  const { series, ...asked } = about;
  const path = `/v1/journals/${encodeURIComponent(series)}?${new URLSearchParams(asked)}`;
  const body = await openAnswer(office, path);
  const unfinished = `${file}.part`;
  let lines = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      for (const byte of chunk) if (byte === LINE_FEED) lines += 1;
      yield chunk;
    }
  };
  try {
    await pipeline(body, counted, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    // Why it failed matters more than what is left of it.
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
  return lines - 1;
}
