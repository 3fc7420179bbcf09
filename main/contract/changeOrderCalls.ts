import * as z from 'zod';
import { ChangeOrderLabel } from '#domain/changeOrder';
import { Pieces } from '#domain/denominations';
import { Hash } from '#domain/hash';
import { lineOfText, NAME_MAX, WORDS_MAX } from '#domain/text';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval } from './shapes.ts';

const AT_THE_SAFE = ['supervisor', 'finance'] as const;
const SEES_THE_SAFE = [...AT_THE_SAFE, 'auditor'] as const;

/** Orders on the list, the newest first. */
export const CHANGE_ORDERS_MAX = 50;

const ordering = { pieces: Pieces, reference: lineOfText(NAME_MAX) };
/** `reason`: why less or more came back than went out. */
const receiving = { order: ChangeOrderLabel, pieces: Pieces, reason: lineOfText(WORDS_MAX).optional() };

const ChangeOrder = z.strictObject({
  order: ChangeOrderLabel,
  cents: z.int(),
  /** The bank, or whoever carries it. */
  reference: z.string(),
  orderedAt: z.int(),
  personName: z.string(),
  /** Null while it is on its way. */
  received: z.strictObject({ at: z.int(), cents: z.int(), personName: z.string() }).nullable(),
});
export type ChangeOrder = z.infer<typeof ChangeOrder>;

/** Change from the bank: cash goes out of the safe and comes back in other pieces, counted by two both times. */
export const changeOrderCalls = {
  changeOrders: officeQuery({
    who: SEES_THE_SAFE,
    input: {},
    output: z.strictObject({ orders: z.array(ChangeOrder).max(CHANGE_ORDERS_MAX) }),
    reads: ['office'],
  }),

  /** The mark of an order, before anybody says yes to it. */
  orderMark: officeQuery({
    who: AT_THE_SAFE,
    input: ordering,
    output: z.strictObject({ cents: z.int(), mark: Hash }),
    reads: ['office'],
  }),

  /** Sends counted cash to the bank for change. Needs a second person, who counted it too. */
  orderChange: officeCommand({
    who: AT_THE_SAFE,
    input: { ...ordering, approval: Approval.optional() },
    output: z.strictObject({ order: ChangeOrderLabel, cents: z.int(), safeCents: z.int().nullable() }),
    touches: ['office'],
  }),

  /** What receiving an order would post, and the mark of it. */
  receivingMark: officeQuery({
    who: AT_THE_SAFE,
    input: receiving,
    output: z.strictObject({ orderedCents: z.int(), cents: z.int(), mark: Hash }),
    reads: ['office'],
  }),

  /** Puts what came back from the bank into the safe, counted by two. A difference needs a reason. */
  receiveChange: officeCommand({
    who: AT_THE_SAFE,
    input: { ...receiving, approval: Approval.optional() },
    output: z.strictObject({ order: ChangeOrderLabel, differenceCents: z.int(), safeCents: z.int().nullable() }),
    touches: ['office'],
  }),
} as const;
