import { say } from './en.ts';

/** What happens to a deposit once it is counted. */
export const depositStep = {
  title: {
    hand: (deposit: string) => `Hand ${deposit} over`,
    missed: (deposit: string) => `The courier missed ${deposit}`,
    confirm: (deposit: string) => `Confirm ${deposit}`,
    correct: (deposit: string) => `Put the slip of ${deposit} right`,
    withdraw: (deposit: string) => `Take ${deposit} back`,
    explain: (deposit: string) => `Why ${deposit} is late`,
    transmit: (deposit: string) => `The images of ${deposit} were sent`,
    destroy: (deposit: string) => `Destroy the checks of ${deposit}`,
  },
  note: {
    hand: 'Compare bag and seal with what stands here. Nobody who approved a void in it carries it; from now on the bag is theirs.',
    missed:
      'Read the seal off the bag itself. Where it is the one on record the deposit lies ready again; where it is another, two people count it again first.',
    confirm:
      'What the bank’s validated slip says, also where it says another amount: then somebody else says yes to it. Both stay.',
    correct: 'Type all of the slip as it is. What was told before stays on record; this holds from now on.',
    county:
      'What the county’s receipt says, also where it says another amount: then somebody else says yes to it. Both stay.',
    withdraw: 'What it holds is free for another deposit. Its bag is never used again.',
    explain: 'It is said once, and stays beside the deposit.',
    transmit: 'The paper is kept until it may be destroyed.',
    destroy: 'Two people destroy them together.',
  },
  carrier: 'Carried by',
  aCourier: 'A courier',
  courier: 'Courier',
  courierHint: 'whose name is on the badge',
  seal: 'Seal',
  reason: 'Reason',
  reasonHint: {
    missed: 'why nobody came',
    withdraw: 'what was wrong with it',
    explain: 'what held it up',
    correct: 'what was wrong',
  },
  reference: 'Slip number',
  receipt: 'Receipt number',
  confirmation: 'The bank’s number',
  day: 'Day on it',
  amount: 'Amount on it',
  checks: (n: number) => say.plural(n, 'check', 'checks'),
  only: 'Destroying these checks.',
  onlySlip: 'This slip, with this number, day and amount.',
  button: {
    hand: 'Hand it over',
    missed: 'Record that nobody came',
    confirm: (cents: string) => `Confirm ${cents}`,
    correct: (cents: string) => `Put it right: ${cents}`,
    withdraw: 'Take it back',
    explain: 'Put it on record',
    transmit: 'Record that they were sent',
    destroy: 'Record that they are destroyed',
  },
  why: {
    courier: 'Name the courier',
    seal: 'Read the seal: 3 to 24 letters and digits',
    reason: 'Give the reason',
    reference: 'Type the number on the slip',
    confirmation: 'Type the bank’s number',
    amount: 'Type the amount on the slip',
    held: 'The ledger is asked what was deposited',
    pin: 'A second person’s PIN is needed',
  },
  head: 'Deposit',
  held: 'In the deposit',
  difference: 'Difference',
  /** Of a seal that is another than that on record, once more. */
  otherSeal: (of: { deposit: string; read: string; recorded: string }) => ({
    title: `Is ${of.read} on the bag?`,
    words: `On record is seal ${of.recorded}. With another one ${of.deposit} does not leave before two people have counted it again.`,
    keep: 'Read it again',
    forget: `Seal ${of.read} is on it`,
  }),
} as const;
