import type { Output } from '#contract/contract';
import type { OfficePaper, OfficeSlip } from '#contract/officePaper';
import { refuse } from '#domain/refusal';
import { depositLetter } from '#printing/depositLetter';
import type { DepositOnPaper } from '#printing/depositPaper';
import { depositSlip } from '#printing/depositSlip';
import type { Letter } from '#printing/letter';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import type { Parts, Session } from './parts.ts';
import { relayOffice } from './relayOffice.ts';
import { factsOf } from './views/document.ts';

/** Asks the ledger about what is to be on paper, in the name of who is signed in, and sets it for letter paper. */
export async function officeLetter(
  parts: Parts,
  session: Session,
  paper: OfficePaper,
): Promise<{ name: string; letter: Letter }> {
  switch (paper.of) {
    case 'deposit':
      return {
        name: paper.deposit,
        letter: depositLetter(await depositTold(parts, session, paper.deposit), factsOf(parts.db)),
      };
  }
}

/** The same for the slip printer: under which label, and the slip by the number of its print. */
export async function officeSlip(
  parts: Parts,
  session: Session,
  paper: OfficeSlip,
): Promise<{ label: string; slipOf: (facts: SlipFacts, copy: number) => Slip }> {
  switch (paper.of) {
    case 'deposit': {
      const told = await depositTold(parts, session, paper.deposit);
      return { label: paper.deposit, slipOf: (facts, copy) => depositSlip(told, facts, { copy }) };
    }
  }
}

/** A deposit that two people counted: before that its slip would tell the second what the first found. */
async function depositTold(parts: Parts, session: Session, deposit: string): Promise<DepositOnPaper> {
  const shown = (await relayOffice(parts, session, 'deposit', { deposit })) as Output<'deposit'>;
  const { told, steps } = shown;
  const step = (name: (typeof steps)[number]['step']) => steps.findLast((one) => one.step === name);
  const [prepared, differs, made] = [step('prepared'), step('differs'), step('made')];
  if (!told || !prepared || !made) refuse('deposit_not_made', { deposit });
  const { businessDay, bankAccountName, lastFour, bag, firstReceiptAt, dueAt, preparerName } = shown;
  const { seal, parts: held, pieces, checks, hash } = told;
  return {
    ...{ deposit, businessDay, bankAccountName, lastFour, bag, seal, firstReceiptAt, dueAt, preparerName },
    ...{ preparedAt: prepared.at, madeAt: made.at, witnessName: (differs ?? made).personName },
    settledByName: differs ? made.personName : null,
    carrierName: shown.handedAt === null ? null : (step('handed')?.words ?? null),
    ...{ parts: held, pieces, checks, hash },
  };
}
