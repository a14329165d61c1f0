// @vitest-environment node
// What the project is made of besides its own code: pinned, whole, free to use, and unable to run anything by being installed.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { neededPackages } from './image.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** What people are sent or an image holds: no licence that asks for more than its text. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
/** Tools, which are not passed on. */
const OF_TOOLS = [...PERMISSIVE, 'BlueOak-1.0.0', 'CC-BY-4.0', 'MPL-2.0'];
/** The server's folders; everything else under src is built into the app. */
const SERVER = ['contract', 'ledger', 'upstream', 'forwarding', 'gateway', 'sandbox'];
/** Imported by the server's folders for development alone, as a type. */
const TYPES_ONLY = ['vite'];

const versions = z.optional(z.record(z.string(), z.string()));
const manifest = z.parse(
  z.object({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    overrides: z.record(z.string(), z.record(z.string(), z.string())),
    scripts: z.record(z.string(), z.string()),
  }),
  JSON.parse(read('package.json')),
);
const lockEntry = z.looseObject({
  version: z.optional(z.string()),
  resolved: z.optional(z.string()),
  integrity: z.optional(z.string()),
  license: z.optional(z.string()),
  hasInstallScript: z.optional(z.boolean()),
  dependencies: versions,
});
const { packages } = z.parse(
  z.object({ packages: z.record(z.string(), lockEntry) }),
  JSON.parse(read('package-lock.json')),
);
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Names of the packages that the source files of `pattern` import. */
function importedBy(pattern: string): string[] {
  const names = globSync(pattern, { cwd: ROOT }).flatMap((file) =>
    [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^'#.\s][^'\s]*)'/g)].map(([, path = '']) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return [...new Set(names)].filter(
    (name) => !name.startsWith('node:') && !builtinModules.includes(name) && !TYPES_ONLY.includes(name),
  );
}

/** Paths in the lockfile of these packages and of all that they depend on. */
function withDependencies(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const path = `node_modules/${name}`;
    if (found.has(path) || packages[path] === undefined) return;
    found.add(path);
    for (const next of Object.keys(packages[path].dependencies ?? {})) visit(next);
  };
  for (const name of names) visit(name);
  return [...found];
}

describe('every package', () => {
  test('is asked for in one exact version', () => {
    const asked = [
      manifest.dependencies,
      manifest.devDependencies,
      manifest.optionalDependencies,
      ...Object.values(manifest.overrides),
    ].flatMap((list) => Object.entries(list ?? {}));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('is locked by its content, and to no host', () => {
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test('runs nothing when it is installed', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    const installs = [...read('Dockerfile').matchAll(/^RUN npm ci .*$/gm)].map(([line]) => line);
    expect(installs).toHaveLength(2);
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
  });

  test('has a licence that allows to work with it', () => {
    expect(locked.filter(([, { license }]) => !OF_TOOLS.includes(license ?? ''))).toEqual([]);
  });

  test('stands in the list of materials, each with its version and its hash', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(0);
    const { components } = z.parse(
      z.object({
        components: z.array(
          z.object({ name: z.string(), version: z.string(), hashes: z.array(z.unknown()) }),
        ),
      }),
      JSON.parse(stdout),
    );
    expect(components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
    const listed = components.map(({ name, version }) => `${name}@${version}`);
    const known = locked.map(([path, { version = '' }]) => `${nameOf(path)}@${version}`);
    expect(listed.filter((one) => !known.includes(one))).toEqual([]);
    const shipped = [...neededPackages(ROOT), ...withDependencies(importedBy('src/**/*.{ts,tsx}'))];
    const needed = shipped.map((path) => `${nameOf(path)}@${packages[path]?.version ?? ''}`);
    expect(needed.filter((one) => !listed.includes(one))).toEqual([]);
  }, 60_000);
});

describe('what is passed on', () => {
  test('to an image is exactly what the server imports', () => {
    const imported = importedBy(`src/{${SERVER.join(',')}}/*.ts`);
    expect(imported.toSorted()).toEqual(Object.keys(manifest.dependencies ?? {}).toSorted());
    expect(neededPackages(ROOT).toSorted()).toEqual(
      expect.arrayContaining(withDependencies(imported).toSorted()),
    );
  });

  test('has licences that ask for nothing but their text', () => {
    const shipped = [...neededPackages(ROOT), ...withDependencies(importedBy('src/**/*.{ts,tsx}'))];
    expect(shipped.length).toBeGreaterThan(10);
    expect(shipped.filter((path) => !PERMISSIVE.includes(packages[path]?.license ?? ''))).toEqual([]);
  });
});
