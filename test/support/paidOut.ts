import type { Caller } from './station.ts';

/* What tests of paid-outs have in common. */

/** What is bought for the counter. */
export const SUPPLIES = { fund: '401', bars: '5358031' };

/** The smallest PDF that is one by its first bytes. */
export const PDF = Buffer.from('%PDF-1.7\n% a receipt for stamps\n');

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const STAMPS = { name: 'stamps.pdf', file: PDF };

/** Attaches a scanned receipt. Answers what a paid-out tells of it, and why it is paid. */
export async function receiptFor(caller: Pick<Caller, 'ask'>, scan: { name: string; file: Buffer } = STAMPS) {
  const { name, sha256 } = await caller.ask('attachReceipt', {
    ...{ name: scan.name, base64: scan.file.toString('base64') },
  });
  return { attachment: { name, sha256 }, reason: 'Stamps for the counter' };
}
