// Serves the bare board and its runs, packed as the desk packs its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { RunRecord } from '#src/records/record.ts';

type BareDesk = { readonly origin: string; readonly stop: () => Promise<void> };

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><div id="root"></div><script type="module" src="/bare.js"></script>';

export async function startBareDesk(runs: readonly RunRecord[], now: number): Promise<BareDesk> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'bare-board.tsx'),
        output: { codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const script = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find(({ type }) => type === 'chunk');
  const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', PAGE],
    '/bare.js': ['text/javascript', script?.type === 'chunk' ? script.code : ''],
    '/runs.json': ['application/json', JSON.stringify({ now, runs })],
  };
  const packed = new Map(
    Object.entries(answers).map(([path, [type, body]]) => [path, [type, gzipSync(body)]]),
  );
  const server = createServer((request, answer) => {
    const [type, body] = packed.get(request.url ?? '') ?? [];
    if (typeof type !== 'string') answer.writeHead(404).end();
    else answer.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
