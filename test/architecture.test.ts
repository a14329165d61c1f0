// @vitest-environment node
// The rules of the source tree itself: which folder may import which, where requests may be made, what the browser may be sent.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** In the order in which data flows: a folder imports only from those before it. */
const BROWSER_FOLDERS = [
  'contract',
  'client',
  'connection',
  'records',
  'runs',
  'failures',
  'range',
  'launch',
  'rows',
  'exports',
  'copies',
  'charts',
  'messages',
  'results',
  'board',
  'palette',
  'parts',
  'preferences',
  'worker',
  'app',
];

/** Of the server, in the same order. Of the browser's folders they import `contract` only. */
const SERVER_FOLDERS = ['ledger', 'upstream', 'forwarding', 'gateway'];

const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).map((file) => file.replaceAll('\\', '/'));
const folderOf = (file: string) => file.split('/')[0] ?? '';
const source = (file: string) => readFileSync(join(SRC, file), 'utf8');

/** Every module that `file` names in an import, static or dynamic, as a path under src, or as a package. */
function importsOf(file: string): string[] {
  const names = source(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...names].map(([, name = '']) => {
    if (name.startsWith('#src/')) return name.slice('#src/'.length);
    if (!name.startsWith('.')) return name;
    return relative(SRC, resolve(SRC, dirname(file), name)).replaceAll('\\', '/');
  });
}

function mayImport(file: string, imported: string): boolean {
  const from = folderOf(file);
  const to = folderOf(imported);
  if (from === to) return true;
  if (from === 'ui') return false;
  if (from === 'sandbox') return false;
  if (from === 'conformance') return to === 'contract';
  if (SERVER_FOLDERS.includes(from)) {
    return (
      to === 'contract' ||
      SERVER_FOLDERS.slice(0, SERVER_FOLDERS.indexOf(from)).includes(to) ||
      (to === 'sandbox' && ['gateway/main.ts', 'gateway/vite-plugin.ts'].includes(file))
    );
  }
  if (to === 'ui') return true;
  const index = BROWSER_FOLDERS.indexOf(from);
  return BROWSER_FOLDERS.slice(0, index).includes(to);
}

describe('the source tree', () => {
  test('imports only downwards', () => {
    const known = new Set(files.map(folderOf));
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => known.has(folderOf(imported)) && !mayImport(file, imported))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has no folder within a folder and no file outside of one', () => {
    expect(files.filter((file) => file.split('/').length !== 2)).toEqual([]);
  });

  test('makes requests in the client, the service worker, the gateway, the sandbox and the conformance check only', () => {
    const allowed = new Set(['client', 'worker', ...SERVER_FOLDERS, 'sandbox', 'conformance']);
    const calls = /(?<![.\w])fetch\s*\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/;
    expect(files.filter((file) => !allowed.has(folderOf(file)) && calls.test(source(file)))).toEqual([]);
  });

  test('loads zod in its small form only', () => {
    expect(files.filter((file) => importsOf(file).includes('zod'))).toEqual([]);
  });

  test('never writes markup from text', () => {
    expect(
      files.filter((file) => /dangerouslySetInnerHTML|innerHTML|document\.write|\beval\(/.test(source(file))),
    ).toEqual([]);
  });
});

describe('the built app', () => {
  let modules: string[] = [];

  beforeAll(async () => {
    const built = await build({ root: ROOT, logLevel: 'silent', build: { write: false } });
    const outputs = Array.isArray(built) ? built : [built];
    modules = outputs
      .flatMap((output) => ('output' in output ? output.output : []))
      .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
      .map((id) => relative(ROOT, id).replaceAll('\\', '/'));
  }, 60_000);

  test('is made of the browser folders', () => {
    expect(modules).toContain('src/app/main.tsx');
  });

  test('holds no code of the gateway, the sandbox or the conformance check', () => {
    expect(
      modules.filter((id) =>
        SERVER_FOLDERS.concat('sandbox', 'conformance').some((folder) => id.startsWith(`src/${folder}/`)),
      ),
    ).toEqual([]);
  });
});
