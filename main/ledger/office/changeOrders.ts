import { CHANGE_ORDERS_MAX, type ChangeOrder } from '#contract/changeOrderCalls';
import type { Output, Parsed } from '#contract/contract';
import { changeOrderEntries } from '#db/ledger/changeOrders';
import type { LedgerTx } from '#db/ledger/database';
import { changeOrdered, changeReceived } from '#domain/changeOrder';
import { worthOf } from '#domain/denominations';
import type { Payload } from '#domain/entry';
import { type Cents, cents, subtract } from '#domain/money';
import { type Refusal, refuse } from '#domain/refusal';
import { changeOrderLabel } from '#domain/series';
import { orderMark as markOfOrder, receivingMark as markOfReceiving } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { nameOf } from './nameOf.ts';
import { notInSafe } from './notInSafe.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { safeTold } from './toCountBlind.ts';

/** Change orders, the newest first, and what came back for each. */
export async function changeOrders(
  tx: LedgerTx,
  _input: object,
  { district }: OfficeAt,
): Promise<Output<'changeOrders'>> {
  return { orders: (await ordersOf(tx, district)).toReversed().slice(0, CHANGE_ORDERS_MAX) };
}

/** What an order comes to, and its mark. */
export async function orderMark(
  _tx: LedgerTx,
  { pieces, reference }: Parsed<'orderMark'>,
  { actor }: OfficeAt,
): Promise<Output<'orderMark'>> {
  return { cents: worthOf(pieces), mark: markOfOrder({ pieces, reference, askedBy: actor.person }) };
}

/** Cash goes to the bank for as much in other pieces. */
export async function orderChange(
  tx: LedgerTx,
  { pieces, reference }: Parsed<'orderChange'>,
  at: OfficeCommandAt,
): Promise<Output<'orderChange'> | Refusal> {
  const amount = worthOf(pieces);
  if (amount === 0) refuse('pieces_nothing');
  const mark = markOfOrder({ pieces, reference, askedBy: at.actor.person });
  const approver = await approvedBy(tx, mark, [], at);
  // Only now: asked of any amount it would tell what the safe holds, and so what is still to be counted blind.
  const no = await notInSafe(tx, { what: 'change_order', piles: [pieces], approver }, at);
  if (no) return no;

  // From here on it must be on its way.
  const number = (await ordersOf(tx, at.district)).length + 1;
  const order = changeOrderLabel(number);
  const payload = { order, number, pieces, cents: amount, reference, mark };
  const postings = changeOrdered(order, amount);
  await appendOffice(tx, { kind: 'change_ordered', payload, postings, approver }, at);
  return { order, cents: amount, safeCents: await safeTold(tx, at) };
}

type Asked = Pick<Parsed<'receiveChange'>, 'order' | 'pieces' | 'reason'>;
type Received = { orderedCents: Cents; received: Cents; mark: string };

/** What receiving an order would say, and its mark. */
export async function receivingMark(
  tx: LedgerTx,
  asked: Parsed<'receivingMark'>,
  at: OfficeAt,
): Promise<Output<'receivingMark'>> {
  const { orderedCents, received, mark } = await receiving(tx, asked, at);
  return { orderedCents, cents: received, mark };
}

/** What came back lies in the safe; a difference is over or short, and needs a reason. */
export async function receiveChange(
  tx: LedgerTx,
  asked: Parsed<'receiveChange'>,
  at: OfficeCommandAt,
): Promise<Output<'receiveChange'>> {
  const { order, pieces, reason } = asked;
  const { orderedCents, received, mark } = await receiving(tx, asked, at);
  if (received !== orderedCents && reason === undefined) refuse('change_reason_needed', { orderedCents });
  const approver = await approvedBy(tx, mark, [], at);

  // From here on it must lie in the safe.
  const payload = { order, orderedCents, pieces, cents: received, mark };
  const postings = changeReceived(order, orderedCents, received);
  const personal = reason === undefined ? {} : { personal: { words: reason } };
  await appendOffice(tx, { kind: 'change_received', payload, postings, approver, ...personal }, at);
  return { order, differenceCents: subtract(received, orderedCents), safeCents: await safeTold(tx, at) };
}

async function receiving(tx: LedgerTx, { order, pieces, reason }: Asked, at: OfficeAt): Promise<Received> {
  const known = (await ordersOf(tx, at.district)).find((one) => one.order === order);
  if (!known) refuse('change_order_unknown', { order });
  if (known.received !== null) refuse('change_order_done', { order });
  const mark = markOfReceiving({ order, pieces, reason, askedBy: at.actor.person });
  return { orderedCents: cents(known.cents), received: worthOf(pieces), mark };
}

async function ordersOf(tx: LedgerTx, district: string): Promise<ChangeOrder[]> {
  const named = await nameOf(tx, district);
  const entries = await changeOrderEntries(tx, district);
  const received = new Map(
    entries
      .filter(({ kind }) => kind === 'change_received')
      .map(({ told, at, person }) => [(told as Payload<'change_received'>).order, { told, at, person }]),
  );
  return entries
    .filter(({ kind }) => kind === 'change_ordered')
    .map(({ told, at, person }) => {
      const { order, cents: ordered, reference } = told as Payload<'change_ordered'>;
      const back = received.get(order);
      return {
        ...{ order, cents: ordered, reference, orderedAt: at, personName: named(person) },
        received: back
          ? { at: back.at, cents: (back.told as Payload<'change_received'>).cents, personName: named(back.person) }
          : null,
      };
    });
}
