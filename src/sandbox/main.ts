// The emulator alone on a port, for trying the desk's gateway (or any other client) against a real socket:
// `npm run sandbox`. Loopback only.
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createSandbox } from './sandbox.ts';

function numberFrom(name: string, fallback: number, allowed: (value: number) => boolean): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (allowed(value)) return value;
  process.stderr.write(`${name} has a value that cannot be used: ${JSON.stringify(text)}\n`);
  process.exit(1);
}

const port = numberFrom('SANDBOX_PORT', 4610, (n) => Number.isInteger(n) && n >= 0 && n <= 65_535);
const speed = numberFrom('SANDBOX_SPEED', 1, (n) => n > 0 && Number.isFinite(n));
const hostname = '127.0.0.1';

// A port of 0 is known only once the server listens, and no request comes before that.
let sandbox = createSandbox({ speed, origin: `http://${hostname}:${port}` });

const server = serve(
  {
    hostname,
    port,
    async fetch(request, { outgoing }) {
      try {
        return await sandbox.fetch(request);
      } catch {
        // A broken connection in the emulator is a broken connection here.
        outgoing.socket?.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
  },
  (address) => {
    const origin = `http://${hostname}:${address.port}`;
    sandbox = createSandbox({ speed, origin });
    const keys = sandbox.keys.map(({ label, key }) => `${label}: ${key}`).join(', ');
    process.stdout.write(`Sandbox ready on ${origin} (${keys})\n`);
  },
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
