import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { NotDurable } from '#db/ledger/durable';
import { isOutOfReach } from '#db/ledger/sqlState';
import { problemOf } from '#domain/problem';
import { Refusal, type RefusalCode, sentenceOf } from '#domain/refusal';
import type { Logger } from '#main/log';
import type { WireRefusal } from '#main/sync/wire';
import { describeError } from './describeError.ts';
import { statusOf } from './refusalStatus.ts';

/** Makes every error of the service an answer of one shape: a code and one sentence. Our own bugs are logged, not told. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(wireRefusal(refusal('ledger_path_unknown'))));
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error);
    if (refused?.code === 'requests_too_many') reply.header('retry-after', String(refused.facts.seconds));
    if (refused) return reply.code(statusOf(refused.code)).send(wireRefusal(refused));
    log.error('request failed', {
      method: request.method,
      path: request.routeOptions.url,
      error: describeError(error),
    });
    const sentence = 'The ledger could not finish this. Try again; if it goes on, look into its log.';
    return reply.code(500).send({ code: 'failure', sentence } satisfies WireRefusal);
  });
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) {
    return refusal('bad_input', problemOf(error));
  }
  if (error instanceof NotDurable) return refusal('ledger_not_durable', { setting: error.setting });
  if (isOutOfReach(error)) return refusal('ledger_database_away');
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 413) return refusal('request_too_large');
  if (status === 415) return refusal('not_json');
  return status === 400 ? refusal('malformed') : null;
}

function refusal(code: RefusalCode, facts = {}): Refusal {
  return new Refusal(code, facts);
}

function wireRefusal(refused: Refusal): WireRefusal {
  return { code: refused.code, sentence: sentenceOf(refused.code, refused.facts), facts: refused.facts };
}
