import { addOfficeSlip, nextOfficeCopy, officeSlipOf } from '#db/station/officeSlips';
import { openStation, type StationDb, writing } from '#db/station/open';
import { lastPrintJobOf, markPrintJob, waitingPrintJobs } from '#db/station/printJobs';

let db: StationDb;
beforeEach(() => {
  db = openStation(':memory:');
});
afterEach(() => db.$client.close());

const print = (slip: string) => writing(db, (tx) => addOfficeSlip(tx, { label: 'L-P0001', slip, at: 7 }));

test('each print of a slip is kept as it was told, and bears its number', () => {
  expect(nextOfficeCopy(db, 'L-P0001')).toBe(1);
  expect([print('{"copy":1}'), print('{"copy":2}')]).toEqual([1, 2]);
  expect(nextOfficeCopy(db, 'L-P0002')).toBe(1);
  expect(waitingPrintJobs(db, 9).map(({ job, copy, position }) => [officeSlipOf(db, job), copy, position])).toEqual([
    ['{"copy":1}', 1, null],
    ['{"copy":2}', 2, null],
  ]);
});

test('whoever prints again has seen what became of one in doubt: it counts as come out', () => {
  print('{}');
  const job = lastPrintJobOf(db, 'office', 'L-P0001')?.job ?? 0;
  markPrintJob(db, job, 'in_doubt', 8, true);
  expect(print('{}')).toBe(2);
  expect(waitingPrintJobs(db, 9).map(({ copy }) => copy)).toEqual([2]);
  expect(lastPrintJobOf(db, 'office', 'L-P0001')?.copy).toBe(2);
});
