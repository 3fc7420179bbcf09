import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountHolder } from '#domain/account';
import type { BusinessDay } from '#domain/businessDay';
import { formatAmount } from '#domain/money';
import { sampleAccounts } from './accounts.ts';
import { barsExport, barsMatrix } from './barsRows.ts';
import type { BilledCharge } from './billing.ts';
import { sampleDistrict } from './district.ts';

/** The day as of which charges are open when no other is asked for. */
export const SAMPLE_DAY: BusinessDay = '2026-11-23';

/** Paths of what was written. `checkKey` is the private half of the key to which checks' bank accounts are sealed. */
export type SampleFiles = {
  district: string;
  accounts: string;
  charges: string;
  /** The State Auditor's account export and matrix of codes to funds, as they would be for this district. */
  bars: string;
  barsFunds: string;
  checkKey: string;
};

const ACCOUNT_COLUMNS =
  'account,customer,service_address,mailing_address,parcel,phone,email,status,language,flags,contract,permits,notes\r\n';
const CHARGE_COLUMNS = 'account,kind,period,due,amount,fund,bars\r\n';
const CHUNK = 64 * 1_024;

/**
 * Writes the files of a made-up sewer district into a folder: `district.json`, `accounts.csv`, `charges.csv`, the two of
 * the State Auditor, and the private check key, readable by its owner alone. The same seed, count and day write the same files letter by letter,
 * but for the key: it is drawn anew unless the folder holds one already, because a key from a seed would be no secret.
 * @param about.accounts how many accounts; a larger sample begins with the smaller one
 * @param about.day charges are open as of this day; {@link SAMPLE_DAY} unless told
 */
export async function writeSample(about: {
  folder: string;
  accounts: number;
  seed: number;
  day?: BusinessDay;
}): Promise<SampleFiles> {
  const { folder, day = SAMPLE_DAY } = about;
  mkdirSync(folder, { recursive: true });
  const files = {
    district: join(folder, 'district.json'),
    accounts: join(folder, 'accounts.csv'),
    charges: join(folder, 'charges.csv'),
    bars: join(folder, 'bars-accounts.csv'),
    barsFunds: join(folder, 'bars-funds.csv'),
    checkKey: join(folder, 'check-key.private.pem'),
  };
  const district = sampleDistrict(day, publicCheckKey(files.checkKey), matchingKey(files.checkKey));
  writeFileSync(files.district, `${JSON.stringify(district, null, 2)}\n`);
  writeFileSync(files.bars, rows(barsExport(district.chart)));
  writeFileSync(files.barsFunds, rows(barsMatrix(district.chart)));
  await writeTables(files, about.accounts, about.seed, day);
  return files;
}

async function writeTables(files: SampleFiles, count: number, seed: number, day: BusinessDay): Promise<void> {
  const accounts = createWriteStream(files.accounts);
  const charges = createWriteStream(files.charges);
  let accountRows = ACCOUNT_COLUMNS;
  let chargeRows = CHARGE_COLUMNS;
  for (const account of sampleAccounts(count, seed, day)) {
    accountRows += accountRow(account.holder);
    for (const charge of account.charges) chargeRows += chargeRow(account.holder.accountNumber, charge);
    if (accountRows.length > CHUNK || chargeRows.length > CHUNK) {
      await Promise.all([pour(accounts, accountRows), pour(charges, chargeRows)]);
      accountRows = '';
      chargeRows = '';
    }
  }
  accounts.end(accountRows);
  charges.end(chargeRows);
  await Promise.all([once(accounts, 'close'), once(charges, 'close')]);
}

async function pour(into: WriteStream, rows: string): Promise<void> {
  if (!into.write(rows)) await once(into, 'drain');
}

function accountRow(holder: AccountHolder): string {
  return csvRow([
    holder.accountNumber,
    holder.customer,
    holder.serviceAddress,
    holder.mailingAddress,
    holder.parcel,
    holder.phone,
    holder.email,
    holder.status,
    holder.language,
    holder.flags.join(' '),
    holder.contract,
    holder.permits.join(' '),
    holder.notes,
  ]);
}

function chargeRow(accountNumber: string, charge: BilledCharge): string {
  const dollars = formatAmount(charge.cents).replaceAll(',', '');
  return csvRow([accountNumber, charge.kind, charge.period, charge.dueDay, dollars, charge.fund, charge.bars]);
}

/** One row as RFC 4180 has it: quotes round what holds a comma or a quote, quotes within doubled. */
function csvRow(values: readonly string[]): string {
  const written = values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
  return `${written.join(',')}\r\n`;
}

function rows(values: readonly (readonly string[])[]): string {
  return values.map(csvRow).join('');
}

/** The public half of the folder's check key, base64 of its SPKI form. Makes the key where there is none. */
function publicCheckKey(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('x25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  const publicKey = createPublicKey(readFileSync(file, 'utf8'));
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** The key under which checks are known again, made from the private key, so that the two stay together. */
function matchingKey(path: string): string {
  return createHash('sha256').update('counterfoil check matching 1\n').update(readFileSync(path)).digest('base64');
}
