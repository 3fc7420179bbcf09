import type { Output, Parsed } from '#contract/contract';
import { addOfficeSlip, nextOfficeCopy } from '#db/station/officeSlips';
import { writing } from '#db/station/open';
import { officeSlip } from '#main/officePapers';
import type { Parts, Session } from '#main/parts';
import { factsOf } from '#main/views/document';

/** Puts a slip of the office on this station's printer. */
export async function printOffice(
  parts: Parts,
  session: Session,
  { paper }: Parsed<'printOffice'>,
): Promise<Output<'printOffice'>> {
  const { label, slipOf } = await officeSlip(parts, session, paper);
  const copy = writing(parts.db, (tx) => {
    const slip = slipOf(factsOf(tx), nextOfficeCopy(tx, label));
    return addOfficeSlip(tx, { label, slip: JSON.stringify(slip), at: parts.host.now() });
  });
  parts.spool.wake();
  return { copy };
}
