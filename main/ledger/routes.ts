import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  ATTACHMENT_BODY_BYTES_MAX,
  AttachmentSent,
  AttachmentsAsked,
  EnrolRequest,
  type JournalReply,
  JournalRun,
  KeyRequest,
  OfficeRequest,
  RUN_BYTES_MAX,
} from '#main/sync/wire';
import { addAttachmentRoute } from './attachmentRoute.ts';
import { bringStationKey } from './bringStationKey.ts';
import { chooseDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { dayReport } from './dayReport.ts';
import { enrolStation, mustHoldKey } from './enrolStation.ts';
import { feedPage } from './feedPage.ts';
import { addGlRoutes } from './glRoutes.ts';
import { issueEnrolmentToken } from './issueEnrolmentToken.ts';
import { journalLines } from './journalLines.ts';
import { loadDistrict } from './loadDistrict.ts';
import { officeCall } from './office/officeCall.ts';
import { JournalAsked, JournalOf, ReportQuery, TokenRequest } from './officeWire.ts';
import { attachmentsWanted, receiveAttachment } from './receiveAttachment.ts';
import { receiveRun } from './receiveRun.ts';
import { receiveStrays } from './receiveStrays.ts';
import type { SignedWire } from './signedWire.ts';
import { bearerOf, signInAdministrator } from './signIn.ts';
import { spokenIn } from './spoken.ts';
import { spoolLoad } from './spoolLoad.ts';

const FeedQuery = z.strictObject({ after: z.string().max(80).default('') });

/** Where the administrator's token is checked and loads lie while they arrive. */
export type DoorSettings = { adminToken: string; spool: string };

/**
 * Every address of the service. What comes in is parsed here, once.
 * @param ready the database, as soon as it is up; requests that come before wait for it
 * @param wire how stations are heard
 */
export function addRoutes(
  app: FastifyInstance,
  ready: Promise<LedgerContext>,
  door: DoorSettings,
  wire: SignedWire,
): void {
  app.get('/v1/health', async () => {
    const { training } = await ready;
    return { ok: true, training };
  });
  addKeyRoutes(app, ready);
  addStationRoutes(app, ready, wire);
  addOfficeRoutes(app, ready, door);
  addGlRoutes(app, ready, door.adminToken);
  addAttachmentRoute(app, ready, door.adminToken);
}

/** Who has no contact yet brings its key with a token of another kind, and signs with that key. */
function addKeyRoutes(app: FastifyInstance, ready: Promise<LedgerContext>): void {
  app.post('/v1/enrol', async (request) => {
    const asked = EnrolRequest.parse(request.body);
    mustHoldKey(asked.publicKey, spokenIn(request.raw));
    return enrolStation(await ready, asked);
  });

  app.post('/v1/keys', async (request) => {
    const { publicKey } = KeyRequest.parse(request.body);
    mustHoldKey(publicKey, spokenIn(request.raw));
    return bringStationKey(await ready, bearerOf(request.headers.authorization), publicKey);
  });
}

/** Who asks is looked at before the body is read, so that nobody else makes the ledger read a large one. */
function addStationRoutes(app: FastifyInstance, ready: Promise<LedgerContext>, wire: SignedWire): void {
  const { stationOf } = wire;
  const onRequest = wire.hear;

  app.post('/v1/journal', { onRequest, bodyLimit: RUN_BYTES_MAX }, async (request, reply): Promise<JournalReply> => {
    const answer = await receiveRun(await ready, stationOf(request), JournalRun.parse(request.body));
    if (answer.outcome === 'conflict') reply.code(409);
    return answer;
  });

  app.post('/v1/strays', { onRequest: wire.recognise, bodyLimit: RUN_BYTES_MAX }, async (request) =>
    receiveStrays(await ready, stationOf(request), JournalRun.parse(request.body)),
  );

  app.post('/v1/attachments/wanted', { onRequest }, async (request) =>
    attachmentsWanted(await ready, stationOf(request), AttachmentsAsked.parse(request.body)),
  );

  app.post('/v1/attachments', { onRequest, bodyLimit: ATTACHMENT_BODY_BYTES_MAX }, async (request) =>
    receiveAttachment(await ready, stationOf(request), AttachmentSent.parse(request.body)),
  );

  app.post('/v1/office', { onRequest }, async (request) => ({
    value: await officeCall(await ready, stationOf(request), OfficeRequest.parse(request.body)),
  }));

  app.get('/v1/feed', { onRequest }, async (request) =>
    feedPage(await ready, stationOf(request), FeedQuery.parse(request.query).after),
  );
}

function addOfficeRoutes(app: FastifyInstance, ready: Promise<LedgerContext>, door: DoorSettings): void {
  const onRequest = async (request: FastifyRequest) =>
    signInAdministrator(door.adminToken, request.headers.authorization);

  app.post('/v1/enrolment-tokens', { onRequest }, async (request) =>
    issueEnrolmentToken(await ready, TokenRequest.parse(request.body)),
  );

  app.get('/v1/reports/day', { onRequest }, async (request) =>
    dayReport(await ready, ReportQuery.parse(request.query)),
  );

  app.get('/v1/journals/:series', { onRequest }, async (request, reply) => {
    const context = await ready;
    const { series } = JournalAsked.parse(request.params);
    const district = await chooseDistrict(context, JournalOf.parse(request.query).district);
    const lines = await journalLines(context, district, series);
    return reply.type('application/jsonl; charset=utf-8').send(Readable.from(lines));
  });

  app.post('/v1/loads', { onRequest }, async (request) => {
    const context = await ready;
    const type = request.headers['content-type'] ?? '';
    const load = await spoolLoad(request.body as AsyncIterable<Uint8Array>, type, door.spool);
    try {
      return await loadDistrict(context, load);
    } finally {
      await load.remove();
    }
  });
}
