import type { ServerResponse } from 'node:http';
import type { Answer } from '#contract/answer';
import type { Facts } from '#domain/facts';
import { type RefusalCode, sentenceOf } from '#domain/refusal';

/** What goes back to whoever asked. */
export type Reply = { status: number; headers: Record<string, string>; body: string | Buffer };

/** Refusals that have an HTTP status of their own; every other one is 422. */
const STATUS_OF: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  not_signed_in: 401,
  page_unknown: 401,
  foreign_request: 403,
  not_permitted: 403,
  unknown_call: 404,
  request_too_large: 413,
  not_json: 415,
};

/** The HTTP status of an answer: 200, a 4xx for a refusal, 500 for a bug of ours. The body is the same answer always. */
export function statusOf(answer: Answer<unknown>): number {
  if (answer.ok) return 200;
  return 'refusal' in answer ? (STATUS_OF[answer.refusal.code] ?? 422) : 500;
}

/** An answer as JSON, never to be kept by anybody on the way. */
export function answered(answer: Answer<unknown>): Reply {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  return { status: statusOf(answer), headers, body: JSON.stringify(answer) };
}

/** A refusal as the door would answer it. */
export function refused(code: RefusalCode, facts: Facts = {}): Reply {
  return answered({ ok: false, refusal: { code, facts, sentence: sentenceOf(code, facts) } });
}

/** One sentence as plain text: for people who typed an address, not for the page. */
export function sentence(status: number, words: string, headers: Record<string, string> = {}): Reply {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return { status, headers: { ...plain, ...headers }, body: `${words}\n` };
}

/** Sends a reply, unless the other side has gone. To HEAD the body is measured but not sent. */
export function send(response: ServerResponse, reply: Reply, method: string | undefined): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': Buffer.byteLength(reply.body) });
  response.end(method === 'HEAD' ? undefined : reply.body);
}
