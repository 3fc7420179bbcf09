import { faultOf, type StateChart } from '#domain/stateChart';
import { BARS_COLUMNS, BARS_FUND_COLUMNS, groupsOf, reportedCode } from '#formats/barsFiles';
import { type Columns, type Row, readCsv } from '#formats/csv';

async function read<C extends Columns>(columns: C, content: string): Promise<Row<C>[]> {
  async function* bytes() {
    yield Buffer.from(content);
  }
  const rows: Row<C>[] = [];
  for await (const batch of readCsv('file.csv', bytes(), columns, 'passed over')) rows.push(...batch);
  return rows;
}

describe('the BARS account export', () => {
  test.each([
    ['as it is shown, with points', 'BARS Account,Title,Reporting Level\n343.50.00,Sewer,Prescribed', ['3435000']],
    ['its columns named otherwise, in another order', 'Title,Account Number\nSewer,3435000', ['3435000']],
    ['named shortly', 'code\n3435000', ['3435000']],
    ['an account of expense, without its object', 'BARS Code\n535.80', ['53580']],
    ['a heading is none', 'BARS Code\n343\n343.50', ['34350']],
    ['a sum of others is none', 'BARS Code,Reporting Level\n343.50.00,Above\n343.51.00,Above and more', []],
  ])('%s', async (_, content, codes) => {
    const rows = await read(BARS_COLUMNS, content);
    expect(rows.map(reportedCode).filter((code) => code !== null)).toEqual(codes);
  });

  test.each([
    ['letters', 'BARS Code\n343.A0', 'column code: must be up to seven digits'],
    ['eight digits', 'BARS Code\n34350001', 'column code: must be up to seven digits'],
    ['no column of codes', 'Title,Notes\nSewer,x', 'column code: is missing'],
    ['two columns of codes', 'BARS Code,Account Number\n3435000,3435000', 'column Account Number: is named twice'],
  ])('%s: refused', async (_, content, says) => {
    await expect(read(BARS_COLUMNS, content)).rejects.toThrow(says);
  });
});

describe('the matrix of codes to funds', () => {
  test.each([
    ['by the number of the group', 'BARS Code,000,100,400\n343.50.00,,X,x', ['100', '400']],
    ['by number and name', 'Code,001 General,400 Funds\n343.50.00,No,Yes', ['400']],
    [
      'by name alone',
      'Code,General Fund,Special Revenue,Enterprise Funds,Internal Service,Fiduciary\n343.50.00,n,-,Y,1,0',
      ['400', '500'],
    ],
  ])('%s', async (_, content, groups) => {
    expect((await read(BARS_FUND_COLUMNS, content)).map(groupsOf)).toEqual([groups]);
  });

  test('a cell that says neither yes nor no is refused', async () => {
    await expect(read(BARS_FUND_COLUMNS, 'Code,400\n3435000,maybe')).rejects.toThrow('line 2, column 400: must be X');
  });
});

describe('a place of a district’s chart', () => {
  const chart: StateChart = {
    codes: new Set(['3435000', '53580']),
    allowed: new Map([
      ['3435000', new Set(['400'] as const)],
      ['53580', new Set(['400', '500'] as const)],
    ]),
  };
  test.each([
    ['401', '3435000', null],
    ['499', '3435000', null],
    ['101', '3435000', 'not_in_fund'],
    ['401', '3435001', 'not_listed'],
    ['401', '5358010', null],
    ['501', '5358031', null],
    ['101', '5358031', 'not_in_fund'],
  ])('%s/%s: %s', (fund, bars, fault) => {
    expect(faultOf({ fund, bars }, chart)).toBe(fault);
  });

  test('is held only against the files that were brought', () => {
    expect(faultOf({ fund: '101', bars: '3435000' }, { ...chart, allowed: null })).toBeNull();
    expect(faultOf({ fund: '401', bars: '3435000' }, { ...chart, codes: null })).toBeNull();
    expect(faultOf({ fund: '401', bars: '9999999' }, { codes: null, allowed: null })).toBeNull();
  });
});
