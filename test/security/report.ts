// `npm run security`: runs the tests behind every claim of rows.ts and says for each claim, by name, whether it holds. Needs a build in
// dist, which it makes first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { SECURITY_ROWS } from './rows.ts';
import type { Proof } from './rows.ts';

type Outcome = { readonly file: string; readonly name: string; readonly passed: boolean };
type VitestReport = {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
};
type Suite = {
  title: string;
  file: string;
  suites?: Suite[];
  specs?: { title: string; ok: boolean }[];
};

const ROOT = resolve(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'report-desk-security-'));
const report = (name: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return null;
  }
};
const files = [...new Set(SECURITY_ROWS.flatMap(({ proofs }) => proofs.map(({ file }) => file)))].toSorted();

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  process.stdout.write(`── npx ${args.slice(0, 3).join(' ')} …\n`);
  spawnSync('npx', args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}

function inProcess(): Outcome[] {
  const own = files.filter((file) => !file.endsWith('.spec.ts'));
  run([
    'vitest',
    'run',
    '--project',
    'unit',
    '--project',
    'browser',
    '--reporter=json',
    `--outputFile=${join(reports, 'unit.json')}`,
    ...own,
  ]);
  const results = (report('unit.json') as VitestReport | null)?.testResults ?? [];
  return results.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(ROOT, name).replaceAll('\\', '/'),
      name: fullName,
      passed: status === 'passed',
    })),
  );
}

function outcomesIn({ title, suites = [], specs = [] }: Suite, file: string): Outcome[] {
  return [
    ...specs.map((spec) => ({ file, name: `${title} ${spec.title}`, passed: spec.ok })),
    ...suites.flatMap((suite) => outcomesIn(suite, file)),
  ];
}

function inBrowser(): Outcome[] {
  const own = files.filter((file) => file.endsWith('.spec.ts'));
  run(['vite', 'build', '--logLevel', 'warn']);
  run(['playwright', 'test', '--reporter=json', ...own], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'browser.json'),
  });
  const { suites = [] } = (report('browser.json') as { suites?: Suite[] } | null) ?? {};
  return suites.flatMap((suite) => outcomesIn(suite, `test/browser/${suite.file}`));
}

const outcomes = [...inProcess(), ...inBrowser()];
rmSync(reports, { recursive: true, force: true });

/** Names as they are written may have places in them that each run fills. */
function belongs({ file, named = '' }: Proof, outcome: Outcome): boolean {
  return outcome.file === file && outcome.name.includes(named);
}

let failed = 0;
for (const { name, claim, proofs } of SECURITY_ROWS) {
  const held = proofs.map((proof) => {
    const found = outcomes.filter((outcome) => belongs(proof, outcome));
    return { proof, found, holds: found.length > 0 && found.every(({ passed }) => passed) };
  });
  const holds = held.every((one) => one.holds);
  if (!holds) failed += 1;
  process.stdout.write(`\n${holds ? 'HOLDS ' : 'BROKEN'}  ${name}: ${claim}\n`);
  for (const { proof, found, holds: ok } of held) {
    const what = proof.named === undefined ? '' : ` “${proof.named}”`;
    const count = `${String(found.filter(({ passed }) => passed).length)} of ${String(found.length)}`;
    process.stdout.write(`        ${ok ? 'ok    ' : 'FAILED'} ${count.padStart(10)}  ${proof.file}${what}\n`);
    for (const one of found) if (!one.passed) process.stdout.write(`               ${one.name}\n`);
  }
}
process.stdout.write(`\n${String(SECURITY_ROWS.length - failed)} claims hold, ${String(failed)} do not\n`);
process.exitCode = failed > 0 ? 1 : 0;
