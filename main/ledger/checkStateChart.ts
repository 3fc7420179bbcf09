import { createReadStream } from 'node:fs';
import type { DistrictFile } from '#domain/district';
import { refuse } from '#domain/refusal';
import { type FundGroup, faultOf, type StateChart } from '#domain/stateChart';
import {
  BARS_COLUMNS,
  BARS_FILE,
  BARS_FUND_COLUMNS,
  BARS_FUNDS_FILE,
  groupsOf,
  reportedCode,
} from '#formats/barsFiles';
import { readCsv } from '#formats/csv';
import { DISTRICT_FILE } from './loadNames.ts';
import type { LoadReply } from './officeWire.ts';
import type { Spooled, SpooledFile } from './spoolLoad.ts';

/**
 * Holds a district's chart against the State Auditor's, as far as a load brings its files. Refuses the first place that
 * the State Auditor does not know, or does not allow in its fund, and says who uses it.
 * @returns how many places were held against which files; null when the load brings none of them
 */
export async function checkStateChart(
  file: Pick<DistrictFile, 'chart' | 'receiptTypes'>,
  load: Pick<Spooled, 'bars' | 'barsFunds'>,
): Promise<LoadReply['chart']> {
  if (!load.bars && !load.barsFunds) return null;
  const chart: StateChart = {
    codes: load.bars ? await readCodes(load.bars) : null,
    allowed: load.barsFunds ? await readMatrix(load.barsFunds) : null,
  };
  for (const place of file.chart) {
    const fault = faultOf(place, chart);
    if (fault !== null) refuse('load_file_wrong', { file: DISTRICT_FILE, problem: problemOf(place, fault, file) });
  }
  return {
    places: file.chart.length,
    barsDigest: load.bars?.digest ?? null,
    fundsDigest: load.barsFunds?.digest ?? null,
  };
}

async function readCodes(file: SpooledFile): Promise<Set<string>> {
  const codes = new Set<string>();
  for await (const rows of readCsv(BARS_FILE, createReadStream(file.path), BARS_COLUMNS, 'passed over'))
    for (const row of rows) {
      const code = reportedCode(row);
      if (code !== null) codes.add(code);
    }
  if (codes.size === 0) refuse('load_file_wrong', { file: BARS_FILE, problem: 'names no code that may be reported' });
  return codes;
}

async function readMatrix(file: SpooledFile): Promise<Map<string, Set<FundGroup>>> {
  const allowed = new Map<string, Set<FundGroup>>();
  for await (const rows of readCsv(BARS_FUNDS_FILE, createReadStream(file.path), BARS_FUND_COLUMNS, 'passed over'))
    for (const row of rows) {
      const { code } = row.values;
      allowed.set(code, new Set([...(allowed.get(code) ?? []), ...groupsOf(row)]));
    }
  if (![...allowed.values()].some((groups) => groups.size > 0))
    refuse('load_file_wrong', { file: BARS_FUNDS_FILE, problem: 'allows no code in any fund' });
  return allowed;
}

type Place = DistrictFile['chart'][number];

function problemOf(
  { fund, bars, name }: Place,
  fault: 'not_listed' | 'not_in_fund',
  { receiptTypes }: Pick<DistrictFile, 'receiptTypes'>,
): string {
  const type = receiptTypes.find((one) => one.distribution?.some((part) => part.fund === fund && part.bars === bars));
  const where = `chart – ${fund}/${bars}, ${name}${type ? `, of the receipt type ${type.code}` : ''}`;
  return fault === 'not_listed'
    ? `${where}: the code is not in ${BARS_FILE}`
    : `${where}: ${BARS_FUNDS_FILE} does not allow the code in a fund of the group ${fund[0]}00`;
}
