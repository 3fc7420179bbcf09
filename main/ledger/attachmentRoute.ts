import type { FastifyInstance, FastifyRequest } from 'fastify';
import { attachmentOf } from '#db/ledger/attachments';
import { refuse } from '#domain/refusal';
import { chooseDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { AttachmentNamed, JournalOf } from './officeWire.ts';
import { signInAdministrator } from './signIn.ts';

/** What came up from stations beside their journals, byte for byte, for the administrator's token. */
export function addAttachmentRoute(app: FastifyInstance, ready: Promise<LedgerContext>, adminToken: string): void {
  const onRequest = async (request: FastifyRequest) => signInAdministrator(adminToken, request.headers.authorization);

  app.get('/v1/attachments/:sha256', { onRequest }, async (request, reply) => {
    const context = await ready;
    const { sha256 } = AttachmentNamed.parse(request.params);
    const district = await chooseDistrict(context, JournalOf.parse(request.query).district);
    const found = await context.db.inDistrict(district, 'read', (tx) => attachmentOf(tx, district, sha256));
    const { type, base64 } = found ?? refuse('attachment_awaited');
    return reply.type(type).send(Buffer.from(base64, 'base64'));
  });
}
