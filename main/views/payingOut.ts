import type { Output, Parsed } from '#contract/contract';
import { attachmentOf } from '#db/station/attachments';
import type { KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import type { Attachment } from '#domain/attachment';
import type { Policy } from '#domain/district';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { custodyMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { ownOpenDrawer, somethingCounted } from './drawerCash.ts';
import { mustBePlace } from './payingIn.ts';

type Asked = Pick<Parsed<'paidOutProposal'>, 'drawer' | 'pieces' | 'place' | 'reason' | 'attachment'>;

/** A paid-out worked out and allowed. */
export type PayingOut = { own: KnownDrawer; cents: Cents; attachment: Attachment; mark: string };

/** What a paid-out comes to, and its mark. */
export function paidOutProposal(
  db: StationDb,
  input: Parsed<'paidOutProposal'>,
  at: ReadyContext,
): Output<'paidOutProposal'> {
  const { cents, mark } = payingOut(db, input, at.person.person, at.policy);
  return { cents, mark };
}

/** A paid-out worked out and allowed, or refused; the use-case writes exactly this, if the drawer holds so much. */
export function payingOut(db: StationDb, asked: Asked, person: string, policy: Policy): PayingOut {
  const { drawer, pieces, place, reason } = asked;
  const maxCents = policy.paidOut?.maxCents ?? refuse('paid_out_off');
  const own = ownOpenDrawer(db, drawer, person);
  const cents = somethingCounted(pieces);
  if (cents > maxCents) refuse('paid_out_limit', { maxCents });
  mustBePlace(policy, place);
  const { name, sha256 } = asked.attachment;
  const { type, size } = attachmentOf(db, sha256) ?? refuse('attachment_unknown');
  const attachment = { name, type, size, sha256 };
  const moves = { pieces, place, attachment };
  return {
    own,
    cents,
    attachment,
    mark: custodyMark('cash paid out', { drawer, askedBy: person, moves, words: reason }),
  };
}
