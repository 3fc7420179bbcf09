import { refuse } from '#domain/refusal';

/** One part of a form: its name, whether it is a file, and its bytes, which must be read before the next part. */
export type FormPart = { name: string; isFile: boolean; body: AsyncGenerator<Buffer> };

const HEAD_BYTES_MAX = 8_192;
const PARTS_MAX = 20;

/**
 * Reads a `multipart/form-data` body (RFC 7578) part by part as it arrives, so a file of any length is never held.
 * @param contentType the request's own, which names the boundary
 */
export async function* readForm(
  bytes: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<FormPart, void, undefined> {
  const boundary = boundaryOf(contentType);
  const input = cutter(bytes);
  // The first boundary may stand at the very start, without the line break that every other one has before it.
  await collected(input.until(Buffer.from(`--${boundary}`)));
  for (let parts = 0; ; parts++) {
    const mark = (await collected(input.until(Buffer.from('\r\n')))).trim();
    if (mark === '--') return;
    if (mark !== '' || parts === PARTS_MAX) refuse('malformed_form');
    const head = await collected(input.until(Buffer.from('\r\n\r\n')));
    const body = input.until(Buffer.from(`\r\n--${boundary}`));
    yield { ...described(head), body };
    // Whatever the reader left of this part is passed over.
    for await (const _left of body);
  }
}

function boundaryOf(contentType: string): string {
  const [, quoted, bare] = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? bare ?? refuse('malformed_form');
}

function described(head: string): { name: string; isFile: boolean } {
  const disposition = head.split('\r\n').find((line) => /^content-disposition:\s*form-data/i.test(line)) ?? '';
  const name = /;\s*name="([^"]{1,60})"/i.exec(disposition)?.[1] ?? refuse('malformed_form');
  return { name, isFile: /;\s*filename\*?=/i.test(disposition) };
}

async function collected(chunks: AsyncGenerator<Buffer>): Promise<string> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > HEAD_BYTES_MAX) refuse('malformed_form');
    held.push(chunk);
  }
  return Buffer.concat(held).toString('utf8');
}

/** Cuts a stream of bytes at marks, wherever its chunks happen to end. */
function cutter(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return {
    /** The bytes up to a mark, which itself is passed over. Refuses an input that ends before the mark. */
    async *until(mark: Buffer): AsyncGenerator<Buffer> {
      for (let isOpen = true; isOpen; ) {
        const at = held.indexOf(mark);
        isOpen = at === -1;
        // While the mark is not seen, its first bytes may be the last ones that are here.
        const sure = held.subarray(0, isOpen ? Math.max(0, held.length - mark.length + 1) : at);
        held = held.subarray(isOpen ? sure.length : at + mark.length);
        if (sure.length > 0) yield sure;
        if (!isOpen) return;
        const next = await source.next();
        if (next.done) refuse('malformed_form');
        held = Buffer.concat([held, next.value]);
      }
    },
  };
}
