// `npm test`: every check in turn, the seconds of each, and a last line with the real counts of all tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Counts = { passed: number; failed: number; skipped: number };
type Step = { name: string; command: readonly string[]; env?: Record<string, string>; counts?: () => Counts };

const reports = mkdtempSync(join(tmpdir(), 'report-desk-test-'));
const vitestReport = (step: string) => join(reports, `vitest-${step}.json`);
const playwrightReport = join(reports, 'playwright.json');

function vitestCounts(step: string): Counts {
  const report = JSON.parse(readFileSync(vitestReport(step), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    success: boolean;
  };
  // A file that cannot be loaded fails the run without failing a test.
  const failed = Math.max(report.numFailedTests, report.success ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

function playwrightCounts(): Counts {
  const { stats } = JSON.parse(readFileSync(playwrightReport, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  // A test that passes only when repeated is broken.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function vitest(name: string, ...projects: readonly string[]): Step {
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport(name)}`];
  return {
    name,
    command: ['npx', 'vitest', 'run', ...chosen, ...reporters],
    counts: () => vitestCounts(name),
  };
}

const steps: readonly Step[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'] },
  { name: 'size', command: ['npm', 'run', '--silent', 'size'] },
  vitest('simulation', 'simulation'),
  vitest('unit', 'unit', 'browser'),
  {
    name: 'browser',
    command: ['npx', 'playwright', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    counts: playwrightCounts,
  },
];

function run({ command: [program = '', ...args], env }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function countsOf(step: Step, ok: boolean): Counts {
  const none = { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  if (step.counts === undefined) return none;
  try {
    const counts = step.counts();
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const startedAt = performance.now();
  const ok = await run(step);
  const counts = countsOf(step, ok);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`── ${step.name}: ${ok ? 'ok' : 'FAILED'} in ${seconds} s\n`);
  // Browser tests of a build that failed would only say so late and at length.
  if (!ok && step.name === 'build') break;
}
rmSync(reports, { recursive: true, force: true });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
