import { createPublicKey } from 'node:crypto';
import { unkeepableField } from '#contract/screening';
import { DistrictFile } from '#domain/district';
import { problemOf } from '#domain/problem';
import { refuse } from '#domain/refusal';
import { standingPlaces } from '#domain/standing';
import { DISTRICT_FILE } from './loadNames.ts';

const wrong = (problem: string): never => refuse('load_file_wrong', { file: DISTRICT_FILE, problem });

type Code = { fund: string; bars: string };
const keyOf = (code: Code) => `${code.fund}/${code.bars}`;

/** Reads `district.json` and checks what one part of it says against the others. Refuses the first thing that is wrong. */
export function readDistrictFile(text: string): DistrictFile {
  const read = DistrictFile.safeParse(json(text));
  if (!read.success) {
    const { field, problem } = problemOf(read.error);
    return wrong(`${field || 'the file'} – ${problem}`);
  }
  const file = read.data;
  const unkeepable = unkeepableField(file);
  if (unkeepable !== null) wrong(`${unkeepable} – must be plain text on one line`);
  checkChart(file);
  checkOnce(file.allocationOrder, 'allocationOrder');
  checkOnce(
    file.people.map((person) => person.person),
    'people',
  );
  checkOnce(
    file.receiptTypes.map((type) => type.code),
    'receiptTypes',
  );
  checkTimeZone(file.timeZone);
  checkSealingKey(file.checkSealingKey);
  return file;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return wrong('is not readable JSON');
  }
}

function checkChart(file: DistrictFile): void {
  const funds = new Set(file.funds.map((fund) => fund.fund));
  const chart = new Set(file.chart.map(keyOf));
  checkOnce(
    file.funds.map((fund) => fund.fund),
    'funds',
  );
  checkOnce(file.chart.map(keyOf), 'chart');
  for (const account of file.chart) if (!funds.has(account.fund)) wrong(`chart – fund ${account.fund} is not in funds`);
  for (const { account, funds: taken = [], treasurerFund } of file.bankAccounts) {
    const unknown = [...taken, ...(treasurerFund === undefined ? [] : [treasurerFund])].find(
      (fund) => !funds.has(fund),
    );
    if (unknown !== undefined) wrong(`bankAccounts.${account} – fund ${unknown} is not in funds`);
  }
  const inChart = (code: Code, where: string) => {
    if (!chart.has(keyOf(code))) wrong(`${where} – ${keyOf(code)} is not in the chart`);
  };
  const byFund = file.bankAccounts.flatMap((account) => account.funds ?? []);
  for (const { name, ...place } of standingPlaces(file.standing, [...funds], byFund))
    inChart(place, `standing.${name}`);
  for (const { fund, basis } of file.funds) {
    if (basis.kind === 'accrual') inChart({ fund, bars: basis.receivable }, `funds.${fund}`);
  }
  for (const type of file.receiptTypes) {
    for (const part of type.distribution ?? []) inChart(part, `receiptTypes.${type.code}`);
  }
}

function checkOnce(names: readonly string[], where: string): void {
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) wrong(`${where} – ${twice} is there twice`);
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    wrong(`timeZone – ${timeZone} is no time zone, such as America/Los_Angeles`);
  }
}

function checkSealingKey(key: string): void {
  const kind = () => {
    try {
      const der = Buffer.from(key, 'base64');
      return createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType;
    } catch {
      return 'unreadable';
    }
  };
  if (kind() !== 'x25519') wrong('checkSealingKey – is not the base64 of an X25519 public key');
}
