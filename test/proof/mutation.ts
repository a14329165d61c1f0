// The mutation check: breaks the modules that must not be wrong in every way Stryker knows, one break at a time, and sees whether a
// test notices. A break that survives without an explanation lowers the score.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { SAME_ANYWAY } from './mutation-same.ts';
import type { SameAnyway } from './mutation-same.ts';
import { MUTATED_MODULES } from './mutation-modules.ts';
import type { MutatedModule } from './mutation-modules.ts';

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const ROOT = resolve(import.meta.dirname, '../..');
/** Share of the breaks that tests have to notice, those aside that break nothing. */
const LEAST_SCORE = 0.9;

/** A break that no test noticed. */
type Survivor = {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly becomes: string;
};

/** The text between two places of a file, as one line. Lines and columns count from 1. */
function codeAt(file: string, { start, end }: MutantResult['location']): string {
  const lines = readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((text, at) =>
    text.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : text.length),
  );
  return oneLine(cut.join('\n'));
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim();
}

function survivorOf({ fileName, location, replacement }: MutantResult): Survivor {
  const file = relative(ROOT, resolve(ROOT, fileName)).replaceAll('\\', '/');
  return {
    file,
    line: location.start.line,
    code: codeAt(file, location),
    becomes: oneLine(replacement ?? ''),
  };
}

async function mutate({ files, tests }: MutatedModule): Promise<MutantResult[]> {
  const tempDirName = mkdtempSync(join(tmpdir(), 'report-desk-mutation-'));
  process.env['MUTATION_TESTS'] = tests.join(' ');
  try {
    return await new Stryker({
      mutate: [...files],
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'test/proof/mutation-vitest.ts', related: false },
      coverageAnalysis: 'perTest',
      concurrency: 1,
      reporters: ['dots'],
      logLevel: 'error' as never,
      // TypeScript 7 has no parser for Stryker to ask, and it asks only where there is such a file.
      tsconfigFile: 'none.json',
      ignorePatterns: ['dist', 'test-results', 'public', '.desk*'],
      tempDirName,
      timeoutMS: 10_000,
      dryRunTimeoutMinutes: 10,
    }).runMutationTest();
  } finally {
    rmSync(tempDirName, { recursive: true, force: true });
  }
}

const isSame = (one: SameAnyway, other: Survivor) =>
  one.file === other.file && one.code === other.code && one.becomes === other.becomes;

/** Checks the modules whose name holds `only`. Gives how many fall short; every survivor is told. */
export async function playMutations(only: string): Promise<number> {
  const chosen = MUTATED_MODULES.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new Error(`No module of the mutation check has “${only}” in its name.`);
  const scores: string[] = [];
  let short = 0;
  for (const module of chosen) {
    const startedAt = performance.now();
    const results = await mutate(module);
    const of = (...states: readonly string[]) => results.filter(({ status }) => states.includes(status));
    const survivors = of('Survived', 'NoCoverage').map(survivorOf);
    const known = SAME_ANYWAY.filter(({ file }) => module.files.includes(file));
    const explained = survivors.filter((survivor) => known.some((one) => isSame(one, survivor)));
    const unexplained = survivors.filter((survivor) => !explained.includes(survivor));
    const stale = known.filter((one) => !survivors.some((survivor) => isSame(one, survivor)));
    const noticed = of('Killed', 'Timeout').length;
    const score = noticed / Math.max(1, noticed + unexplained.length);
    const isShort = score < LEAST_SCORE || stale.length > 0;
    if (isShort) short += 1;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    scores.push(
      `${module.name.padEnd(12)} ${(score * 100).toFixed(1)} %, ${String(noticed)} noticed (${String(of('Timeout').length)} by time-out), ` +
        `${String(unexplained.length)} not, ${String(explained.length)} same anyway, ${String(seconds)} s: ${isShort ? 'FAILED' : 'ok'}`,
    );
    tell(module.name, { unexplained, explained, stale });
  }
  process.stdout.write(`${scores.join('\n')}\n`);
  return short;
}

function tell(
  name: string,
  found: { unexplained: Survivor[]; explained: Survivor[]; stale: readonly SameAnyway[] },
) {
  const lines = [
    ...found.unexplained.map((one) => `unnoticed    ${inWords(one)}`),
    ...found.explained.map((one) => {
      const why = SAME_ANYWAY.find((entry) => isSame(entry, one))?.why ?? '';
      return `same anyway  ${inWords(one)}\n             ${why}`;
    }),
    ...found.stale.map(
      ({ file, code, becomes }) => `no survivor  ${file}: ${code} → ${becomes}: take the entry out`,
    ),
  ];
  process.stdout.write([`── ${name}`, ...lines, ''].join('\n'));
}

function inWords({ file, line, code, becomes }: Survivor): string {
  return `${file}:${String(line)}: ${code} → ${becomes}`;
}
