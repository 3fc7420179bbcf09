import { dayWords } from './businessDay.ts';
import { type Facts, formatFact } from './facts.ts';

/** What a deposit can be refused. */
export const depositSentences = {
  bank_account_unknown: (f) => `The district has no bank account ${f.account}. Choose one from the list.`,
  batch_not_approved: (f) => `Batch ${f.batch} is not approved. Have it approved first, or leave it out.`,
  batch_in_deposit: (f) => `Batch ${f.batch} is in deposit ${f.deposit}. Look at the deposit.`,
  deposit_nothing: (f) => `Of batch ${f.batch} nothing goes to this bank account. Leave it out.`,
  deposit_too_large: (f) =>
    `These batches come to ${formatFact(f.totalCents)}, and a deposit holds ${formatFact(f.mostCents)} at most. Take fewer of them into it.`,
  deposit_no_cash: () => 'These batches hold no cash for this bank account. Leave the cash out.',
  deposit_checks_differ: (f) =>
    `The ${f.what} come to ${formatFact(f.countedCents)}, and these batches hold ${formatFact(f.dueCents)}. Go through them again.`,
  deposit_check_unknown: (f) => `Check ${f.checkNumber} is not one of batch ${f.batch}. Look at its number and amount.`,
  deposit_check_twice: (f) => `Check ${f.checkNumber} of batch ${f.batch} is named twice. Name each paper once.`,
  deposit_check_elsewhere: (f) =>
    `By its funds check ${f.checkNumber} goes to the account “${f.to}”. Leave it out of this deposit.`,
  bag_missing: () => 'This deposit goes in a bag. Type the numbers of its bag and its seal.',
  bag_not_wanted: (f) => `The checks for ${f.account} are sent as images, in no bag. Leave bag and seal empty.`,
  deposit_is_images: (f) => `The checks of deposit ${f.deposit} are sent as images. Say that they were sent.`,
  deposit_in_bag: (f) => `Deposit ${f.deposit} lies in a bag. Hand it to whoever carries it.`,
  checks_not_to_destroy: (f) =>
    `Deposit ${f.deposit} has no checks to destroy: it has none, or is not confirmed, or it was done. Look at it again.`,
  checks_bank_differs: (f) =>
    `The bank’s slip of deposit ${f.deposit} is ${formatFact(f.differenceCents)} off what was sent. Keep the checks until the slip is put right.`,
  checks_kept: (f) =>
    `The checks of deposit ${f.deposit} are kept until ${dayWords(String(f.untilDay))}. Destroy them after that.`,
  bag_used: (f) => `Bag ${f.bag} was used for deposit ${f.deposit}. Take another bag.`,
  bag_is_seal: (f) => `${f.bag} was given for the bag and for its seal. Read both numbers again.`,
  seal_is_bag: (f) => `${f.seal} is the number of the bag of deposit ${f.deposit}, not of a seal. Read the seal again.`,
  bag_was_seal: (f) =>
    `${f.bag} was a seal of deposit ${f.deposit}, and is not the number of a bag. Read the bag again.`,
  seal_used: (f) => `Seal ${f.seal} was used for deposit ${f.deposit}. Take another seal.`,
  deposit_unknown: (f) => `There is no deposit ${f.deposit}. Choose one from the list.`,
  deposit_yours: (f) => `You counted deposit ${f.deposit} first. Somebody else must count it again.`,
  deposit_done: (f) => `Deposit ${f.deposit} was counted twice already, or taken back. Look at it again.`,
  deposit_agrees: (f) =>
    `Both counts of deposit ${f.deposit} are what it must hold, one is missing, or it was taken back. Nothing is to be settled.`,
  deposit_not_made: (f) =>
    `Deposit ${f.deposit} does not lie ready: two people must have counted it. Look at it again.`,
  deposit_gone: (f) => `Deposit ${f.deposit} has left already, ${f.ago} ago with ${f.carrier}. Look at it again.`,
  deposit_seal_broken: (f) =>
    `The seal of deposit ${f.deposit} was broken. Two people count it again into a new bag; then it can be handed over.`,
  deposit_not_broken: (f) =>
    `The seal of deposit ${f.deposit} is not broken, or it was counted again. Look at it again.`,
  deposit_not_handed: (f) => `Deposit ${f.deposit} is not on its way, or is confirmed already. Look at it again.`,
  deposit_day_before: (f) =>
    `Deposit ${f.deposit} was handed over on ${dayWords(String(f.handedDay))}: the bank’s slip cannot be of a day before. Correct the day.`,
  deposit_day_ahead: (f) => `The bank’s slip of deposit ${f.deposit} cannot be of a day to come. Correct the day.`,
  slip_used: (f) =>
    `Slip ${f.reference} confirmed deposit ${f.deposit} already. Read the number off the slip of this one, or put that of ${f.deposit} right first.`,
  deposit_not_confirmed: (f) => `Deposit ${f.deposit} is not confirmed yet. Confirm it by the bank’s slip.`,
  confirmation_same: (f) => `Deposit ${f.deposit} is confirmed so already. Type what the slip says otherwise.`,
  deposit_past_withdrawal: (f) =>
    `Deposit ${f.deposit} is made, or was taken back already. It cannot be taken back. Look at it again.`,
  deposit_not_late: (f) => `Deposit ${f.deposit} is not late. Nothing is to be explained.`,
  deposit_explained: (f) => `Why deposit ${f.deposit} is late is on record already. Look at it again.`,
  carrier_unknown: (f) => `The ledger does not know ${f.person}, or not any more. Choose somebody from the list.`,
  carrier_approved_voids: (f) =>
    `${f.name} approved a void in one of these batches and cannot carry the deposit. Choose somebody else.`,
} as const satisfies Record<string, (facts: Facts) => string>;
