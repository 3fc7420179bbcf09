import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import type { GlLine } from '#domain/glLine';
import { type Column, readCsv } from '#formats/csv';
import { GL_COLUMNS } from '#formats/glCsv';
import { type GlMapping, mappedHeader, mappedRows } from '#formats/glMapping';
import { PlainTrouble } from '#main/trouble';
import { type Office, openAnswer } from './client.ts';
import type { GlReply } from './officeWire.ts';

/**
 * Takes a GL export out of the ledger to a file, which appears whole or not at all, and only if its bytes are those that
 * went out.
 * @param mapping another layout to write it in
 * @returns the SHA-256 of the file, in hex: with a mapping it is another than that of the export
 */
export async function fetchGl(
  office: Office,
  { number, sha256, district }: Pick<GlReply, 'number' | 'sha256'> & { district?: string },
  file: string,
  mapping: GlMapping | null,
): Promise<string> {
  const body = await openAnswer(office, `/v1/gl/${number}?${new URLSearchParams(district ? { district } : {})}`);
  const [came, wrote] = [createHash('sha256'), createHash('sha256')];
  const written: AsyncIterable<Part> = mapping === null ? summed(body, came) : mapped(summed(body, came), mapping);
  const unfinished = `${file}.part`;
  try {
    await pipeline(summed(written, wrote), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    if (came.digest('hex') !== sha256)
      throw new PlainTrouble(
        `What came of GL export ${number} is not what went out. Do not post it; ask for it again.`,
      );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
  return wrote.digest('hex');
}

type Part = string | Uint8Array;

/** What passes, added to a sum on its way. */
async function* summed<T extends Part>(parts: AsyncIterable<T>, hash: Hash): AsyncGenerator<T> {
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
}

async function* mapped(bytes: AsyncIterable<Uint8Array>, mapping: GlMapping): AsyncGenerator<string> {
  yield mappedHeader(mapping);
  for await (const rows of readCsv('the export', bytes, COLUMNS))
    yield mappedRows(
      rows.map(({ values }) => lineIn(values)),
      mapping,
    );
}

const COLUMNS = Object.fromEntries(GL_COLUMNS.map((name) => [name, { meaning: name, cell: z.string() }])) as Record<
  (typeof GL_COLUMNS)[number],
  Column & { cell: z.ZodString }
>;

function lineIn(cells: Record<(typeof GL_COLUMNS)[number], string>): GlLine {
  const { debit, credit, name } = cells;
  return {
    ...cells,
    ...{ export: Number(cells.export), line: Number(cells.line), name: name.replace(/^'/, '') },
    ...{ side: debit === '' ? 'credit' : 'debit', cents: Number((debit || credit).replace('.', '')) },
  };
}
