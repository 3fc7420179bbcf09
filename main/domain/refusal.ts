import { dayWords } from './businessDay.ts';
import { custodySentences } from './custodySentences.ts';
import { daySentences } from './daySentences.ts';
import { depositSentences } from './depositSentences.ts';
import { formatFact as amount, type Facts } from './facts.ts';
import { fieldName } from './fieldNames.ts';
import { mailSentences } from './mailSentences.ts';
import { officeSentences } from './officeSentences.ts';
import { reportSentences } from './reportSentences.ts';
import type { Role } from './role.ts';
import { STOPPED_WORDS, type StoppedWhy } from './stopped.ts';
import { straySentences } from './straySentences.ts';

const ROLES: Record<Role, string> = {
  cashier: 'a cashier',
  supervisor: 'a supervisor',
  finance: 'finance',
  auditor: 'an auditor',
};

const called = (role: Facts[string] | undefined): string => ROLES[role as Role] ?? String(role);

/** `a cashier`, `a cashier or a supervisor`, `a cashier, a supervisor or finance`. */
function orOf(roles: readonly string[]): string {
  const names = roles.map(called);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/**
 * Everything a person can be refused, each with one sentence that says what is wrong and what to do. A closed list:
 * other languages translate these sentences one by one.
 */
const sentences = {
  // At the door
  unknown_call: () => 'This station does not know that request. Use a name from the list of commands and queries.',
  malformed: () => 'The request is not readable JSON. Send one JSON object.',
  not_json: () => 'The request does not say that it is JSON. Send it with Content-Type: application/json.',
  request_too_large: () => 'The request is larger than any real one. Send less at a time.',
  page_unknown: () => 'This page has no session with the station any more. Start Counterfoil again to open a new one.',
  foreign_request: () => 'The request does not come from this station’s own page. Open the station by its own address.',
  bad_input: (f) =>
    `${f.field === '' ? 'The request' : `The field “${fieldName(String(f.field))}”`} ${f.problem}. Correct it and try again.`,
  cannot_write: () =>
    'This computer’s disk cannot be written to. Nothing was recorded; free some space or call for help, then try again.',
  database_damaged: () =>
    'The database of this station is damaged. Take no money here; start Counterfoil again, and it is made again from its second copy.',
  disk_low: (f) =>
    `This computer’s disk is full: ${f.freeMb} MB are left. Free some space, then try again; drawers that are open can be counted and closed.`,
  not_signed_in: () => 'Nobody is signed in here. Sign in with your PIN first.',
  not_permitted: (f) => `This is not for ${called(f.role)}. Ask ${orOf(String(f.allowed).split(','))} to do it.`,
  command_reused: () => 'This was already recorded with other content. Start again from an empty form.',
  card_number_in_text: (f) =>
    `The field “${fieldName(String(f.field))}” holds what looks like a payment card number. Take it out; cards are paid at the terminal only.`,
  station_not_ready: () =>
    'This station has not received its district, people and accounts yet. Connect it to the ledger once.',
  station_stopped: (f) =>
    `This station has stopped: ${STOPPED_WORDS[f.why as StoppedWhy] ?? f.why}. Take no money here, and call finance.`,
  already_enrolled: () => 'This station is enrolled already. Use a new data folder for another station.',
  enrolment_other_series: (f) =>
    `The token is for station ${f.series}, and what is to go on is ${f.meant}. Issue a token for ${f.meant}.`,
  enrolment_refused: () =>
    'The ledger does not know this enrolment token. Check it letter by letter, or ask finance for a new one.',
  enrolment_token_used: () => 'This enrolment token was used already. Ask finance for a new one.',
  enrolment_token_replaced: () => 'Finance issued a newer token for this station since. Enrol with that one.',
  enrolment_token_lapsed: () => 'This enrolment token is older than fifteen minutes. Ask finance for a new one.',
  enrolment_district_unknown: () =>
    'This token is for a district that this ledger does not have. Check the address, or ask finance for a token of this ledger.',
  enrolment_elsewhere: (f) =>
    `What answers at ${f.ledger} is not the ledger that issued this token. Check the address, or ask finance for a token of this one.`,
  ledger_unreachable: (f) => `Nothing answers at ${f.ledger}. Check the address and the network, then try again.`,
  ledger_read_by_others: (f) =>
    `What is sent to ${f.ledger} can be read by others on the way. Give the ledger’s address that begins with https.`,
  ledger_not_there: (f) => `What answers at ${f.ledger} is not a ledger. Check the address.`,
  ledger_unwell: (f) => `The ledger at ${f.ledger} cannot answer now. Try again in a minute.`,
  // People
  person_unknown: () => 'Nobody of that name works here. Choose a person from the list.',
  pin_wrong: (f) => `That PIN is wrong. Try again; ${f.left} more ${f.left === 1 ? 'try' : 'tries'} before the lock.`,
  pin_locked: (f) =>
    `Too many wrong PINs. ${f.name} can sign in again in ${f.minutes} ${f.minutes === 1 ? 'minute' : 'minutes'}.`,
  // Drawer
  drawer_already_open: (f) => `You have drawer ${f.drawer} open. Close it before you open another.`,
  drawer_open_elsewhere: (f) =>
    `You have drawer ${f.drawer} open at station ${f.station}, as far as this station has heard. Close it there before you open another.`,
  drawer_not_open: () => 'You have no open drawer. Open one with a counted float first.',
  drawer_not_yours: (f) => `Drawer ${f.drawer} belongs to ${f.cashier}. Only that person can use it.`,
  drawer_counting: (f) => `Drawer ${f.drawer} is being counted. Finish the count or go back from it.`,
  drawer_not_counting: (f) => `Drawer ${f.drawer} is not being counted. Start the count first.`,
  drawer_counted: (f) => `Drawer ${f.drawer} is counted. Close it, or let a second person count again.`,
  drawer_count_again: (f) =>
    `What drawer ${f.drawer} must hold is for ${f.cashier}, and for a supervisor who has counted it again. Count it again first.`,
  drawer_not_counted: (f) => `Drawer ${f.drawer} is not counted yet. Count it before you close it.`,
  drawer_parked: (f) => `Drawer ${f.drawer} is parked. Its cashier opens it again with her PIN.`,
  drawer_not_parked: (f) => `Drawer ${f.drawer} is not parked. Go on at the counter.`,
  drawer_closed: (f) => `Drawer ${f.drawer} is closed. Open another one to go on.`,
  drawer_unknown: () => 'There is no such drawer on this station. Choose one from the list.',
  count_changed: (f) => `Drawer ${f.drawer} was counted again since. Look at the new comparison first.`,
  recount_needs_another: () => 'You counted this drawer. A second person must do the recount.',
  float_too_large: (f) => `A float is at most ${amount(f.maxCents)}. Count it again.`,
  business_day_out_of_range: (f) =>
    `${dayWords(String(f.businessDay))} is too far from today. Choose a day within a week.`,
  // Payment
  account_unknown: (f) => `There is no account ${f.accountNumber}. Check the number on the bill or search by name.`,
  account_twice: (f) => `Account ${f.accountNumber} is on this receipt twice. Put the whole amount on one line.`,
  charge_twice: (f) =>
    `A charge of account ${f.accountNumber} is named twice on one line. Name it once, with the whole amount.`,
  charge_not_open: (f) => `That charge of account ${f.accountNumber} is not open for so much. Choose the charge again.`,
  charges_not_line: (f) =>
    `The named charges come to ${amount(f.namedCents)}, the line to ${amount(f.lineCents)}. Make them agree.`,
  receipt_too_large: (f) => `A receipt is at most ${amount(f.maxCents)}. Check the amounts, or make two receipts.`,
  tender_too_large: (f) => `Nobody hands over more than ${amount(f.maxCents)} at once. Correct the amount.`,
  tender_short: (f) => `Still missing: ${amount(f.missingCents)}. Add another tender.`,
  change_from_check: (f) =>
    `Checks and cards come to ${amount(f.surplusCents)} more than is due. Change is given from cash only; raise the payment or take a smaller check.`,
  cash_not_needed: () => 'The other tenders pay everything. Hand the cash back and remove it.',
  cash_twice: () => 'Cash is entered twice. Add it up into one amount.',
  check_twice: (f) =>
    `Check or money order ${f.checkNumber} is on this receipt twice. Take one of them off, or correct its number.`,
  routing_wrong: () =>
    'The routing number’s check digit is wrong. Read the nine digits at the bottom of the check again.',
  bill_line_wrong: () => 'The bill line’s check digit is wrong. Scan it again, or type the account number.',
  credit_short: (f) =>
    `Account ${f.accountNumber} has ${amount(f.creditCents)} of credit. Take that much at most and the rest otherwise.`,
  phone_needs_card: () => 'On the telephone only a card can pay. Remove the other tenders.',
  payer_needed: () => 'So much cash needs a name. Say who pays (F7).',
  email_needed: () => 'There is no e-mail address to send the slip to. Ask for one, or print the slip.',
  type_unknown: (f) => `There is no receipt type ${f.code}. Choose one from the list.`,
  type_not_yours: (f) => `${f.name} is not for your role to take. Ask a supervisor.`,
  type_not_begun: (f) => `${f.name} has no price yet on this day. Ask finance for the date from which it holds.`,
  type_needs_account: (f) => `${f.name} belongs to an account. Find the account first.`,
  type_has_no_account: (f) => `${f.name} belongs to no account. Leave the account out.`,
  type_only_one: (f) => `There is only ever one ${f.name} on a line. Take one, and another on a line of its own.`,
  price_differs: (f) => `${f.name} costs ${amount(f.priceCents)} for so many. Take that amount.`,
  price_nothing: (f) => `${f.name} costs nothing for so many. Leave it out.`,
  field_missing: (f) => `${f.name} needs “${f.field}”. Fill it in.`,
  field_wrong: (f) => `The field “${f.field}” of ${f.name} is not written as its kind asks. Correct it.`,
  fields_too_many: (f) => `${f.name} asks for fewer fields than were told. Choose the type again.`,
  chart_needed: (f) => `${f.name} needs a fund and a BARS code. Choose where the money goes.`,
  chart_not_asked: (f) => `${f.name} has its own distribution. Leave fund and BARS code out.`,
  chart_unknown: (f) => `The chart has no ${f.bars} in fund ${f.fund}. Choose a place of the chart.`,
  chart_not_income: (f) =>
    `The place ${f.bars} in fund ${f.fund} is kept by the station itself. Choose a place that income goes to.`,
  // To be noted or approved before the commit
  check_seen: (f) => `Check № ${f.number} was taken before, on receipt ${f.label}. Look at the paper, then confirm.`,
  currency_report: (f) =>
    `With this, ${f.payer} has paid ${amount(f.totalCents)} in currency within ${f.period}, more than ${amount(f.beyondCents)}. Tell finance today, then confirm.`,
  no_checks: (f) => `Account ${f.accountNumber} takes no checks. Take another tender, or let a supervisor approve it.`,
  tender_limit: (f) =>
    `More than ${amount(f.maxCents)} by ${f.tender} on one receipt needs a supervisor. Ask for an approval, or take less.`,
  offline_limit: (f) =>
    `While offline, more than ${amount(f.maxCents)} by ${f.tender} needs a supervisor. Ask for one, or take less.`,
  // Set aside
  suspension_ended: (f) => `Payment ${f.label} is not set aside any more. Look at the list again.`,
  suspend_tendered: () => 'Money is on the counter. Hand it back and remove it, then set the payment aside.',
  // Undoing and approval
  receipt_of_former_epoch: (f) =>
    `Receipt ${f.label} was issued before this station was enrolled anew, and cannot be undone here. Ask finance to settle it.`,
  receipt_unknown: (f) => `There is no receipt ${f.label} on this station. Check the number on the slip.`,
  receipt_already_voided: (f) => `Receipt ${f.label} is void already. Give nothing back a second time.`,
  void_drawer_closed: (f) =>
    `The drawer of receipt ${f.label} is not open any more. Make a refund or a reversal instead.`,
  receipt_changed: (f) =>
    `Receipt ${f.label} was corrected or refunded since. It cannot be void; refund or correct what stands of it.`,
  void_slip_needed: (f) =>
    `A void needs the slip of ${f.label} back. Scan it, or type its journal head; without it, make a refund instead.`,
  void_slip_wrong: (f) =>
    `That is not the slip of ${f.label}. Scan the right one, or type the journal head that is printed on it.`,
  void_credit_spent: (f) =>
    `Of the credit at account ${f.accountNumber} ${amount(f.creditCents)} is left; the rest was spent since. Refund what is left of it instead.`,
  line_unknown: (f) => `Receipt ${f.label} has no such line, or nothing of it stands. Choose another line.`,
  tender_unknown: (f) => `Receipt ${f.label} has no such tender. Choose another.`,
  correction_same: () => 'Nothing would change. Say where it belongs instead.',
  correction_amount: (f) =>
    `A correction moves the whole ${amount(f.wholeCents)}. For another amount make a refund and a new receipt.`,
  correction_credit: () => 'Credit of an account is no tender to correct. Correct the line instead.',
  correction_nameless: () =>
    'So much cash needs a name, and this receipt has none. Undo the receipt, and take it again with who pays.',
  correction_rounded: () => 'The cash of this receipt was rounded. Refund it and take the payment again.',
  reversal_drawer_open: (f) => `The drawer of receipt ${f.label} is still open. Make it void instead.`,
  nothing_stands: (f) => `Nothing of receipt ${f.label} stands any more. Give nothing back.`,
  refund_too_large: (f) => `Of that line ${amount(f.standsCents)} still stands. Refund that much at most.`,
  refund_credit_spent: (f) =>
    `Of the credit at account ${f.accountNumber} ${amount(f.creditCents)} is left; the rest was spent since. Refund that much of it at most.`,
  refund_leaves_rounding: (f) =>
    `The ${amount(f.restCents)} that would be left was rounded away. Refund it with the rest, or leave more.`,
  refund_line_twice: () => 'One line is refunded twice here. Put the whole amount on one.',
  refund_cash_limit: (f) => `A refund in cash is at most ${amount(f.maxCents)}. Refund it to the card or by warrant.`,
  void_cash_short: () =>
    'There is not so much cash in this drawer to hand back. Leave the receipt and refund it by warrant. This try is on record.',
  refund_cash_short: () =>
    'There is not so much cash in this drawer. Refund it to the card or by warrant. This try is on record.',
  refund_not_cleared: (f) =>
    `By check came ${amount(f.waitsCents)} of it, which clears on ${dayWords(String(f.clearsDay))} at the earliest. Refund ${amount(f.nowCents)} at most before.`,
  refund_not_that_card: (f) =>
    `That card paid ${amount(f.paidCents)} of this receipt that was not refunded yet. Refund that much to it at most.`,
  refund_no_such_card: (f) => `No card ··${f.lastFour} paid this receipt. Refund in cash or by warrant.`,
  approval_needed: () => 'This needs a second person’s PIN. Ask a supervisor to approve it.',
  approval_not_theirs: () => 'Who started something, or had a part in it, cannot approve it. Ask somebody else.',
  approver_not_supervisor: (f) => `${f.name} is not a supervisor. Choose a supervisor.`,
  approver_not_office: (f) => `${f.name} is neither a supervisor nor finance. Choose somebody who is.`,
  approval_changed: () => 'What was approved has changed since. Ask for the approval again.',
  approval_used: () => 'That approval was used already. Ask for a new one.',
  approval_lapsed: () => 'That approval is older than two minutes. Ask for a new one.',
  count_blind: () => 'This district counts blind. Submit the count to see what is expected.',
  slips_unprinted: (f) =>
    `${f.slips === 1 ? 'One slip' : `${f.slips} slips`} of this drawer did not come out. Print what is missing, or leave it with a reason and a supervisor’s yes.`,
  reason_needed: (f) =>
    `A difference of more than ${amount(f.beyondCents)}, or checks that do not agree, need a reason. Say in a few words how it came about.`,
  // At the ledger
  station_signature_wrong: () =>
    'The ledger does not know the key with which this station signs. Ask finance for a new enrolment token.',
  station_replaced: (f) =>
    `This station was enrolled on another machine since, in epoch ${f.epoch}. The ledger takes nothing more from this one.`,
  counter_used: (f) =>
    `The ledger has heard a request of this number before; the last was ${f.last}. Ask again with a new number.`,
  token_used: (f) => `A newer token than that was used already. Ask again with token ${f.current}.`,
  requests_too_many: () => 'The ledger was asked too often from here. Wait a moment, then try again.',
  ledger_token_wrong: () => 'The ledger does not know this token. Check it, or ask finance for a new one.',
  ledger_path_unknown: () => 'The ledger does not know that request. Check the address and the method.',
  ledger_database_away: () =>
    'The ledger’s database does not answer at the moment. Try again in a minute: nothing is recorded twice.',
  ledger_not_durable: (f) =>
    `The ledger’s database runs with ${f.setting} off and could lose what it confirms, so it takes nothing. Call IT; receipts wait safely on this station.`,
  district_not_loaded: () => 'No district is loaded yet. Load district.json, accounts.csv and charges.csv first.',
  district_unknown: (f) =>
    `There is no district ${f.district} at this ledger${f.districts ? `, only ${f.districts}` : ''}. Check the mark.`,
  district_unclear: (f) =>
    `There are several districts at this ledger: ${f.districts}. Say which one is meant: --district MARK.`,
  district_new: (f) =>
    `This ledger has no district ${f.district}, only ${f.districts}. Correct its mark, or load it with --new-district; nothing was loaded.`,
  series_only_for_training: (f) =>
    `${f.series} is a training series, and this ledger takes real money. Choose one that does not begin with T.`,
  series_not_for_training: (f) =>
    `${f.series} is not a training series, and this ledger is for training. Choose one that begins with T, such as T1.`,
  malformed_form: () => 'The form cannot be read. Send it as multipart/form-data, such as curl -F does.',
  load_incomplete: (f) => `The load has no ${f.part}. Send district, accounts and charges as three files of one form.`,
  load_file_wrong: (f) => `${f.file}: ${f.problem}. Correct the file and load again; nothing was loaded.`,
  load_row_wrong: (f) =>
    `${f.file}, line ${f.line}, column ${f.column}: ${f.problem}. Correct the row and load again; nothing was loaded.`,
  // Paper
  slip_unknown: () => 'There is no such slip. Choose one from the list.',
  printer_address_wrong: () => 'A printer’s address is a host and a port, such as 192.168.1.40:9100. Correct it.',
  // Cash that is no receipt
  ...custodySentences,
  // E-mail and notices
  ...mailSentences,
  // The office: safe, handoffs, batches, deposits
  ...officeSentences,
  ...depositSentences,
  ...daySentences,
  ...straySentences,
  ...reportSentences,
} as const satisfies Record<string, (facts: Facts) => string>;

export type RefusalCode = keyof typeof sentences;

/** Thrown for what a person can act on; the door turns it into an answer. Nothing half-written is left behind. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: Facts;

  constructor(code: RefusalCode, facts: Facts) {
    super(sentenceOf(code, facts));
    this.code = code;
    this.facts = facts;
  }
}

/** Refuses: says no with a code of the closed list and the facts that its sentence needs. */
export function refuse(code: RefusalCode, facts: Facts = {}): never {
  throw new Refusal(code, facts);
}

/** The sentence of a refusal, in English. */
export function sentenceOf(code: RefusalCode, facts: Facts): string {
  return (sentences[code] as (facts: Facts) => string)(facts);
}

/** All codes, for tests and translators. */
export const REFUSAL_CODES = Object.keys(sentences) as RefusalCode[];
