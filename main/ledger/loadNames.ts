import { ACCOUNTS_FILE } from '#formats/accountsFile';
import { BARS_FILE, BARS_FUNDS_FILE } from '#formats/barsFiles';
import { CHARGES_FILE } from '#formats/chargesFile';

export const DISTRICT_FILE = 'district.json';

/** What the ledger calls each file of a load, whatever the sender calls it. */
const NAMES = {
  district: DISTRICT_FILE,
  accounts: ACCOUNTS_FILE,
  charges: CHARGES_FILE,
  bars: BARS_FILE,
  barsFunds: BARS_FUNDS_FILE,
} as const;

/** Paths of a load's files. */
export type LoadFiles = {
  district: string;
  accounts: string;
  charges: string;
  bars?: string | undefined;
  barsFunds?: string | undefined;
};

/** A sentence of the ledger about a load, with the paths that the sender gave in place of the ledger's own names. */
export function withPaths(sentence: string, files: LoadFiles): string {
  const paths = new Map<string, string | undefined>(
    Object.entries(NAMES).map(([part, name]) => [name, files[part as keyof LoadFiles]]),
  );
  return sentence.replace(/(?<![\w./-])[a-z-]+\.(?:json|csv)(?![\w/-])/g, (name) => paths.get(name) ?? name);
}
