/** A bug that the tests of use-cases must see: what of the sources is changed, and the tests in which one must fail. */
export type PlantedInTests = {
  name: string;
  tests: readonly string[];
  changes: readonly { file: string; find: string; put: string }[];
};

const STORE = 'main/ledger/storeRun.ts';
const RECEIVING = ['test/ledger/receiveRun.test.ts'];

export const PLANTED_IN_TESTS: readonly PlantedInTests[] = [
  {
    name: 'no uniqueness at the ledger',
    tests: ['test/ledger/applyStored.test.ts'],
    changes: [
      {
        file: 'db/ledger/migrations/0002-stations-and-journal.ts',
        find: '  CONSTRAINT entries_command_once UNIQUE (command_id, district_id)\n',
        put: '  CHECK (true)\n',
      },
      { file: STORE, find: '    if (seen.has(entry.commandId)) return', put: '    if (entry.sequence < 0) return' },
    ],
  },
  {
    name: 'fork overwritten',
    tests: RECEIVING,
    changes: [
      {
        file: STORE,
        find: "return known.get(sequence) === hash ? null : 'another entry has this number';",
        put: 'return null;',
      },
    ],
  },
  {
    name: 'no quarantine',
    tests: RECEIVING,
    changes: [
      {
        file: STORE,
        find: '  if (strays.length > 0) await quarantine(',
        put: '  if (strays.length < 0) await quarantine(',
      },
    ],
  },
  {
    name: 'retry with a new command id',
    tests: ['test/renderer/ledgerOut.test.tsx'],
    changes: [
      {
        file: 'renderer/ui/useBegun.ts',
        find: '    if (begun?.of === of) return begun.commandId;',
        put: '    if (begun?.of === of.slice(1)) return begun.commandId;',
      },
    ],
  },
  {
    name: 'approver = actor',
    tests: ['test/usecases/voidReceipt.test.ts'],
    changes: [
      { file: 'main/domain/role.ts', find: 'if (person === asker || without', put: 'if (without' },
      {
        file: 'main/actions/approve.ts',
        find: "  if (input.person === asking.person) refuse('approval_not_theirs');\n",
        put: '',
      },
    ],
  },
  {
    name: 'approval not bound to content',
    tests: ['test/usecases/voidReceipt.test.ts'],
    changes: [
      {
        file: 'main/usecases/approved.ts',
        find: "  if (given.mark !== mark) refuse('approval_changed');\n",
        put: '',
      },
    ],
  },
  {
    name: 'expected from the previous close',
    tests: ['test/usecases/closing.test.ts'],
    changes: [
      {
        file: 'main/views/expected.ts',
        find: "    cashCents: balanceOf(db, drawerAccount(drawer, 'cash')),",
        put: '    cashCents: drawersBefore(db) ?? balanceOf(db, drawerAccount(drawer, "cash")),',
      },
      {
        file: 'main/views/expected.ts',
        find: '/** What a drawer must hold:',
        put: `const drawersBefore = (db: StationDb) =>
  db.all<{ cents: number }>("SELECT json_extract(text, '$.payload.floatCents') AS cents FROM entries WHERE kind = 'drawer_closed' ORDER BY position DESC LIMIT 1")[0]?.cents ?? null;

/** What a drawer must hold:`,
      },
    ],
  },
  {
    name: 'allocation that drops a cent',
    tests: ['test/domain/allocation.test.ts'],
    changes: [
      {
        file: 'main/domain/allocation.ts',
        find: '  return { allocations, unappliedCents: left };',
        put: '  return { allocations, unappliedCents: left > 0 ? subtract(left, cents(1)) : left };',
      },
    ],
  },
  {
    name: 'lockout counter in memory only',
    tests: ['test/call/door.test.ts'],
    changes: [
      {
        file: 'db/station/people.ts',
        find: '  const attempts = lastAttempts(db).all({ person, limit });',
        put: `  const attempts = (tried.get(db) ?? []).filter((one) => one.person === person).toReversed();
  lastAttempts(db).all({ person, limit });`,
      },
      {
        file: 'db/station/people.ts',
        find: '  insertAttempt(db).run({ person, triedAt, passed: passed ? 1 : 0 });',
        put: `  insertAttempt(db).run({ person, triedAt, passed: passed ? 1 : 0 });
  tried.set(db, [...(tried.get(db) ?? []), { person, triedAt, passed }]);`,
      },
      {
        file: 'db/station/people.ts',
        find: '/** Writes down that a PIN was tried. */',
        put: `const tried = new WeakMap<object, { person: string; triedAt: number; passed: boolean }[]>();

/** Writes down that a PIN was tried. */`,
      },
    ],
  },
];
