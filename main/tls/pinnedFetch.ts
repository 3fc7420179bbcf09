import { Agent, type RequestOptions, request } from 'node:https';
import { Readable } from 'node:stream';
import type { Trust } from './trust.ts';

/**
 * A `fetch` that believes one authority. Whatever is not https goes the usual way. It follows no redirect: nobody whom the
 * authority has not vouched for may hear what was meant for the ledger.
 */
export function pinnedFetch({ authority, own }: Trust): typeof fetch {
  const agent = new Agent({
    keepAlive: true,
    ca: authority,
    minVersion: 'TLSv1.2',
    ...(own ? { cert: own.certificate, key: own.key } : {}),
  });
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:') return fetch(input, init);
    // Whatever a body may be, this knows how to send it.
    const whole = new Request(url, { ...init, ...(init.body ? { duplex: 'half' as const } : {}) });
    const headers = { 'accept-encoding': 'gzip', ...Object.fromEntries(whole.headers) };
    const asked = { agent, method: whole.method, headers, ...(init.signal ? { signal: init.signal } : {}) };
    return answerTo(url, asked, init.body ? Buffer.from(await whole.arrayBuffer()) : null);
  };
}

function answerTo(url: URL, asked: RequestOptions, body: Buffer | null): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const failed = (cause: Error) => reject(new TypeError('fetch failed', { cause }));
  const sent = request(url, asked, (answer) => {
    const { statusCode: status = 0, headers } = answer;
    if (status >= 300 && status < 400) {
      answer.destroy();
      return failed(new Error('unexpected redirect'));
    }
    const isEmpty = status === 204 || status === 304;
    const stream = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
    resolve(new Response(unpacked(stream, headers['content-encoding']), { status, headers: plain(headers) }));
  });
  sent.on('error', failed);
  sent.end(body ?? undefined);
  return promise;
}

/** As `fetch` does: what was compressed on the way comes out as it was. */
function unpacked(body: ReadableStream<Uint8Array> | null, encoding: string | undefined): BodyInit | null {
  if (body === null || encoding !== 'gzip') return body;
  return body.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>);
}

function plain(headers: NodeJS.Dict<string | string[]>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
  );
}
