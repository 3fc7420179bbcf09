import { cents, formatAmount, formatSigned } from '#domain/money';
import type { LoadReply } from './officeWire.ts';

const asIs = (count: number) => `not in the file, left as ${count === 1 ? 'it is' : 'they are'}`;

/** What a load changed, line by line. What is missing is named, as far as the answer names it. */
export function loadInWords(reply: LoadReply): string[] {
  const { people, accounts, charges } = reply;
  const amount = (value: number) => formatAmount(cents(value));
  const counted = (of: { added: number; changed: number; unchanged: number }) =>
    `${of.added} new, ${of.changed} changed, ${of.unchanged} as before`;
  const missing = (of: { count: number; named: string[] }, what: string) => {
    if (of.count === 0) return [];
    const rest = of.count - of.named.length;
    return [`           ${of.count} ${what}:`, ...of.named.map((name) => `             ${name}`)].concat(
      rest > 0 ? [`             and ${rest} more`] : [],
    );
  };
  const taken = charges.withdrawn > 0 ? 'no longer in the file, withdrawn' : 'no longer in the file, left open';
  return [
    reply.changed
      ? `District ${reply.district} is loaded as version ${reply.version}.`
      : `These files change nothing. District ${reply.district} stays at version ${reply.version}.`,
    `Policy     ${reply.policy === 'added' ? 'new' : 'as before'}`,
    ...(reply.chart ? [`Chart      ${reply.chart.places} places held against the State Auditor’s files`] : []),
    `People     ${counted(people)}`,
    ...missing(people.missing, asIs(people.missing.count)),
    `Accounts   ${counted(accounts)}`,
    ...missing(accounts.missing, asIs(accounts.missing.count)),
    `Charges    ${counted(charges)}`,
    `           new ${amount(charges.addedCents)}, changed by ${formatSigned(cents(charges.changedCents))}`,
    ...(charges.creditedCents > 0
      ? [`           ${amount(charges.creditedCents)} was paid beyond what is billed now and is unapplied credit`]
      : []),
    ...missing(charges.missing, `open for ${amount(charges.missingCents)} and ${taken}`),
  ];
}
