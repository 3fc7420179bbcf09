import type { Input, Output } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import type { BankAccount } from '#domain/bankAccount';
import type { DepositCheck } from '#domain/deposit';
import { making as words } from '../../messages/deposits.ts';
import { drawer } from '../../messages/drawer.ts';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import { cellOf, firstWrong, isUntouched, piecesOf, worthTyped } from '../pieces/pieces.ts';
import { blankPieces, FIRST_CELL, type PiecesAction, type PiecesForm, piecesReducer } from '../safe/piecesForm.ts';
import { bagNotYet, placeOfBag } from './bagText.ts';
import { cashIn, centsOf, type Part } from './parts.ts';
import { accepted, movedIn, NO_TICKS, type Placed, type Ticks, toggled } from './ticks.ts';

export type Depositable = Output<'depositable'>;
export type Waiting = Depositable['batches'][number];
type Paper = Waiting['checks'][number];

/** The first count of a deposit. What could be deposited when it began comes along: nothing typed is lost to a change. */
export type MakeDepositForm = PiecesForm & {
  of: Depositable;
  account: string;
  leftOut: readonly string[];
  /** The batch that the hand is on. */
  batch: string;
  ticks: Ticks;
  /** Papers that no close told of, where a handoff was settled at another amount than was counted. */
  added: readonly Paper[];
  bag: string;
  seal: string;
};

export type MakeDepositAction =
  | { did: 'choseAccount'; account: string }
  | { did: 'choseBatch'; batch: string }
  | { did: 'movedBatch'; by: 1 | -1 }
  | { did: 'turnedBatch' }
  | TicksAction
  | { did: 'typedBag'; field: 'bag' | 'seal'; text: string }
  | PiecesAction;

/** What is done to a list of papers that are ticked off. */
export type TicksAction =
  | { did: 'typedLook'; text: string }
  | { did: 'acceptedLook' }
  | { did: 'movedPaper'; by: 1 | -1 }
  | { did: 'tickedPaper'; place: number };

/** @param batch that which was asked for: it is in hand, and the account is one that takes of it */
export function blankMakeDeposit(commandId: string, of: Depositable, batch = ''): MakeDepositForm {
  const asked = of.batches.filter((one) => one.batch === batch);
  const among = asked.length > 0 ? asked : of.batches;
  const account = of.bankAccounts.find(({ account: one }) => holdsAny(among, one)) ?? of.bankAccounts[0];
  const form = { of, account: account?.account ?? '', leftOut: [], batch, ticks: NO_TICKS, added: [] };
  return withHand(withBatchInHand({ ...blankPieces(commandId), ...form, bag: '', seal: '' }));
}

/** All of them are in it, so that the hand goes on to what is counted: cash, papers, or the bag where there is neither. */
function withHand(form: MakeDepositForm): MakeDepositForm {
  return { ...form, focus: focusOn(form.focus, hasCash(form) ? FIRST_CELL : afterCash(form)) };
}

function holdsAny(batches: readonly Waiting[], account: string): boolean {
  return batches.some(({ parts }) => parts.some((part) => part.account === account));
}

export function makeDepositReducer(form: MakeDepositForm, action: MakeDepositAction): MakeDepositForm {
  switch (action.did) {
    case 'choseAccount':
      return withHand(withBatchInHand({ ...form, trouble: null, account: action.account }));
    case 'choseBatch':
      return { ...form, batch: action.batch };
    case 'movedBatch': {
      const batches = batchesFor(form).map(({ batch }) => batch);
      const at = Math.min(Math.max(batches.indexOf(form.batch) + action.by, 0), batches.length - 1);
      return { ...form, batch: batches[at] ?? form.batch };
    }
    case 'turnedBatch':
      return { ...form, trouble: null, ...turned(form) };
    case 'typedLook':
    case 'acceptedLook':
    case 'movedPaper':
    case 'tickedPaper':
      return withAdded(form, action) ?? ticksReducer(form, action, papersIn(form), afterPapers(form));
    case 'typedBag':
      return { ...form, trouble: null, [action.field]: action.text };
    default:
      return piecesReducer(form, action, { above: 'batches', under: afterCash(form), placeOf });
  }
}

/** A number and an amount that are not in the list, of a batch of which the office holds another amount than was told. */
function withAdded(form: MakeDepositForm, { did }: TicksAction): MakeDepositForm | null {
  const [, checkNumber, text] = /^(\d{1,15})\s+(\S+)$/.exec(form.ticks.look.trim()) ?? [];
  const [part] = settledOtherwise(form);
  const read = readAmount(text ?? '');
  if (did !== 'acceptedLook' || !checkNumber || !part || read.state !== 'amount' || read.amount === 0) return null;
  const paper = { batch: part.batch, tender: part.tender, checkNumber, cents: read.amount, account: form.account };
  const place = form.of.batches.flatMap(({ checks }) => checks).length + form.added.length;
  const { ticks } = form;
  return { ...form, trouble: null, added: [...form.added, paper], ticks: toggled(ticks, place) };
}

