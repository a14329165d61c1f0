// The modules that must not be wrong, each with the tests that hold it.

/** What is broken on purpose, and which tests have to notice. Paths from the root. */
export type MutatedModule = {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
};

/** Each of them takes a minute or two on a quiet machine. */
export const MUTATED_MODULES: readonly MutatedModule[] = [
  {
    name: 'retry',
    files: ['src/client/retry-policy.ts'],
    tests: ['test/client/retry-policy.test.ts', 'test/client/retry-edges.test.ts'],
  },
  {
    name: 'links',
    files: ['src/client/links.ts'],
    tests: ['test/client/links.test.ts', 'test/client/retry-edges.test.ts'],
  },
  {
    name: 'record',
    files: ['src/records/transition.ts', 'src/records/take.ts', 'src/records/waits.ts'],
    tests: [
      'test/records/transition.test.ts',
      'test/records/transition-writes.test.ts',
      'test/records/take.test.ts',
      'test/records/waits.test.ts',
    ],
  },
  {
    name: 'answers',
    files: ['src/runs/launch-answers.ts', 'src/runs/ledger-answers.ts', 'src/runs/poll-answers.ts'],
    tests: [
      'test/runs/launch-answers.test.ts',
      'test/runs/ledger-answers.test.ts',
      'test/runs/poll-answers.test.ts',
    ],
  },
  {
    name: 'fingerprint',
    files: ['src/records/fingerprint.ts'],
    tests: ['test/records/fingerprint.test.ts', 'test/records/fingerprint-text.test.ts'],
  },
  {
    name: 'ledger',
    files: [
      'src/ledger/ledger.ts',
      'src/ledger/ledger-statements.ts',
      'src/ledger/ledger-row.ts',
      'src/ledger/ledger-file.ts',
      'src/ledger/ledger-error.ts',
    ],
    tests: ['test/ledger/ledger.test.ts', 'test/ledger/ledger-states.test.ts'],
  },
  {
    name: 'budget',
    files: ['src/upstream/budget.ts', 'src/upstream/sliding-log.ts'],
    tests: ['test/upstream/budget.test.ts', 'test/upstream/budget-edges.test.ts'],
  },
  {
    name: 'csv',
    files: ['src/exports/csv.ts', 'src/rows/formula-guard.ts'],
    tests: ['test/exports/csv.test.ts', 'test/exports/csv-fields.test.ts'],
  },
];
