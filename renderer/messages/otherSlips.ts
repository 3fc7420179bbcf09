/** Slips that are of no receipt. */
export const otherSlips = {
  title: 'Drops, paid-outs and other slips',
  list: 'Slips that are of no receipt',
  none: 'None at this station yet.',
  columns: { time: 'Time', what: 'What', drawer: 'Drawer', by: 'By', amount: 'Amount' },
  slip: 'The slip as it printed',
  file: ({ name, isSent }: { name: string; isSent: boolean }) =>
    `Scanned receipt ${name}: ${isSent ? 'sent to the ledger' : 'kept here, not sent yet'}`,
  look: 'Look at the scanned receipt',
  reprint: 'Print again',
} as const;
