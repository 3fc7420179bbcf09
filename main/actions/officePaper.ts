import type { Output, Parsed } from '#contract/contract';
import { officeLetter } from '#main/officePapers';
import type { Parts, Session } from '#main/parts';

/** A paper of the office as a PDF. What is on it comes from the ledger now, and stays nowhere here. */
export async function officePaper(
  parts: Parts,
  session: Session,
  { paper }: Parsed<'officePaper'>,
): Promise<Output<'officePaper'>> {
  const { name, letter } = await officeLetter(parts, session, paper);
  const bytes = await parts.host.makePdf(letter, parts.host.now());
  return { fileName: `${name}.pdf`, base64: Buffer.from(bytes).toString('base64') };
}
