import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { Attachment, type AttachmentType } from '#domain/attachment';
import { sha256OfBytes } from '#main/chain/sha256';
import { PlainTrouble } from '#main/trouble';
import { LedgerSaidNo, type Office, openAnswer } from './client.ts';

const ENDINGS: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** A paid-out as a line of a journal's export tells it. Its number becomes the name of a file. */
const PaidOut = z.object({
  kind: z.literal('cash_paid_out'),
  payload: z.object({ label: z.string().regex(/^[A-Z]{1,3}\d{1,4}(\.\d{1,6})?-O\d{4,10}$/), attachment: Attachment }),
});
type PaidOut = z.infer<typeof PaidOut>['payload'];

/**
 * Takes the scans that an exported journal names out of the ledger into a folder, each under the number of its paid-out,
 * and only the very bytes whose SHA-256 stands in the entry. Answers the numbers of those whose scan is not up yet.
 */
export async function fetchScans(
  office: Office,
  about: { journal: string; district?: string },
  folder: string,
): Promise<{ written: number; awaited: string[] }> {
  await mkdir(folder, { recursive: true });
  const asked = new URLSearchParams(about.district === undefined ? {} : { district: about.district });
  const awaited: string[] = [];
  let written = 0;
  for await (const { label, attachment } of paidOutsIn(about.journal)) {
    const bytes = await scanOf(office, `/v1/attachments/${attachment.sha256}?${asked}`);
    if (bytes === null) {
      awaited.push(label);
      continue;
    }
    if (sha256OfBytes(bytes) !== attachment.sha256)
      throw new PlainTrouble(
        `What came for ${label} is not the file that it names. Have the ledger’s journals verified.`,
      );
    await writeOnce(join(folder, `${label}.${ENDINGS[attachment.type]}`), bytes);
    written += 1;
  }
  return { written, awaited };
}

async function* paidOutsIn(journal: string): AsyncGenerator<PaidOut> {
  for await (const line of createInterface({ input: createReadStream(journal), crlfDelay: Number.POSITIVE_INFINITY })) {
    // Most entries are others, and are not looked into.
    if (!line.includes('cash_paid_out')) continue;
    const { text } = z.object({ text: z.string() }).parse(JSON.parse(line));
    const entry = PaidOut.safeParse(JSON.parse(text));
    if (entry.success) yield entry.data.payload;
  }
}

/** The bytes of a file; null where it has not come up. */
async function scanOf(office: Office, path: string): Promise<Buffer | null> {
  try {
    const parts: Uint8Array[] = [];
    for await (const part of await openAnswer(office, path)) parts.push(part);
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof LedgerSaidNo && error.code === 'attachment_awaited') return null;
    throw error;
  }
}

/** Writes a file that appears whole or not at all, in the place of none but itself. */
async function writeOnce(file: string, bytes: Buffer): Promise<void> {
  const before = await readFile(file).catch(() => null);
  if (before !== null && !before.equals(bytes))
    throw new PlainTrouble(`${file} is there already and is another file. Choose an empty folder.`);
  await writeFile(`${file}.part`, bytes, { mode: 0o600, flush: true });
  await rename(`${file}.part`, file);
}
