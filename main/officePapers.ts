import type { Output } from '#contract/contract';
import type { OfficePaper, OfficeSlip } from '#contract/officePaper';
import { refuse } from '#domain/refusal';
import { type Report, reportFileName } from '#domain/report';
import { dayLetter } from '#printing/dayPaper';
import { depositLetter } from '#printing/depositLetter';
import type { CountedTwice, DepositOnPaper } from '#printing/depositPaper';
import { depositSlip } from '#printing/depositSlip';
import type { Letter } from '#printing/letter';
import { type ReportOnPaper, reportLetter } from '#printing/reportPaper';
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
    case 'day': {
      const told = (await relayOffice(parts, session, 'day', { day: paper.day })) as Output<'day'>;
      return { name: `day ${paper.day}`, letter: dayLetter({ ...told, asOf: parts.host.now() }, factsOf(parts.db)) };
    }
    case 'report':
      return {
        name: reportFileName(paper.report, paper),
        letter: reportLetter(await reportTold(parts, session, paper), factsOf(parts.db)),
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
  const counts = countsIn(steps);
  const counted = counts.at(-1) ?? null;
  if (!told || !counted) refuse('deposit_not_made', { deposit });
  const { businessDay, bankAccountName, lastFour, bag, firstReceiptAt, dueAt } = shown;
  const { seal, parts: held, settled, funds, pieces, checks, hash } = told;
  const handed = shown.handedAt === null ? null : steps.findLast(({ step }) => step === 'handed');
  return {
    ...{ deposit, businessDay, bankAccountName, lastFour, bag, seal, firstReceiptAt, dueAt },
    ...{ counted, before: counts.slice(0, -1) },
    carrierName: handed?.words ?? null,
    confirmed: told.bank && { isCounty: shown.isCounty, ...told.bank },
    ...{ parts: held, settled, funds, pieces, checks, hash },
  };
}

type Step = Output<'deposit'>['steps'][number];

/** Each time that it was counted by two, in order; nothing where the last time is not done yet. */
function countsIn(steps: readonly Step[]): CountedTwice[] {
  const places = steps.flatMap(({ step }, place) => (step === 'prepared' || step === 'recounted' ? [place] : []));
  const counts = places.map((place, turn) => countedIn(steps.slice(place, places[turn + 1]), brokenIn(steps, place)));
  return counts.every((one) => one !== null) ? counts : [];
}

/** How two counted it, from the first count on; null while it is not made. */
function countedIn(steps: readonly Step[], broken: CountedTwice['broken']): CountedTwice | null {
  const step = (...names: Step['step'][]) => steps.findLast((one) => names.includes(one.step));
  const [first] = steps;
  const [differs, made] = [step('differs', 'recount_differs'), step('made', 'resealed')];
  if (!first || !made) return null;
  const second = differs ?? made;
  return {
    ...{ firstName: first.personName, firstAt: first.at, secondName: second.personName, secondAt: second.at },
    settledByName: differs ? [made.personName, made.approverName ?? []].flat().join(' and ') : null,
    ...{ madeAt: made.at, broken },
  };
}

/** The seal that was broken before it was counted again, and the bag that it lay on; null where none was. */
function brokenIn(steps: readonly Step[], recounted: number): CountedTwice['broken'] {
  const before = steps.slice(0, recounted);
  const broken = before.findLast(({ step }) => step === 'broken');
  const bag = before.findLast(({ bagged }) => bagged !== null)?.bagged?.bag;
  return broken?.seals && bag !== undefined ? { bag, ...broken.seals, at: broken.at } : null;
}

/** Rows of a report on paper at most: some 250 pages. */
const ROWS_ON_PAPER_MAX = 10_000;

/** All pages of a report, one after the other. */
async function reportTold(
  parts: Parts,
  session: Session,
  { report, from, to }: Extract<OfficePaper, { of: 'report' }>,
): Promise<ReportOnPaper> {
  const page = (after: string | null) =>
    relayOffice(parts, session, 'report', {
      ...{ report, from, to },
      ...(after === null ? {} : { after }),
    }) as Promise<Report>;
  const first = await page(null);
  const rows = [...first.rows];
  for (let { more } = first; more !== null; ) {
    const next = await page(more);
    rows.push(...next.rows);
    if (rows.length > ROWS_ON_PAPER_MAX) refuse('report_too_long', { most: ROWS_ON_PAPER_MAX });
    more = next.more;
  }
  const { columns, totals, notes } = first;
  return { ...{ report, columns, rows, totals, notes }, span: { from, to }, asOf: parts.host.now() };
}
