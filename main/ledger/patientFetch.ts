import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Trust } from '#main/tls/trust';

type Form = { method: string; headers: Record<string, string>; body: FormData };

/**
 * Sends a form and waits as long as the answer takes. `fetch` gives up after five minutes, in which a large district is
 * not always loaded, and then nobody would know whether it is.
 */
export async function patientFetch(
  url: URL,
  { method, headers, body }: Form,
  trust: Trust | null = null,
): Promise<Response> {
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  const own = trust?.own ? { cert: trust.own.certificate, key: trust.own.key } : {};
  const told = trust && url.protocol === 'https:' ? { ca: trust.authority, ...own } : {};
  const request = url.protocol === 'https:' ? secure : plain;
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const asked = request(url, { ...told, method, headers: { ...headers, 'content-type': type } }, (answer) => {
    const { statusCode = 0 } = answer;
    resolve(new Response(Readable.toWeb(answer) as ReadableStream, { status: statusCode }));
  });
  asked.on('error', reject);
  // Whoever refuses at once stops listening: then the answer counts, not that the rest could not be sent.
  pipeline(Readable.fromWeb(form.body as never), asked).catch(() => {});
  return promise;
}
