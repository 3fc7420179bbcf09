import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#domain/refusal';
import { readForm } from './readForm.ts';
import { shown } from './shown.ts';

/** A file of a load as it lies on disk, and the SHA-256 of its bytes. */
export type SpooledFile = { path: string; digest: string };

/** A load that has arrived whole. `remove` takes its files from the disk again. */
export type Spooled = {
  district: SpooledFile;
  accounts: SpooledFile;
  charges: SpooledFile;
  /** The State Auditor's account export and its matrix of codes to funds, where a load brings them. */
  bars: SpooledFile | null;
  barsFunds: SpooledFile | null;
  by: string;
  withdrawMissing: boolean;
  /** Who loads means a district that is new here, also where there are others. */
  isNewDistrict: boolean;
  remove(): Promise<void>;
};

const FILES = {
  district: 4_000_000,
  accounts: 2_000_000_000,
  charges: 2_000_000_000,
  bars: 20_000_000,
  barsFunds: 20_000_000,
} as const;
const FIELDS = new Set(['by', 'withdrawMissing', 'newDistrict']);
const FIELD_BYTES_MAX = 200;

type FileName = keyof typeof FILES;

/**
 * Lets a load arrive on disk before the database hears of it: a slow sender holds no transaction open, and a sender
 * that breaks off has loaded nothing.
 * @param spool the folder in which a folder of the load's own is made, for this process's user alone
 */
export async function spoolLoad(
  bytes: AsyncIterable<Uint8Array>,
  contentType: string,
  spool: string,
): Promise<Spooled> {
  const folder = await mkdtemp(join(spool, 'counterfoil-load-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const files: Partial<Record<FileName, SpooledFile>> = {};
    const fields = new Map<string, string>();
    for await (const { name, isFile, body } of readForm(bytes, contentType)) {
      if (isFile && Object.hasOwn(FILES, name)) {
        files[name as FileName] = await written(join(folder, name), body, FILES[name as FileName]);
      } else if (!isFile && FIELDS.has(name)) fields.set(name, await field(body));
      else refuse('bad_input', { field: name.slice(0, 60), problem: 'is not a part of a load' });
    }
    const file = (part: FileName) => files[part] ?? refuse('load_incomplete', { part });
    return {
      district: file('district'),
      accounts: file('accounts'),
      charges: file('charges'),
      bars: files.bars ?? null,
      barsFunds: files.barsFunds ?? null,
      by: shown(fields.get('by')?.trim() || 'administrator'),
      withdrawMissing: fields.get('withdrawMissing') === 'true',
      isNewDistrict: fields.get('newDistrict') === 'true',
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function written(path: string, body: AsyncGenerator<Buffer>, bytesMax: number): Promise<SpooledFile> {
  const hash = createHash('sha256');
  let length = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        length += chunk.length;
        if (length > bytesMax) refuse('request_too_large');
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return { path, digest: hash.digest('hex') };
}

async function field(body: AsyncGenerator<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString('utf8');
    if (text.length > FIELD_BYTES_MAX) refuse('request_too_large');
  }
  return text;
}
