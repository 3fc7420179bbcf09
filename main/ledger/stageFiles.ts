import { createReadStream } from 'node:fs';
import type { LedgerTx } from '#db/ledger/database';
import {
  accountTwice,
  chargeOfNobody,
  chargeTwice,
  openStaging,
  stageAccounts,
  stageCharges,
  staged,
} from '#db/ledger/staging';
import type { Policy } from '#domain/district';
import { refuse } from '#domain/refusal';
import { ACCOUNT_COLUMNS, ACCOUNTS_FILE } from '#formats/accountsFile';
import { CHARGE_COLUMNS, CHARGES_FILE } from '#formats/chargesFile';
import { readCsv } from '#formats/csv';
import type { Spooled } from './spoolLoad.ts';

/** Reads both files into the transaction's own tables, and refuses the first row that cannot be loaded. */
export async function stageFiles(
  tx: LedgerTx,
  district: string,
  files: Pick<Spooled, 'accounts' | 'charges'>,
  chart: Policy['chart'],
): Promise<{ accounts: number; charges: number }> {
  await openStaging(tx);
  await stageAccountsFile(tx, files.accounts.path);
  await stageChargesFile(tx, files.charges.path, chart);
  const counts = await staged(tx);
  const account = await accountTwice(tx);
  if (account) refuseRow(ACCOUNTS_FILE, account.line, 'account', `the account is on line ${account.first} already`);
  const charge = await chargeTwice(tx);
  if (charge) {
    const problem = `line ${charge.first} has the same account, kind, period and due date`;
    refuseRow(CHARGES_FILE, charge.line, 'account', problem);
  }
  const nobody = await chargeOfNobody(tx, district);
  if (nobody) refuseRow(CHARGES_FILE, nobody.line, 'account', `there is no account ${nobody.account}`);
  return counts;
}

async function stageAccountsFile(tx: LedgerTx, path: string): Promise<void> {
  for await (const rows of readCsv(ACCOUNTS_FILE, createReadStream(path), ACCOUNT_COLUMNS)) {
    await stageAccounts(
      tx,
      rows.map(({ line, values }) => ({
        line,
        accountNumber: values.account,
        customer: values.customer,
        serviceAddress: values.service_address,
        mailingAddress: values.mailing_address,
        parcel: values.parcel,
        phone: values.phone,
        email: values.email,
        status: values.status,
        language: values.language,
        flags: values.flags.join(' '),
        contract: values.contract,
        permits: values.permits.join(' '),
        notes: values.notes,
      })),
    );
  }
}

async function stageChargesFile(tx: LedgerTx, path: string, chart: Policy['chart']): Promise<void> {
  const codes = new Set(chart.map((account) => `${account.fund}/${account.bars}`));
  for await (const rows of readCsv(CHARGES_FILE, createReadStream(path), CHARGE_COLUMNS)) {
    const stranger = rows.find(({ values }) => !codes.has(`${values.fund}/${values.bars}`));
    if (stranger) {
      const { fund, bars } = stranger.values;
      refuseRow(CHARGES_FILE, stranger.line, 'bars', `${fund}/${bars} is not in the chart of district.json`);
    }
    await stageCharges(
      tx,
      rows.map(({ line, values }) => ({
        line,
        accountNumber: values.account,
        kind: values.kind,
        period: values.period,
        dueDay: values.due,
        cents: values.amount,
        fund: values.fund,
        bars: values.bars,
      })),
    );
  }
}

function refuseRow(file: string, line: number, column: string, problem: string): never {
  refuse('load_row_wrong', { file, line, column, problem });
}
