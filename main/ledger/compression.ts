import { promisify } from 'node:util';
import { constants, createGunzip, gzip } from 'node:zlib';
import type { FastifyInstance, RequestPayload } from 'fastify';
import { refuse } from '#domain/refusal';

const compress = promisify(gzip);

/** Below this many bytes compressing costs more than it saves. */
const WORTH_BYTES = 1_400;

/**
 * Takes bodies that are compressed with gzip and compresses answers for those who take it. The limit on a body counts
 * what comes out of it, so a small body that grows without end is cut off.
 */
export function compressBothWays(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return payload;
    if (encoding !== 'gzip') refuse('malformed');
    const plain: RequestPayload = createGunzip();
    // Fastify holds the length of the request against what came in, not against what came out.
    plain.receivedEncodedLength = 0;
    payload.on('data', (chunk: Buffer) => {
      plain.receivedEncodedLength = (plain.receivedEncodedLength ?? 0) + chunk.length;
    });
    payload.on('error', (error) => plain.destroy(error));
    return payload.pipe(plain as ReturnType<typeof createGunzip>);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < WORTH_BYTES) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return compress(payload, { level: constants.Z_BEST_SPEED });
  });
}