/** Parts whose papers, as the closes tell them, do not come to what the office holds. */
export function settledOtherwise(form: MakeDepositForm): (Part & { tender: Paper['tender']; cents: number })[] {
  const told = form.of.batches.flatMap(({ checks }) => checks).filter(({ account }) => account === form.account);
  return partsIn(form).filter((part): part is Part & { tender: Paper['tender']; cents: number } => {
    const own = told.filter((paper) => paper.batch === part.batch && paper.tender === part.tender);
    return part.tender !== 'cash' && own.reduce((total, paper) => total + paper.cents, 0) !== part.cents;
  });
}

/** @param next where the hand goes as soon as every paper is ticked off */
export function ticksReducer<F extends PiecesForm & { ticks: Ticks }>(
  form: F,
  action: TicksAction,
  shown: readonly Placed[],
  next: string,
): F {
  switch (action.did) {
    case 'typedLook':
      return { ...form, trouble: null, ticks: { ...form.ticks, look: action.text, at: null } };
    case 'movedPaper':
      return { ...form, trouble: null, ticks: movedIn(form.ticks, shown, action.by) };
    case 'tickedPaper':
      return { ...form, trouble: null, ticks: toggled(form.ticks, action.place), focus: focusOn(form.focus, 'papers') };
    case 'acceptedLook': {
      const done = accepted(form.ticks, shown);
      if (done === 'done') return { ...form, trouble: null, focus: focusOn(form.focus, next) };
      const trouble = { under: 'papers', sentence: words.noneLeft(form.ticks.look.trim()) };
      if (done === 'none') return { ...form, trouble, focus: focusOn(form.focus, 'papers') };
      const there = new Set(done.ticks.ticked);
      const isLast = shown.every(({ place }) => there.has(place));
      return { ...form, trouble: null, ticks: done.ticks, ...(isLast ? { focus: focusOn(form.focus, next) } : {}) };
    }
  }
}

/** Where the cash goes with the batch in hand, the hand goes with it: to the batches. */
function turned(form: MakeDepositForm): Pick<MakeDepositForm, 'leftOut' | 'focus'> {
  const { leftOut: before, batch, focus } = form;
  const leftOut = before.includes(batch) ? before.filter((one) => one !== batch) : [...before, batch];
  const isStill = !hasCash(form) || hasCash({ ...form, leftOut });
  return { leftOut, focus: isStill ? focus : focusOn(focus, 'batches') };
}

function withBatchInHand(form: MakeDepositForm): MakeDepositForm {
  const batches = batchesFor(form);
  if (batches.some(({ batch }) => batch === form.batch)) return form;
  return { ...form, batch: batches[0]?.batch ?? '' };
}

/** From the cash to the papers, or to the bag where there are none. */
function afterCash(form: MakeDepositForm): string {
  return papersIn(form).length > 0 ? 'papers' : bagPlace(form);
}

/** To the bag, unless papers may follow that no close told of. */
function afterPapers(form: MakeDepositForm): string {
  const mayFollow = settledOtherwise(form).length > 0 && form.ticks.look !== '';
  return mayFollow ? 'papers' : bagPlace(form);
}

function bagPlace(form: MakeDepositForm): string {
  return accountOf(form)?.remote ? 'primary' : 'bag';
}

/** The field that a refusal is about. */
function placeOf(trouble: Trouble): string | null {
  const { code } = trouble;
  if (code === 'deposit_no_cash') return FIRST_CELL;
  if (code?.startsWith('deposit_check')) return 'papers';
  if (code?.startsWith('batch_') || code === 'deposit_nothing') return 'batches';
  return placeOfBag(trouble);
}

export function accountOf({ of, account }: MakeDepositForm): BankAccount | undefined {
  return of.bankAccounts.find((one) => one.account === account);
}

/** The funds whose money the account takes; null where no account takes any by fund, empty where this takes the rest. */
export function fundsOf(form: MakeDepositForm): Depositable['funds'] | null {
  const { bankAccounts, funds } = form.of;
  if (bankAccounts.every((one) => one.funds === undefined)) return null;
  return funds.filter(({ fund }) => accountOf(form)?.funds?.includes(fund));
}

/** The next bank account of the list: one key goes round. */
export function nextAccount(form: MakeDepositForm): BankAccount | undefined {
  const { bankAccounts } = form.of;
  const at = bankAccounts.findIndex(({ account }) => account === form.account);
  return bankAccounts[(at + 1) % bankAccounts.length];
}

