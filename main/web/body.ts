import type { IncomingMessage } from 'node:http';
import { refuse } from '#domain/refusal';

/** The largest real request is a scanned receipt of 1 MB in base64; a receipt of 50 lines is well under this. */
export const BODY_BYTES_MAX = 2 * 1024 * 1024;

/**
 * Reads a request's body as one JSON value. Refuses `not_json` when it does not say that it is JSON,
 * `request_too_large` beyond {@link BODY_BYTES_MAX}, `malformed` when it cannot be read.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json(\s*;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) refuse('not_json');
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX) refuse('request_too_large');
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse('malformed');
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX) refuse('request_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
