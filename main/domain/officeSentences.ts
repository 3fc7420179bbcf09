import { PART_WORDS, type PartTaken } from './batch.ts';
import { type Facts, formatFact } from './facts.ts';

/** What the safe holds, where whoever asks may be told. */
const heldOf = ({ safeCents }: Facts) => (safeCents === null ? 'less' : formatFact(safeCents));

const onRecord = ({ kept }: Facts) => (kept ? ' This try is on record.' : '');

/** What the office can be refused. */
export const officeSentences = {
  office_offline: () =>
    'The ledger does not answer, and this is office work. Nothing is lost: try again when the station is online.',
  office_failed: (f) =>
    `The ledger answers, but could not do this${f.kind === 'command' ? '; nothing was recorded' : ''}. Try again, or tell who looks after the ledger: its log says why.`,
  office_unread: (f) =>
    `The ledger’s answer cannot be read here. ${f.kind === 'command' ? 'It may be recorded: look before you do it again. ' : ''}Tell who looks after the ledger: it is of another version.`,
  person_not_here: () => 'The ledger does not know this person, or not in this role any more. Sign in again.',
  change_fund_short: (f) => `The change fund is ${formatFact(f.fundCents)}. No more than that can be given back.`,
  pieces_nothing: () => 'Nothing was counted. Enter the pieces first.',
  change_fund_unset: (f) =>
    `${f.handoff ? `Float ${f.handoff}` : 'This cash'} comes out of the change fund, and the books have none yet. Set it first: Change fund (F2) at the Safe, then do this again.`,
  safe_short: (f) =>
    f.handoff
      ? `Float ${f.handoff} came out of the safe, which by the books holds ${heldOf(f)}. Count the float again, or add to the change fund (F2) first.${onRecord(f)}`
      : `By the books the safe holds ${heldOf(f)}. Count it, then take less or put right what is wrong.${onRecord(f)}`,
  change_order_unknown: (f) => `There is no change order ${f.order}. Choose one from the list.`,
  change_order_done: (f) => `What came for change order ${f.order} is in the safe already. Look at the list again.`,
  change_reason_needed: (f) =>
    `${formatFact(f.orderedCents)} went to the bank for change. Count what came again, or say why it differs.`,
  float_to_yourself: () =>
    'You cannot issue a float to yourself. Choose whoever takes it, or have somebody else issue yours.',
  float_taker_unknown: (f) => `${f.person} cannot hold a drawer. Choose a cashier or a supervisor.`,
  float_waits: (f) =>
    `${f.person} has float ${f.handoff} for station ${f.station} and has not taken it. Have it taken, or take it back (F8 at the Safe), before another is issued.`,
  float_drawer_open: (f) =>
    `${f.person} has drawer ${f.drawer} open at station ${f.station}, as far as the ledger has heard. Have it closed before a float is issued.`,
  station_unknown: (f) => `There is no station ${f.station} in this district. Choose one from the list.`,
  float_not_yours: (f) =>
    `Float ${f.handoff} does not wait for you here, or was taken already or taken back. Look at the screen again.`,
  safe_count_yours: (f) => `You made the first count ${f.count} of the safe. A second person must make the other.`,
  safe_count_open: (f) => `Count ${f.count} of the safe differs. Settle it first, then count again.`,
  safe_count_agrees: (f) => `Of count ${f.count} of the safe nothing is to be settled. Look at the Safe again.`,
  handoff_unknown: (f) =>
    `There is no handoff ${f.handoff}, or the station has not sent it yet. Look at the list again.`,
  handoff_done: (f) => `Handoff ${f.handoff} was counted already. Look at the list again.`,
  handoff_twice: (f) => `Handoff ${f.handoff} is named twice. Count each once.`,
  handoff_yours: (f) => `You gave handoff ${f.handoff} yourself. A second person must count it.`,
  handoff_count_kind: (f) => `Count ${f.handoff} as what it is: cash by its denominations, checks by the piece.`,
  handoff_papers: (f) =>
    `The total of ${f.handoff} is that of its drawer, and the number of papers is another. Count the papers again.`,
  handoff_agrees: (f) =>
    `Both counts of handoff ${f.handoff} are the same, or one is missing. Nothing is to be settled.`,
  batch_unknown: (f) => `There is no batch ${f.batch}, or the station has not sent it yet. Look at the list again.`,
  batch_not_told: (f) =>
    `The receipts of batch ${f.batch} are shown here once its drawer is closed and the office has counted all that it handed over. Until then they are shown at their own station.`,
  batch_open: (f) => `Batch ${f.batch} is open. Have its drawer counted and closed first.`,
  drawer_ended: (f) => `Drawer ${f.drawer} is closed. Nothing is left of it to end; look at its batch again.`,
  drawer_not_left: (f) =>
    `Station ${f.station} can still close drawer ${f.drawer}. The office ends it only once ${f.station} is enrolled anew.`,
  drawer_entries_wait: (f) =>
    `Entries of ${f.station} have arrived and are not applied yet, perhaps of drawer ${f.drawer}. Wait a moment and try again.`,
  batch_not_balanced: (f) =>
    `Of batch ${f.batch} ${f.handoffs} handoffs are not counted by the office, or differ. Count or settle them first.`,
  batch_done: (f) => `Batch ${f.batch} was approved or sent back already. Look at it again.`,
  batch_yours: (f) =>
    `You ${PART_WORDS[f.part as PartTaken] ?? f.part} ${f.what}, and so had a part in batch ${f.batch}. ${
      f.others
        ? `Let ${f.others} approve it.`
        : 'Nobody is left here who may approve it: ask finance for another person.'
    }`,
  batch_changed: (f) => `Something of batch ${f.batch} changed since it was shown. Look at it again.`,
} as const satisfies Record<string, (facts: Facts) => string>;
