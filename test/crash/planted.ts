import { PLANTED_IN_SIMULATION } from '../simulation/planted.ts';

/**
 * Bugs that are planted from the tests' side alone: a source is changed while it is loaded. Defences that overlap hide
 * each other, so that a bug may have several changes. Each names the rig that must see it.
 */
export type PlantedBug = {
  name: string;
  rig: 'powercut' | 'crash' | 'disk' | 'simulation';
  changes: readonly { file: string; find: string; put: string }[];
};

const OPEN = 'db/station/open.ts';

/** The second copy is not waited for either: else it would hide what the database lost. */
const TWIN_NOT_SYNCED = {
  file: 'main/twin/appendOnly.ts',
  find: '    fdatasyncSync(this.#fd);\n    this.#end += bytes.length;',
  put: '    this.#end += bytes.length;',
};

const synchronous = (level: string, number: number): PlantedBug['changes'] => [
  { file: OPEN, find: "'synchronous = FULL'", put: `'synchronous = ${level}'` },
  { file: OPEN, find: "read('synchronous') === 2", put: `read('synchronous') === ${number}` },
];

export const PLANTED: readonly PlantedBug[] = [
  ...PLANTED_IN_SIMULATION,
  { name: 'synchronous=NORMAL', rig: 'powercut', changes: [...synchronous('NORMAL', 1), TWIN_NOT_SYNCED] },
  { name: 'synchronous=OFF', rig: 'powercut', changes: [...synchronous('OFF', 0), TWIN_NOT_SYNCED] },
  {
    // A database that does not wait for the disk hides behind a twin that does, and shows where that comes late.
    name: 'twin after the answer',
    rig: 'powercut',
    changes: [
      ...synchronous('OFF', 0),
      {
        file: 'main/call.ts',
        find: '  await twin.record(written, command);',
        put: '  setTimeout(() => void twin.record(written, command), 5);',
      },
    ],
  },
  {
    name: 'reply before commit',
    rig: 'crash',
    changes: [
      {
        file: OPEN,
        find: '  return db.$client.transaction(() => write(db)).immediate();',
        put: `  const { $client } = db;
  if ($client.inTransaction) $client.exec('COMMIT');
  $client.exec('BEGIN IMMEDIATE');
  try {
    const value = write(db);
    setTimeout(() => $client.inTransaction && $client.exec('COMMIT'), 5);
    return value;
  } catch (error) {
    $client.exec('ROLLBACK');
    throw error;
  }`,
      },
    ],
  },
  {
    name: 'print and kick before commit',
    rig: 'crash',
    changes: [
      { file: 'printing/spool.ts', find: "    this.#mark(job, 'printing', true);\n", put: '' },
      {
        file: 'printing/spool.ts',
        find: "    this.#mark(job, result.outcome === 'not_printed' ? 'failed' : result.outcome);",
        put: "    this.#mark(job, result.outcome === 'not_printed' ? 'failed' : result.outcome, true);",
      },
    ],
  },
  {
    name: 'number from max()+1 outside the transaction',
    rig: 'disk',
    changes: [
      {
        file: 'db/station/receipts.ts',
        find: '  return (lastNumber(tx).get({ epoch })?.number ?? 0) + 1;',
        put: '  given = Math.max(given, lastNumber(tx).get({ epoch })?.number ?? 0) + 1;\n  return given;',
      },
      {
        file: 'db/station/receipts.ts',
        find: 'export function nextReceiptNumber(',
        put: 'let given = 0;\nexport function nextReceiptNumber(',
      },
    ],
  },
];
