import fastify, { type FastifyInstance } from 'fastify';
import * as z from 'zod';
import { NotDurable } from '#db/ledger/durable';
import { Refusal } from '#domain/refusal';
import { answerErrors } from '#main/ledger/answerErrors';

let app: FastifyInstance;
let logged: unknown[];
let thrown: unknown;
beforeEach(() => {
  logged = [];
  app = fastify();
  answerErrors(app, { info: () => {}, error: (...told: unknown[]) => logged.push(told) });
  app.get('/', () => {
    throw thrown;
  });
});
afterEach(() => app.close());

const withCode = (code: string) => Object.assign(new Error('secret of 10.0.0.7'), { code });
const behind = (cause: Error) => new Error('query failed', { cause });

test.each<[string, unknown, number, string]>([
  ['a refusal', new Refusal('series_only_for_training', { series: 'T1' }), 400, 'series_only_for_training'],
  ['a database that nobody answers for', withCode('ECONNREFUSED'), 503, 'ledger_database_away'],
  ['a database that goes down', behind(withCode('57P01')), 503, 'ledger_database_away'],
  ['a connection that broke', behind(new Error('Connection terminated unexpectedly')), 503, 'ledger_database_away'],
  ['a database that may lose things', new NotDurable('fsync'), 503, 'ledger_not_durable'],
  ['an input that is none', z.int().safeParse('x').error, 400, 'bad_input'],
  ['a bug of ours', new TypeError('secret of 10.0.0.7'), 500, 'failure'],
])('%s is answered with one code and one sentence, a refusal with its facts', async (_, error, status, code) => {
  thrown = error;
  const reply = await app.inject('/');
  const facts = code === 'failure' ? {} : { facts: expect.any(Object) };
  expect([reply.statusCode, reply.json()]).toEqual([
    status,
    { code, sentence: expect.stringMatching(/\.$/), ...facts },
  ]);
  expect(reply.body).not.toContain('10.0.0.7');
  expect(logged).toHaveLength(code === 'failure' ? 1 : 0);
});

test('a path that nobody knows is a refusal too', async () => {
  const reply = await app.inject('/nowhere');
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'ledger_path_unknown']);
});
