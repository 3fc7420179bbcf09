/** What proves a paid-out, as the office sees it. */
export const scannedReceipt = {
  save: (name: string) => `Save ${name}`,
  look: (name: string) => `Look at ${name}`,
  picture: (name: string) => `The scanned receipt ${name}`,
  keep: 'Save it',
  awaited: ({ name, station }: { name: string; station: string }) => `${name} has not come up from ${station} yet`,
  altered: 'What came is not the file that the paid-out names. Have the ledger’s journals verified.',
} as const;
