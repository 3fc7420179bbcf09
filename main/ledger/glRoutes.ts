import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { placesOfCharts } from '#db/ledger/loads';
import { officeKey } from '#db/ledger/officeJournal';
import { chooseDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { glExportFound } from './glExportFound.ts';
import { glExportText } from './glExportText.ts';
import { officeCall } from './office/officeCall.ts';
import { GlAsked, type GlPlacesReply, GlRequest, GlThrough, JournalOf } from './officeWire.ts';
import { signInAdministrator } from './signIn.ts';

/** Closed days out to finance, for the administrator's token. */
export function addGlRoutes(app: FastifyInstance, ready: Promise<LedgerContext>, adminToken: string): void {
  const onRequest = async (request: FastifyRequest) => signInAdministrator(adminToken, request.headers.authorization);

  app.get('/v1/gl/:number', { onRequest }, async (request, reply) => {
    const context = await ready;
    const { number } = GlAsked.parse(request.params);
    const district = await chooseDistrict(context, JournalOf.parse(request.query).district);
    const text = await glExportText(context, district, number);
    return reply.type('text/csv; charset=utf-8').send(Readable.from(text));
  });

  app.get('/v1/gl/places', { onRequest }, async (request): Promise<z.infer<typeof GlPlacesReply>> => {
    const context = await ready;
    const district = await chooseDistrict(context, JournalOf.parse(request.query).district);
    return { places: await context.db.inDistrict(district, 'read', (tx) => placesOfCharts(tx, district)) };
  });

  app.get('/v1/gl', { onRequest }, async (request) => {
    const context = await ready;
    const { district, ...asked } = GlThrough.parse(request.query);
    return glExportFound(context, await chooseDistrict(context, district), asked);
  });

  app.post('/v1/gl', { onRequest }, async (request) => {
    const context = await ready;
    const { district: named, by, ...input } = GlRequest.parse(request.body);
    const district = await chooseDistrict(context, named);
    const asked = { call: 'exportGl', person: by, input, approval: null };
    return glExportFound(
      context,
      district,
      (await officeCall(context, officeKey(district), asked)) as { number: number },
    );
  });
}
