// @vitest-environment node
// The table of claims is true as far as it can be told without running it: every test in it exists, and none of ours is left out.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECURITY_ROWS } from './rows.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const proofs = SECURITY_ROWS.flatMap((row) => row.proofs);

describe('every claim', () => {
  test.each(SECURITY_ROWS)('$name is held by tests that exist', ({ proofs: held }) => {
    expect(held.length).toBeGreaterThan(0);
    for (const { file, named = '' } of held) {
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
      expect(read(file)).toContain(named);
    }
  });

  test('has a name of its own, and SECURITY.md speaks of it', () => {
    expect(new Set(SECURITY_ROWS.map(({ name }) => name)).size).toBe(SECURITY_ROWS.length);
    const text = read('SECURITY.md');
    const claimed = [...text.matchAll(/^\| ([A-Z][a-z ]+?) *\|/gm)].map(([, name]) => name);
    for (const { name } of SECURITY_ROWS) expect(claimed).toContain(name);
  });
});

test('every test of this folder holds a claim', () => {
  const own = globSync('test/security/*.test.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== 'test/security/rows.test.ts');
  expect(own.length).toBeGreaterThan(5);
  expect(own.filter((file) => !proofs.some((proof) => proof.file === file))).toEqual([]);
});
