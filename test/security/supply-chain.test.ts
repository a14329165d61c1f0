// @vitest-environment node
// What the desk is built from: exact versions, each with the digest of what is to be installed, and none that runs anything while it is.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};
type Locked = { version: string; integrity?: string; hasInstallScript?: boolean; link?: boolean };

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const locked = Object.entries((read('package-lock.json') as { packages: Record<string, Locked> }).packages);
const packages = locked.filter(([name]) => name !== '');

describe('every package', () => {
  test('that is asked for is asked for in one exact version', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    for (const [name, version] of asked) {
      expect([name, packages.find(([path]) => path === `node_modules/${name}`)?.[1].version]).toEqual([
        name,
        version,
      ]);
    }
  });

  test('has the digest of its content in the lockfile', () => {
    expect(
      packages.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-')).map(([name]) => name),
    ).toEqual([]);
    expect(packages.filter(([, { link }]) => link === true)).toEqual([]);
  });

  test('runs nothing while it is installed, so that leaving install scripts out changes nothing', () => {
    const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(running.map(([name]) => name)).toEqual([]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name)),
    ).toEqual([]);
  });
});
