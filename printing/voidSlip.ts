import type { Language } from '#domain/account';
import type { EntryOf } from '#domain/entry';
import { hasCharges } from '#domain/line';
import { cents, formatSigned } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import type { Recorded } from '#domain/recorded';
import { shortHash } from '#domain/shortHash';
import type { Tender } from '#domain/tender';
import type { Key } from './languages/catalogue.ts';
import { type Said, said, saidOnce } from './languages/said.ts';
import { lineRows } from './lineRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannerRows,
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  pair,
  pairBothSaid,
  pairSaid,
  payerRows,
  qrOf,
  rule,
  type SlipFacts,
  signatureSaid,
  textSaid,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf, reasonWords, tenderWords } from './words.ts';

/** The slip of a void: what was taken back, what was given back, why, and who agreed. All three sign it. */
export function voidSlip(recorded: Recorded<'receipt_voided'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { entry, hash, personal } = recorded;
  const { receipt } = entry.payload;
  const { language } = receipt;
  const say = (key: Key) => said(language, key);
  return {
    title: `Void ${receipt.label}`,
    banners: bannersOf(facts, print, true),
    rows: [
      ...bannerRows(language, facts, print, true),
      ...masthead(facts),
      ...aboutRows(recorded, facts),
      rule,
      ...textSaid(say('taken-back'), { weight: 'bold' }),
      ...lineRows(language, receipt.lines),
      ...pairSaid(say('receipt.total'), amountOf(receipt.totalCents), { weight: 'bold' }),
      ...(receipt.roundingCents === 0 ? [] : pairSaid(say('rounding'), formatSigned(cents(receipt.roundingCents)))),
      rule,
      ...textSaid(say('void.back.counter'), { weight: 'bold' }),
      ...givenBackRows(receipt),
      ...pairSaid(say('void.back'), amountOf(receipt.totalCents + receipt.roundingCents), { weight: 'bold' }),
      rule,
      ...pairBothSaid(say('reason'), reasonWords(language, entry.payload.reason)),
      ...shownRows(entry.payload),
      ...(personal?.words ? [{ row: 'text' as const, text: personal.words }] : []),
      blank,
      ...textSaid(say(hasCharges(receipt.lines) ? 'void.note' : 'void.note.number')),
      rule,
      pair('Mark approved', shortHash(entry.payload.mark)),
      headRow(hash),
      ...signatures(language, entry.actor, entry.approver, facts),
    ],
    qr: qrOf(receipt.label, hash),
  };
}

function aboutRows({ entry, personal }: Recorded<'receipt_voided'>, facts: SlipFacts): SlipRow[] {
  const { receipt } = entry.payload;
  const { label, language } = receipt;
  return [
    ...pairBothSaid(saidOnce(language, 'receipt', { label }), said(language, 'receipt.is-void'), { weight: 'bold' }),
    ...pairSaid(said(language, 'void.since'), momentAt(entry.recordedAt, facts.district.timeZone)),
    pair('Drawer', receipt.drawer),
    pair('Started by', facts.nameOf(entry.actor)),
    ...(entry.approver === null ? [] : [pair('Approved by', facts.nameOf(entry.approver))]),
    ...payerRows(language, personal),
  ];
}

/** How the payer's slip was shown, or why there was none to show. */
function shownRows({ slip, receipt }: EntryOf<'receipt_voided'>['payload']): SlipRow[] {
  if (slip === undefined) return [];
  if (slip !== 'none') return [pair('Slip', slip === 'scanned' ? 'scanned' : 'number typed')];
  return [pair('Slip', NOT_SHOWN[receipt.delivery])];
}

const NOT_SHOWN: Readonly<Record<Receipt['delivery'], string>> = {
  paper: 'had not come out',
  both: 'had not come out',
  email: 'by e-mail, not on paper',
  none: 'none was wanted',
};

/** How each tender goes back. */
function howBack(language: Language, kind: Tender['kind']): Said | null {
  return kind === 'cash' ? null : said(language, `void.back.${kind}`);
}

/** Of the cash, what was kept; a check goes back as the paper itself and a card through the terminal. */
function givenBackRows(receipt: Receipt): SlipRow[] {
  return receipt.tenders
    .filter((tender) => tender.cents > 0)
    .flatMap((tender) => {
      const how = howBack(receipt.language, tender.kind);
      const rows = pairSaid(tenderWords(receipt.language, tender), amountOf(tender.cents));
      return how === null ? rows : [...rows, ...textSaid(how, { indent: 2 })];
    });
}

function signatures(language: Language, actor: string, approver: string | null, facts: SlipFacts): SlipRow[] {
  return [
    { row: 'signature', who: `${facts.nameOf(actor)}, gave it back` },
    ...(approver === null ? [] : [{ row: 'signature' as const, who: `${facts.nameOf(approver)}, approved` }]),
    ...signatureSaid(said(language, 'sign.received-back')),
  ];
}
