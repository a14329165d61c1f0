// A gateway in the test's own process, on one port through all that happens to it: stopped, started again, given another build, or
// replaced by a server that is no desk. A service worker belongs to its origin, so the origin has to stay.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createGateway } from '../../src/gateway/gateway.ts';
import { answerWith } from '../../src/gateway/listen.ts';
import { PACKED } from '../../src/gateway/packed-plugin.ts';
import { shellOf, withVersion, workerScript } from '../../src/gateway/worker-plugin.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** Runs are over within seconds. */
const SPEED = 8;

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

export type ShellDesk = {
  readonly origin: string;
  /** Cuts every connection and takes no more. */
  stop(): Promise<void>;
  /** Answers again, with the build as it is now. */
  start(): Promise<void>;
  /** Puts `listener` in the place of the desk. */
  replace(listener: Listener): void;
  /** Changes the build as a later version would: other scripts and styles, each under another name, and a page that loads them. */
  upgrade(version: string): void;
  close(): Promise<void>;
};

export async function startShellDesk(): Promise<ShellDesk> {
  const dist = mkdtempSync(join(tmpdir(), 'report-desk-shell-'));
  // Other versions are made by changing files, which the gateway then packs itself.
  cpSync('dist', dist, { recursive: true, filter: (name) => !name.endsWith(PACKED) });
  const sandbox = createSandbox({ speed: SPEED });
  let port = 0;
  let server: Server | null = null;
  let listener: Listener = (_incoming, outgoing) => outgoing.destroy();

  const serveBuild = () => {
    const gateway = createGateway({
      upstream: sandbox,
      sandbox,
      origins: [`http://127.0.0.1:${port}`],
      keys: sandbox.keys.map((key) => ({ ...key, source: 'sandbox' as const })),
      assets: dist,
    });
    listener = answerWith(gateway);
  };
  const start = () =>
    new Promise<void>((resolve) => {
      server = createServer((incoming, outgoing) => listener(incoming, outgoing));
      server.listen(port, '127.0.0.1', () => {
        const address = server?.address();
        if (typeof address === 'object' && address !== null) port = address.port;
        serveBuild();
        resolve();
      });
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server?.close(() => resolve());
      server?.closeAllConnections();
    });

  await start();
  return {
    origin: `http://127.0.0.1:${port}`,
    start,
    stop,
    replace(other) {
      listener = other;
    },
    upgrade(version) {
      const [, code = ''] = /^[^\n]*\n(.*)$/s.exec(readFileSync(join(dist, 'sw.js'), 'utf8')) ?? [];
      renameAssets(dist);
      const page = readFileSync(join(dist, 'index.html'), 'utf8').replace(
        /<meta name="desk-build"[^>]*>\s*/,
        '',
      );
      writeFileSync(join(dist, 'index.html'), withVersion(page, version));
      writeFileSync(join(dist, 'sw.js'), workerScript(shellOf(filesIn(dist)), code));
      serveBuild();
    },
    async close() {
      await stop();
      rmSync(dist, { recursive: true });
    },
  };
}

/** Gives every hashed file another hash, wherever it is named. */
function renameAssets(directory: string) {
  const assets = join(directory, 'assets');
  const names = readdirSync(assets);
  const known = new Set(names);
  const renamed = (text: string) =>
    text.replace(
      /([\w.-]+-)([\w-])([\w-]{7})(\.(?:js|css))/g,
      (name: string, stem: string, first: string, rest: string, extension: string) =>
        known.has(name) ? stem + rest + first + extension : name,
    );
  const files = names.map((name) => [name, readFileSync(join(assets, name), 'utf8')] as const);
  for (const [name] of files) rmSync(join(assets, name));
  for (const [name, text] of files) writeFileSync(join(assets, renamed(name)), renamed(text));
  const page = join(directory, 'index.html');
  writeFileSync(page, renamed(readFileSync(page, 'utf8')));
}

function filesIn(directory: string): Map<string, Buffer> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .map((name) => join(directory, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(directory, path), readFileSync(path)]),
  );
}
