import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Entry } from '#domain/entry';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import { HEADER, NO_TOKEN, replySignature, runDigest, signatureIn } from '#main/sync/signing';
import { type FeedPage, type JournalReply, JournalRun, type KeyReply } from '#main/sync/wire';

/** With this it signs. */
const SEED = 'quiet-ledger'.padEnd(43, 'A');

/** A ledger that answers at once and has nothing to say: what is measured beside it is the station alone. */
export type QuietLedger = { url: string; close(): void };

export async function startQuietLedger(): Promise<QuietLedger> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body: Buffer[] = [];
  for await (const part of request) body.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'https://ledger.invalid');
  const reply = answerTo(url, request.method === 'POST' ? Buffer.concat(body) : null);
  const text = JSON.stringify(reply);
  const asked = signatureIn(request.headers[HEADER.signature]);
  const said = { status: 200, digest: sha256Hex(text), asked, token: NO_TOKEN };
  response.setHeader('content-type', 'application/json');
  response.setHeader(HEADER.token, NO_TOKEN);
  response.setHeader(HEADER.signature, replySignature(SEED, said));
  response.end(text);
}

function answerTo(url: URL, body: Buffer | null): JournalReply | FeedPage | KeyReply {
  if (url.pathname === '/v1/keys') return { ledgerKey: publicKeyOf(SEED), token: NO_TOKEN };
  return body ? taken(body) : nothingNew(url.searchParams.get('after') ?? '');
}

/** Whatever comes is there now. */
function taken(body: Buffer): JournalReply {
  const run = JournalRun.parse(JSON.parse(gunzipSync(body).toString('utf8')));
  const last = run.entries.at(-1);
  if (!last) throw new Error('a run has entries');
  const { epoch, sequence } = Entry.parse(JSON.parse(last.text));
  return { outcome: 'created', head: { epoch, sequence, hash: last.hash }, run: runDigest(run.entries) };
}

function nothingNew(cursor: string): FeedPage {
  return { rows: [], cursor, complete: true };
}
