// Builds the service worker as one script of its own, `/sw.js`, that knows every file of the build by its hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';

type Content = string | Uint8Array;

const PAGE = 'index.html';
/** Nothing that a page shows: not kept. */
const LEFT_OUT = /\.map$|^robots\.txt$|^sw\.js$/;

/** Adds `/sw.js` to a build, and its version to the page. The development server has no worker. */
export function workerPlugin(): Plugin {
  let root = '';
  let publicFiles = new Map<string, Content>();
  return {
    name: 'report-desk-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      if (config.publicDir !== '') publicFiles = filesIn(config.publicDir);
    },
    generateBundle: {
      // After all that still changes a file.
      order: 'post',
      async handler(_options, bundle) {
        const files = new Map(publicFiles);
        for (const [name, output] of Object.entries(bundle)) {
          files.set(name, output.type === 'chunk' ? output.code : output.source);
        }
        const page = bundle[PAGE];
        // Another build than the app's.
        if (page?.type !== 'asset') return;
        page.source = withVersion(String(page.source), versionOf(files));
        files.set(PAGE, page.source);
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: workerScript(shellOf(files), await workerCode(root)),
        });
      },
    },
  };
}

/** The script of a worker for `shell`. The first line is what changes with each build. */
export function workerScript(shell: ReturnType<typeof shellOf>, code: string): string {
  return `self.DESK_SHELL=${JSON.stringify(shell)};\n${code}`;
}

/** What the worker knows of a build (`src/worker/shell.ts`), from its files by their paths. The page says of which version it is. */
export function shellOf(files: ReadonlyMap<string, Content>) {
  const kept = [...files]
    .filter(([name]) => !LEFT_OUT.test(name))
    .toSorted(([one], [two]) => (one < two ? -1 : 1));
  return {
    version:
      /<meta name="desk-build" content="([^"]+)"/.exec(String(files.get(PAGE)))?.[1] ?? versionOf(files),
    files: kept.map(([name, content]) => {
      const integrity = `sha256-${hash(content).digest('base64')}`;
      return {
        url: `/${name}`,
        revision: name.startsWith('assets/') ? null : integrity.slice(7, 23),
        integrity,
      };
    }),
  };
}

/** The page with the version of its build in it. */
export function withVersion(page: string, version: string): string {
  return page.replace('<title>', () => `<meta name="desk-build" content="${version}" />\n    <title>`);
}

function versionOf(files: ReadonlyMap<string, Content>): string {
  const all = createHash('sha256');
  for (const name of [...files.keys()].toSorted()) {
    all.update(`${name}\n`);
    all.update(files.get(name) ?? '');
  }
  return all.digest('base64url').slice(0, 12);
}

function hash(content: Content) {
  return createHash('sha256').update(content);
}

function filesIn(directory: string): Map<string, Content> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(directory.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** One script without imports: a worker that is no module runs in every browser. */
async function workerCode(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/worker/sw.ts'), output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunks = output !== undefined && 'output' in output ? output.output : [];
  const [script, ...more] = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
  if (script === undefined || more.length > 0) throw new Error('The service worker is not one script.');
  return script;
}
