import type { Theme } from '../settings.ts';

/** What can be called over any screen: the palette, the keys, the slips, the printer. */
export const overlay = {
  palette: 'Everything else',
  paletteField: 'Do what?',
  paletteList: 'Actions',
  nothing: 'Nothing here is called that.',
  theme: (next: Theme) => `Change the theme: ${{ system: 'as the machine', light: 'light', dark: 'dark' }[next]}`,
  impliedDecimals: (on: boolean) =>
    `Change amounts: ${on ? 'type the point, 1250 = 1,250.00' : 'without a point, 1250 = 12.50'}`,
  tenKey: (on: boolean) => `Turn ten-key mode ${on ? 'off' : 'on: + * − open and remove tenders in an empty amount'}`,
  slipColumn: (on: boolean) => `${on ? 'Hide' : 'Show'} the column with the slip`,
  help: 'Keys and help',
  helpHere: 'On this screen',
  helpEverywhere: 'Everywhere',
  helpAmounts: 'Amounts',
  amounts: [
    ['12', '12.00'],
    ['12.5', '12.50'],
    ['20+5+.35', '25.35'],
    ['12.655', 'refused: an amount has at most two decimals'],
  ],
  helpScanner:
    'A scanner may be used at any time: a check’s line opens a check, all else goes to the search, never into an amount.',
  helpMarks: 'Marks',
  marks: { unsent: 'saved on this station, not sent yet', sent: 'sent to the ledger' },
  paper: 'Slips on the screen',
  slip: (job: number) => `Slip ${job}`,
  noPaper: 'No slip has come out here yet.',
  noPaperNetwork: (name: string) => `Slips go to ${name}. Only what prints on the screen is shown here.`,
  kicked: 'drawer opened',
  printer: 'Where slips go',
  printerPaper: 'Paper on the screen',
  printerNetwork: 'ESC/POS printer on the network',
  printerAddress: 'Address',
  printerHint: 'host:port, such as 192.168.1.40:9100',
  printerWhy: 'Type the printer’s address',
  printerUse: 'Use this printer',
  printerState: {
    ready: 'ready',
    no_paper: 'has no paper',
    cover_open: 'its cover is open',
    unreachable: 'does not answer',
    busy: 'printing',
  },
  close: 'Close',
} as const;