/** Batches that hold something for the account. */
export function batchesFor({ of, account }: MakeDepositForm): Waiting[] {
  return of.batches.filter((batch) => holdsAny([batch], account));
}

/** Those that are not left out. */
export function batchesIn(form: MakeDepositForm): Waiting[] {
  return batchesFor(form).filter(({ batch }) => !form.leftOut.includes(batch));
}

/** What one of them brings to the account. */
export function partsOf({ account }: MakeDepositForm, { parts }: Waiting): Part[] {
  return parts.filter((part) => part.account === account);
}

/** All that goes into the deposit. */
export function partsIn(form: MakeDepositForm): Part[] {
  return batchesIn(form).flatMap((batch) => partsOf(form, batch));
}

/** Whether any cash goes into the deposit. */
export function hasCash(form: MakeDepositForm): boolean {
  return centsOf(cashIn(partsIn(form))) !== 0;
}

/** Every paper that the closes tell of what goes into the deposit, with its place in the whole list. */
export function papersIn({ of, added, leftOut, account }: MakeDepositForm): Placed[] {
  const told = of.batches.flatMap(({ checks }) => checks);
  return [...told, ...added]
    .map(({ account: to, ...paper }, place) => ({ to, paper, place }))
    .filter(({ to, paper }) => !leftOut.includes(paper.batch) && to === account)
    .map(({ paper, place }) => ({ paper, place }));
}

/** The papers among them that are ticked off. */
export function tickedIn(form: MakeDepositForm): Placed[] {
  const there = new Set(form.ticks.ticked);
  return papersIn(form).filter(({ place }) => there.has(place));
}

/** The oldest receipt of what goes into it: from there its hours are counted. */
export function firstReceiptIn(form: MakeDepositForm): Waiting['firstReceipt'] {
  const receipts = batchesIn(form).flatMap(({ firstReceipt }) => (firstReceipt ? [firstReceipt] : []));
  return receipts.toSorted((one, other) => one.at - other.at)[0] ?? null;
}

/** Whether leaving would lose anything. */
export function isBegunMaking({ typed, ticks, bag, seal }: MakeDepositForm): boolean {
  return !isUntouched(typed) || ticks.ticked.length > 0 || (ticks.look + bag + seal).trim() !== '';
}

/** Why it cannot be prepared yet, and where to go about it. */
export function makeDepositNotYet(form: MakeDepositForm): { why: string; place: string } | null {
  if (batchesIn(form).length === 0) return { why: words.why.batches, place: 'batches' };
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (hasCash(form) && isUntouched(form.typed)) return { why: words.why.cash, place: FIRST_CELL };
  const papers = papersNotYet(form);
  if (papers) return { why: papers, place: 'papers' };
  if (accountOf(form)?.remote) return null;
  return bagNotYet(form);
}

/** What was settled at a handoff may be another than was counted: what is ticked off must come to what the office holds. */
function papersNotYet(form: MakeDepositForm): string | null {
  const ticked = tickedIn(form);
  const differing = settledOtherwise(form).find(({ batch, tender, cents }) => {
    const own = ticked.filter(({ paper }) => paper.batch === batch && paper.tender === tender);
    return own.reduce((total, { paper }) => total + paper.cents, 0) !== cents;
  });
  return differing ? words.why.differ(differing.batch) : null;
}

/** Papers that are not ticked off, and so are told as missing; what was settled otherwise is what was ticked off of it. */
export function missingIn(form: MakeDepositForm): DepositCheck[] {
  const ticked = new Set(form.ticks.ticked);
  const settled = settledOtherwise(form);
  return papersIn(form).flatMap(({ paper, place }) => {
    const isSettled = settled.some(({ batch, tender }) => batch === paper.batch && tender === paper.tender);
    return ticked.has(place) || isSettled ? [] : [paper];
  });
}

/** What is there: the cash that was counted, and every paper that is ticked off. */
export function countedIn(form: MakeDepositForm): number {
  const papers = tickedIn(form).reduce((total, { paper }) => total + paper.cents, 0);
  return (hasCash(form) ? worthTyped(form.typed) : 0) + papers;
}

/** The deposit as the door takes it. */
export function toldDeposit(form: MakeDepositForm): Omit<Input<'prepareDeposit'>, 'commandId'> {
  const { account, typed, bag, seal } = form;
  const missing = missingIn(form);
  return {
    bankAccount: account,
    batches: batchesIn(form).map(({ batch }) => batch),
    pieces: hasCash(form) ? piecesOf(typed) : {},
    checks: tickedIn(form).map(({ paper }) => paper),
    ...(missing.length > 0 ? { missing } : {}),
    ...(accountOf(form)?.remote ? {} : { bag, seal }),
  };
}
