import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { officeBalance } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { cents, subtract } from '#domain/money';
import { refuse } from '#domain/refusal';
import { safeFound } from '#domain/safeCount';
import { safeCountLabel } from '#domain/series';
import { safeCountMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { notForSafeCount } from './notForYes.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { type SafeCountStanding, safeCountStanding } from './safeCountStanding.ts';

/**
 * A count of the change fund's cash in the safe: the first, or the second by another person. Both stay; nothing is posted
 * before a third look, and nothing at all where both find what the books say.
 */
export async function countSafe(
  tx: LedgerTx,
  { pieces }: Parsed<'countSafe'>,
  at: OfficeCommandAt,
): Promise<Output<'countSafe'>> {
  const last = await safeCountStanding(tx, at.district);
  if (last?.state === 'differs') refuse('safe_count_open', { count: last.count });
  const first = last?.state === 'waiting' ? last : null;
  if (first?.first.by === at.actor.person) refuse('safe_count_yours', { count: first.count });

  // From here on the count must stand.
  const number = first?.number ?? (last?.number ?? 0) + 1;
  const count = safeCountLabel(number);
  const [counted, book] = [worthOf(pieces), await officeBalance(tx, at.district, 'safe')];
  const payload = { count, number, turn: first ? (2 as const) : (1 as const), pieces, cents: counted, bookCents: book };
  await appendOffice(tx, { kind: 'safe_counted', payload, postings: [] }, at);
  if (first === null) return { count, cents: counted, state: 'waiting', differences: null };
  const differences: [number, number] = [first.first.differenceCents, subtract(counted, book)];
  const state = differences.every((one) => one === 0) ? 'agrees' : 'differs';
  return { count, cents: counted, state, differences };
}

type Asked = Parsed<'safeResolution'>;

/** What settling a count would post, and the mark of it. */
export async function safeResolution(tx: LedgerTx, asked: Asked, at: OfficeAt): Promise<Output<'safeResolution'>> {
  const { found, book, mark } = await settled(tx, asked, at);
  return { foundCents: found, differenceCents: subtract(found, book), mark };
}

/** Settles a count: what a third look found is what the safe holds from now on, and the rest is over or short. */
export async function resolveSafeCount(
  tx: LedgerTx,
  asked: Parsed<'resolveSafeCount'>,
  at: OfficeCommandAt,
): Promise<Output<'resolveSafeCount'>> {
  const { standing, found, book, mark } = await settled(tx, asked, at);
  const approver = await approvedBy(tx, mark, notForSafeCount(standing), at);

  // From here on it must be settled.
  const { count, pieces, reason } = asked;
  const payload = { count, pieces, cents: found, bookCents: book, mark };
  const draft = { kind: 'safe_count_resolved' as const, payload, postings: safeFound(book, found) };
  await appendOffice(tx, { ...draft, approver, personal: { words: reason } }, at);
  return { count, differenceCents: subtract(found, book) };
}

async function settled(tx: LedgerTx, { count, pieces, reason }: Asked, at: OfficeAt) {
  const standing: SafeCountStanding | null = await safeCountStanding(tx, at.district);
  if (standing?.count !== count || standing.state !== 'differs') refuse('safe_count_agrees', { count });
  const [found, book] = [worthOf(pieces), await officeBalance(tx, at.district, 'safe')];
  const mark = safeCountMark({ count, pieces, bookCents: book, reason, askedBy: at.actor.person });
  return { standing, found, book: cents(book), mark };
}
