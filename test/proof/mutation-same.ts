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
];
