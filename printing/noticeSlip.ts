import { noticeFor, receiptUndone, type UndoEntry } from '#domain/notice';
import { speakersIn } from './languages/said.ts';
import { dollars, type NoticeHolder, TOLD } from './mailText.ts';
import type { Slip, SlipRow } from './slip.ts';
import { bannersOf, blank, headRow, masthead, pair, rule, type SlipFacts } from './slipParts.ts';
import { dateAt } from './when.ts';
import { amountOf } from './words.ts';

/**
 * The notice to an account's holder about something that was undone, to be posted or attached to an e-mail: what, which
 * receipt, how much, when, and whom to call. Never why, and never whose other account it concerned.
 */
export function noticeSlip(
  { entry, hash }: { entry: UndoEntry; hash: string },
  holder: NoticeHolder,
  facts: SlipFacts,
): Slip {
  const [english, ...others] = speakersIn(holder.language);
  const label = receiptUndone(entry);
  const { what, cents } = noticeFor(entry, holder.accountNumber);
  return {
    title: `Notice ${label}, account ${holder.accountNumber}`,
    banners: bannersOf(facts, { copy: 1 }, false),
    rows: [
      ...masthead(facts),
      ...addressRows(holder),
      pair(english.say('mail.notice.title'), dateAt(entry.recordedAt, facts.district.timeZone), { weight: 'bold' }),
      ...others.map(({ say }): SlipRow => ({ row: 'text', text: say('mail.notice.title'), weight: 'bold' })),
      pair(english.say('mail.account'), holder.accountNumber),
      pair('Receipt', label),
      pair(english.say('mail.amount'), amountOf(cents)),
      rule,
      ...[english, ...others].flatMap(({ say }): SlipRow[] => [
        { row: 'text', text: say(TOLD[what], { amount: dollars(cents), label }) },
        blank,
        { row: 'text', text: say('mail.unexpected') },
        ...facts.district.header.map((line): SlipRow => ({ row: 'text', text: line, indent: 2 })),
        rule,
      ]),
      headRow(hash),
    ],
    qr: null,
  };
}

/** Where it goes, as on an envelope. */
function addressRows({ customer, mailingAddress }: NoticeHolder): SlipRow[] {
  const lines = [customer, mailingAddress].filter((line) => line !== '');
  return lines.length === 0 ? [] : [...lines.map((text): SlipRow => ({ row: 'text', text })), blank];
}
