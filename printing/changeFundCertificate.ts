import { dayOf, dayWords } from '#domain/businessDay';
import type { Letter, LetterBlock } from './letter.ts';
import type { ReportOnPaper } from './reportPaper.ts';
import type { SlipFacts } from './slipParts.ts';
import { amountOf } from './words.ts';

/** Who signs it: whoever keeps the fund, and whoever keeps the books. */
const SIGNERS = ['Custodian of the change fund, date', 'Finance, date'] as const;

/**
 * What makes the report on the change fund a certificate: its title, what is certified, and room to sign. Null for any
 * other report, for a day that is not over, of whose end nobody can certify anything, and for whoever is not told what
 * was found, since she may have to count it.
 */
export function changeFundCertificate(
  { report, span: { to }, columns, totals, asOf }: ReportOnPaper,
  { district }: SlipFacts,
): (Pick<Letter, 'title'> & { blocks: LetterBlock[] }) | null {
  if (report !== 'change_fund' || to >= dayOf(asOf, district.timeZone)) return null;
  const found = totals?.[columns.findIndex(({ kind }) => kind === 'cents')];
  if (typeof found !== 'number') return null;
  const what =
    `We certify that at the end of ${dayWords(to)} the change fund of ${district.name} came to ${amountOf(found)} and lay as ` +
    'listed above. The custodian has counted what lay in the safe, and finance has compared the list with the books.';
  return { title: 'Change-fund certificate', blocks: [{ block: 'signatures', what, who: SIGNERS }] };
}
