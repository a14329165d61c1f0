// @vitest-environment node
// How the code is written, as far as a program can tell: what a linter has no rule for.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
/** Folders whose exports others build on: each says what it promises. */
const DOCUMENTED = [
  'contract',
  'client',
  'records',
  'runs',
  'failures',
  'ledger',
  'upstream',
  'forwarding',
  'gateway',
  'sandbox',
  'conformance',
];
/** Where the real clock and real chance come in; everywhere else they are arguments. */
const EDGES = [
  'src/app/main.tsx',
  'src/conformance/main.ts',
  'src/gateway/compose.ts',
  'src/gateway/gateway.ts',
  'src/sandbox/sandbox.ts',
  'src/ui/clock.ts',
];
/** Words of the interface, by names that say what they are. */
const CATALOGUE = /(?:^|[/-])words(?:\.[a-z]{2})?\.tsx?$/;
const MOST_LINES = 250;
/** Tables of text that are read from top to bottom. */
const LONG_TABLES = ['src/sandbox/drills.ts'];

const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const sources = find('src/**/*.{ts,tsx}');
/** What tests stand on; a test is named for the module that it tests. */
const support = find('test/**/*.{ts,tsx}').filter((file) => !/\.(?:test|spec)\./.test(file));

/** The lines of `file` that export something without a docstring that ends on the line before. */
function undocumented(file: string): string[] {
  const lines = read(file).split('\n');
  return lines
    .filter(
      (line, index) =>
        /^export (?:async )?(?:function|const|type|class)\b/.test(line) &&
        lines[index - 1]?.trimEnd().endsWith('*/') !== true,
    )
    .map((line) => `${file}: ${line}`);
}

describe('the code', () => {
  test('says in the first line of each file what it is for', () => {
    expect([...sources, ...support].filter((file) => !read(file).startsWith('// '))).toEqual([]);
  });

  test('has a docstring on every export that others build on', () => {
    const files = sources.filter(
      (file) => DOCUMENTED.includes(file.split('/')[1] ?? '') && !CATALOGUE.test(file),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(undocumented)).toEqual([]);
  });

  test('names files and folders in small letters and hyphens', () => {
    const names = find('{src,test}/**/*').filter((file) => !/^[a-z0-9./-]+$/.test(file));
    expect(names).toEqual([]);
  });

  test('exports only what a file has itself', () => {
    expect(sources.filter((file) => /^export (?:type )?[*{]/m.test(read(file)))).toEqual([]);
  });

  test('takes time and chance from outside', () => {
    const real = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.randomUUID\b/;
    expect(sources.filter((file) => real.test(read(file)))).toEqual(EDGES);
  });

  test('waits by no clock that tests cannot move', () => {
    expect(sources.filter((file) => /AbortSignal\.timeout/.test(read(file)))).toEqual([]);
  });

  test(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = sources.filter((file) => read(file).trimEnd().split('\n').length > MOST_LINES);
    expect(long).toEqual(LONG_TABLES);
  });

  test('blames nobody in words that operators read', () => {
    const shown = sources.filter(
      (file) => !/^src\/(?:ledger|upstream|forwarding|gateway|sandbox|contract)\//.test(file),
    );
    const said = /(?<![-\w])(?:oops|invalid|forbidden|illegal)(?!\w)/i;
    expect(shown.filter((file) => said.test(read(file).replaceAll('aria-invalid', '')))).toEqual([]);
  });
});
