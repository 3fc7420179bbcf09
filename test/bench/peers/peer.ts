/** A payment of one line by one tender, as every peer is given it. Money in cents, time in ms. */
export type Receipt = {
  number: string;
  account: string;
  payer: string;
  cents: number;
  tenderedCents: number;
  tender: 'cash';
  cashier: string;
  businessDay: string;
  recordedAt: number;
};

/** What is known of an account at the counter. */
export type Account = { number: string; name: string; address: string };

/** What each of them is asked to do. Everything that answers a number of milliseconds has timed itself. */
export type Peer = {
  /** What a receipt has survived when it is answered, in a few words. */
  durability(): Promise<string>;
  /** Takes so many receipts, one after another, with nobody at the other end, and answers what each took (ms). */
  record(count: number): Promise<number[]>;
  /** Writes so many receipts that the centre does not have, however it is fastest. */
  pile(count: number): Promise<void>;
  /** Comes back when the centre has acknowledged all that was piled up. */
  drain(): Promise<void>;
  /** How many receipts the centre holds: what is acknowledged and not there would be no race won. */
  atCentre(): Promise<number>;
  /** Finds accounts, at most twenty, and answers how many. */
  lookUp(by: 'number' | 'name', text: string): Promise<number>;
  close(): Promise<void>;
};

/** What a peer needs to begin: a folder of its own, accounts to know, and where its centre is or is to be. */
export type Setting = {
  folder: string;
  accounts: readonly Account[];
  /** The port of its centre, by the line that can be cut. */
  line: number;
  /** Where what its centre holds is looked at: the address of a database or service, or a folder. */
  centre: string;
  /** The address of its service without that line; empty where it has none. */
  service: string;
};

export function receiptAt(place: number, accounts: readonly Account[]): Receipt {
  const account = accounts[(place * 7_919) % accounts.length];
  return {
    number: `B1-${String(place).padStart(6, '0')}`,
    account: account?.number ?? '',
    payer: account?.name ?? '',
    cents: 2_500 + (place % 9_000),
    tenderedCents: 12_000,
    tender: 'cash',
    cashier: 'm.ortiz',
    businessDay: '2026-11-23',
    recordedAt: 1_795_500_000_000 + place,
  };
}
