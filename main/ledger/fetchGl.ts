import { createHash } from 'node:crypto';
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
 */
export async function fetchGl(
  office: Office,
  { number, sha256, district }: Pick<GlReply, 'number' | 'sha256'> & { district?: string },
  file: string,
  mapping: GlMapping | null,
): Promise<void> {
  const body = await openAnswer(office, `/v1/gl/${number}?${new URLSearchParams(district ? { district } : {})}`);
  const hash = createHash('sha256');
  const summed = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const written = mapping === null ? summed(body) : mapped(summed(body), mapping);
  const unfinished = `${file}.part`;
  try {
    await pipeline(written, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    if (hash.digest('hex') !== sha256)
      throw new PlainTrouble(
        `What came of GL export ${number} is not what went out. Do not post it; ask for it again.`,
      );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
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
