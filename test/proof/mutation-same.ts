// Breaks that break nothing: the code does the same with them, or differs only where nobody can see it. Each says why.

/** One such break: `code` in `file`, replaced by `becomes` (white space as single spaces). */
export type SameAnyway = {
  readonly file: string;
  readonly code: string;
  readonly becomes: string;
  readonly why: string;
};

/** See the top of this file. An entry for which there is no survivor any more fails the check. */
export const SAME_ANYWAY: readonly SameAnyway[] = [
  {
    file: 'src/client/retry-policy.ts',
    code: "'POST'",
    becomes: '""',
    why: 'It stands for the method of what is no ApiError, which is never repeated whatever its method.',
  },
  {
    file: 'src/records/fingerprint.ts',
    code: 'value === undefined',
    becomes: 'false',
    why: 'JSON leaves entries out that are undefined.',
  },
  {
    file: 'src/records/fingerprint.ts',
    code: 'left < right',
    becomes: 'left <= right',
    why: 'The names of one object differ, so that none is ever compared with its like.',
  },
  {
    file: 'src/exports/csv.ts',
    code: "typeof value === 'boolean'",
    becomes: 'false',
    why: 'As JSON, which is written then, true and false are the same words, and need neither guard nor quotes.',
  },
  {
    file: 'src/exports/csv.ts',
    code: "'boolean'",
    becomes: '""',
    why: 'As above.',
  },
  {
    file: 'src/records/take.ts',
    code: "'lost'",
    becomes: '""',
    why: 'A run that is lost may be lost again, so that this is never looked up; the table names it to be whole.',
  },
  {
    file: 'src/records/take.ts',
    code: "'unknown'",
    becomes: '""',
    why: 'A launch of unknown outcome may be doubted again, so that this is never looked up; the table names it to be whole.',
  },
  {
    file: 'src/runs/launch-answers.ts',
    code: "''",
    becomes: '"Stryker was here!"',
    why: 'It stands for no code at all; neither is one of the gateway.',
  },
  {
    file: 'src/runs/ledger-answers.ts',
    code: 'lastAttempt(record)?.sentAt',
    becomes: 'lastAttempt(record).sentAt',
    why: 'A launch that the ledger is asked about was sent once at least; the question mark is for the type.',
  },
  {
    file: 'src/runs/ledger-answers.ts',
    code: 'lastAttempt(context.record)?.ledgerId',
    becomes: 'lastAttempt(context.record).ledgerId',
    why: 'As above.',
  },
  {
    file: 'src/runs/ledger-answers.ts',
    code: 'self === undefined',
    becomes: 'false',
    why: 'An address that is called undefined is no result of the API either.',
  },
  {
    file: 'src/runs/ledger-answers.ts',
    code: "''",
    becomes: '"Stryker was here!"',
    why: 'Neither is a date.',
  },
  {
    file: 'src/runs/ledger-answers.ts',
    code: 'stored === null',
    becomes: 'false',
    why: 'The verdict on no answer at all has no event either.',
  },
  {
    file: 'src/ledger/ledger-file.ts',
    code: "check?.['quick_check']",
    becomes: "check['quick_check']",
    why: 'The check always gives a row; the question mark is for the type.',
  },
  {
    file: 'src/ledger/ledger-file.ts',
    code: "db.prepare('PRAGMA user_version').get()?.['user_version']",
    becomes: "db.prepare('PRAGMA user_version').get()['user_version']",
    why: 'There is always a version; the question mark is for the type.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'keyId === null',
    becomes: 'false',
    why: 'The columns of a request are written and emptied together: one of the checks would do, and the types ask for all.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'path === null',
    becomes: 'false',
    why: 'The columns of a request are written and emptied together: one of the checks would do, and the types ask for all.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'query === null',
    becomes: 'false',
    why: 'The columns of a request are written and emptied together: one of the checks would do, and the types ask for all.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'body === null',
    becomes: 'false',
    why: 'The columns of a request are written and emptied together: one of the checks would do, and the types ask for all.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'status === null',
    becomes: 'false',
    why: 'The columns of an answer are written and emptied together, as above.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'headers === null',
    becomes: 'false',
    why: 'The columns of an answer are written and emptied together, as above.',
  },
  {
    file: 'src/ledger/ledger-row.ts',
    code: 'answerBody === null',
    becomes: 'false',
    why: 'The columns of an answer are written and emptied together, as above.',
  },
  {
    file: 'src/upstream/budget.ts',
    code: 'ahead === 0 && isOpen()',
    becomes: 'false',
    why: 'It would wait for a turn that comes at once.',
  },
  {
    file: 'src/upstream/budget.ts',
    code: '{ once: true }',
    becomes: '{}',
    why: 'The listener is removed with every answer, the one to its own event included.',
  },
  {
    file: 'src/upstream/budget.ts',
    code: 'true',
    becomes: 'false',
    why: 'The listener is removed with every answer, the one to its own event included.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000 && head * 2 > settled.length',
    becomes: 'false',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000 && head * 2 > settled.length',
    becomes: 'true',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000 && head * 2 > settled.length',
    becomes: 'head > 1000 || head * 2 > settled.length',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000',
    becomes: 'true',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000',
    becomes: 'head >= 1000',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head > 1000',
    becomes: 'head <= 1000',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head * 2 > settled.length',
    becomes: 'true',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head * 2 > settled.length',
    becomes: 'head * 2 >= settled.length',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head * 2 > settled.length',
    becomes: 'head * 2 <= settled.length',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: 'head * 2',
    becomes: 'head / 2',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
  {
    file: 'src/upstream/sliding-log.ts',
    code: '{ settled = settled.slice(head); head = 0; }',
    becomes: '{}',
    why: 'When entries that have ended are cut off only decides how long they take room.',
  },
];
